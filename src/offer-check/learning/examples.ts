import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { languagesOf } from '../languages.ts';
import { concepts, flags, type Language, languages, readLexicon } from '../rules.ts';
import { tokenise } from '../tokens.ts';

/** A sentence or two, with the flags they show. */
export interface Example {
  text: string;
  flags: readonly string[];
}
/** An invented advert: its flags, wherever in it they stand. */
export interface Advert extends Example {
  language: Language;
  fair: boolean;
}

/** The sentences of the rules and of the corpus are few and say exactly what is meant: each counts as several. */
const TIMES = 8;
const CORPUS = '../../../tests/fixtures/offer-corpus';
const EXAMPLES = '../data/examples';
/** Adverts in parts, each written without sight of those after it. */
export const parts = ['development', ...Array.from({ length: 10 }, (_, index) => `development-${index + 2}`)] as const;

const flagIds = new Set(flags.map(({ id }) => id));
const TELEPHONE = /\+\d[\d\s-]{5,}|(?:\d[\s-]?){8,}/;
const ADDRESS = /https?:|www\.|\w\.(?:lv|com|ru|ua|eu|org|net|info|me)\b|@\w+\.\w/i;

const flag = z.string().refine((id) => flagIds.has(id), 'is no flag of flags.yml');
const exampleSchema = z.strictObject({
  flags: z.array(flag),
  text: z
    .string()
    .min(1)
    .refine((text) => !TELEPHONE.test(text), 'has what could be a telephone number')
    .refine((text) => !ADDRESS.test(text), 'has a web address'),
});
const advertSchema = z.array(
  z.object({ language: z.enum(languages), fair: z.boolean().default(false), flags: z.array(flag), text: z.string() }),
);
const sentenceSchema = z.strictObject({ alarms: z.record(flag, z.array(z.string())), fine: z.array(z.string()) });

/** Reads lines of "flag,flag<TAB>text", "-" for no flag. Throws if one is not so, or stands there twice. */
export function parseExamples(tsv: string): Example[] {
  const known = new Set<string>();
  return tsv
    .trimEnd()
    .split('\n')
    .map((line, index) => {
      const [named = '', text = ''] = line.split('\t');
      const found = exampleSchema.safeParse({ flags: named === '-' ? [] : named.split(','), text });
      if (!found.success) throw new Error(`Line ${index + 1}: ${z.prettifyError(found.error)}`);
      if (known.has(text)) throw new Error(`Line ${index + 1} stands there twice.`);
      known.add(text);
      return found.data;
    });
}

/** The examples of `data/examples` in one language. */
export function readExamples(language: Language): Example[] {
  return parseExamples(readFileSync(join(import.meta.dirname, EXAMPLES, `${language}.tsv`), 'utf8'));
}

/** What is learned from in one language besides adverts: examples, the single sentences of the corpus, and those of the rules. */
export function examplesIn(language: Language): Example[] {
  const { alarms, fine } = readCorpus('sentences', sentenceSchema);
  const shown = Object.entries(alarms).flatMap(([id, texts]) => texts.map((text) => ({ text, flags: [id] })));
  const ofRules = flags.flatMap((own) => [
    ...own.alarms.map((text) => ({ text, flags: [own.id] })),
    ...own.fine.map((text) => ({ text, flags: [] })),
  ]);
  const others = [...shown, ...fine.map((text) => ({ text, flags: [] })), ...ofRules];
  const own = others.filter(({ text }) => languageOf(text) === language);
  return [...readExamples(language), ...Array.from({ length: TIMES }, () => own).flat()];
}

/** Of the languages that a sentence may be in, the one whose examples have most of its words. */
export function languageOf(text: string): Language {
  const { words } = tokenise(text);
  const spoken = languagesOf(text, words);
  const count = (language: Language) => words.filter((word) => word !== '' && vocabularyOf(language).has(word)).length;
  const possible = languages.filter((language) => spoken.includes(language));
  return possible.toSorted((one, other) => count(other) - count(one))[0] ?? 'lv';
}

const vocabularies = new Map<Language, ReadonlySet<string>>();
function vocabularyOf(language: Language): ReadonlySet<string> {
  const known = vocabularies.get(language) ?? new Set(readExamples(language).flatMap(({ text }) => tokenise(text).words));
  vocabularies.set(language, known);
  return known;
}

/** The adverts of one part of the corpus. */
export function advertsOf(part: string): Advert[] {
  return readCorpus(part, advertSchema);
}

/** A hash of all that is learned from. */
export function hashOfExamples(): string {
  const learnedFrom = [languages.map(examplesIn), parts.flatMap(advertsOf), concepts, languages.map(readLexicon)];
  return createHash('sha256').update(JSON.stringify(learnedFrom)).digest('hex');
}

function readCorpus<T>(part: string, schema: z.ZodType<T>): T {
  return schema.parse(parse(readFileSync(join(import.meta.dirname, CORPUS, `${part}.yml`), 'utf8')));
}
