import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Concepts, Patterns, Words } from './index.ts';
import { type Entry, packLexicon } from './lexicon.ts';
import { packGroups, packPatterns } from './packed.ts';
import { type AdvisedFlag, type PackedWords, packWords, type Saying } from './page-words.ts';
import { fold } from './tokens.ts';

/** Languages of adverts. */
export const languages = ['lv', 'ru', 'en', 'uk'] as const;
/** Languages of the answers. */
export const answerLanguages = ['lv', 'en', 'ru'] as const;
/** Of adverts. */
export type Language = (typeof languages)[number];
export type AnswerLanguage = (typeof answerLanguages)[number];

/** Who can check what a flag or a gap is about. */
export const verifiers = ['nva', 'register', 'consul', 'inspection', 'helpline'] as const;

const id = z.string().regex(/^[a-z]+(?:-[a-z]+)*$/);
const inAnswers = <Shape extends z.ZodType>(shape: Shape) => z.strictObject({ lv: shape, en: shape, ru: shape });
const byLanguage = z.strictObject({
  lv: z.array(z.string()).min(1),
  ru: z.array(z.string()).min(1),
  en: z.array(z.string()).min(1),
  uk: z.array(z.string()).min(1),
});
const source = z.strictObject({ id: z.string().describe('Id of seeds/sources.yml.'), where: z.string() });

const flagSchema = z.strictObject({
  id,
  do: id.describe('Id of advice.yml.'),
  verify: z.array(z.enum(verifiers)).min(1),
  sources: z.array(source).min(1),
  says: inAnswers(z.strictObject({ what: z.string().max(70), why: z.string().max(200) })),
  patterns: byLanguage.partial().default({}).describe('What the learned weights miss; not every flag needs some.'),
  unless: byLanguage.partial().optional(),
  asks: z.array(id).default([]).describe('Gaps that count as not said where this flag is found.'),
  alarms: z.array(z.string()).min(4).describe('Sentences that must be found, at least one in each language.'),
  fine: z.array(z.string()).min(1).describe('Similar sentences that must not be found.'),
});

const gapSchema = z.strictObject({
  id,
  verify: z.array(z.enum(verifiers)).min(1),
  sources: z.array(source).min(1),
  says: inAnswers(z.strictObject({ what: z.string().max(70), why: z.string().max(200), ask: z.string().max(160) })),
  patterns: byLanguage,
  unless: byLanguage.partial().optional(),
  told: z.array(z.string()).min(4).describe('Sentences that give the information, at least one in each language.'),
  silent: z.array(z.string()).min(1).describe('Similar sentences that do not give it.'),
});

const questionSchema = z.strictObject({
  id,
  asks: inAnswers(z.string().max(140)),
  alarm: z.enum(['yes', 'no']).describe('The answer that alarms.'),
  flag: id.optional().describe('What the alarming answer means.'),
  gaps: z.array(id).describe('What to ask the recruiter when the answer is alarming or not known.'),
});

const languageSchema = z.strictObject({
  groups: z.record(z.string(), z.string()),
  negators: z.string(),
  listNegators: z.string(),
});

export type Flag = z.output<typeof flagSchema>;
export type Gap = z.output<typeof gapSchema>;
export type Question = z.output<typeof questionSchema>;

/** Reads a file of `data/` and checks its shape. */
function readData<T>(name: string, schema: z.ZodType<T>): T {
  const found = schema.safeParse(parse(readFileSync(join(import.meta.dirname, 'data', name), 'utf8')));
  if (!found.success) throw new Error(`${name}: ${z.prettifyError(found.error)}`);
  return found.data;
}

export const flags = readData('flags.yml', z.array(flagSchema));
export const gaps = readData('gaps.yml', z.array(gapSchema));
export const questions = readData('questions.yml', z.array(questionSchema).max(14));
export const advice = readData('advice.yml', z.record(id, inAnswers(z.string().max(200))));
const languageWords = readData(
  'languages.yml',
  z.strictObject({ lv: languageSchema, ru: languageSchema, en: languageSchema, uk: languageSchema }),
);

/** Names of the concepts and what they mean, in the order of their numbers. */
export const concepts = Object.keys(readData('concepts.yml', z.record(id, z.string())));

/** Reads lines of "concept<TAB>entry entry …". Throws if a concept is unknown or an entry is no word, beginning or prefix. */
export function parseLexicon(tsv: string): Entry[] {
  return tsv
    .trimEnd()
    .split('\n')
    .flatMap((line, index) => {
      const [name = '', entries = ''] = line.split('\t');
      const concept = concepts.indexOf(name);
      if (concept < 0) throw new Error(`Line ${index + 1}: "${name}" is no concept of concepts.yml.`);
      return entries.split(' ').map((entry) => {
        if (!/^\p{L}+[*+]?$/u.test(entry) || /^.{1,2}\*$/.test(entry))
          throw new Error(`Line ${index + 1}: "${entry}" is no word, no "beginning*" of three letters and more, and no "prefix+".`);
        return { word: fold(entry), concept };
      });
    });
}

/** The words of a language that stand for concepts. */
export function readLexicon(language: Language): Entry[] {
  return parseLexicon(readFileSync(join(import.meta.dirname, 'data/lexicon', `${language}.tsv`), 'utf8'));
}

/** What `npm run learn:offer` wrote for a language, for more of its words or for the net, and the hash of what it was learned from. */
export function readLearned(name: Language | `${Language}-more` | 'net'): { learnedFrom: string; packed: string } {
  const [learnedFrom = '', ...packed] = readFileSync(join(import.meta.dirname, 'data/learned', `${name}.txt`), 'utf8')
    .replace(/\n$/, '')
    .split('\n');
  return { learnedFrom, packed: packed.join('\n') };
}

/** What was learned of concepts, ready to travel. */
export function packedConcepts(): Concepts {
  return { count: concepts.length, net: readLearned('net').packed };
}

/** The heaviest weights of words, ready to travel. */
export function packedFew(language: Language): string {
  return readLearned(language).packed;
}

/** Those of more words. */
export function packedMore(language: Language): string {
  return readLearned(`${language}-more`).packed;
}

/** What is looked for in adverts in the languages named, ready to travel; `weightsOf` hands out what was learned. */
export function packedPatterns(
  wanted: readonly Language[] = languages,
  weightsOf: (language: Language) => { few: string; more?: string } = (one) => ({ few: packedFew(one), more: packedMore(one) }),
): Patterns {
  return {
    languages: Object.fromEntries(wanted.map((one) => [one, packGroups(languageWords[one])])),
    packed: Object.fromEntries(wanted.map((one) => [one, packPatterns([...flags, ...gaps], one)])),
    learned: Object.fromEntries(wanted.map((one) => [one, { ...weightsOf(one), lexicon: packLexicon(readLexicon(one)) }])),
  };
}

/** What a page in `language` says. */
export function wordsIn(language: AnswerLanguage): Words & { flags: readonly AdvisedFlag[] } {
  return {
    flags: flags.map(({ id: own, says, verify, do: todo, asks }) => ({
      id: own,
      verify,
      asks,
      advice: todo,
      ...says[language],
      todo: advice[todo]?.[language] ?? unknownAdvice(own, todo),
    })),
    gaps: gaps.map(({ id: own, says, verify }) => ({ id: own, verify, ...says[language] })),
    questions: questions.map(({ id: own, alarm, flag, gaps: asked }) => ({ id: own, alarm, gaps: asked, ...(flag && { flag }) })),
  };
}

/** The same for a page that shows the questions with what their answers mean (`questionTexts`), ready to travel. */
export function packedWords(language: AnswerLanguage): PackedWords {
  const said = new Set(
    questionTexts().flatMap(({ means, gaps: asked }) => [
      ...(means ? [`why ${means.flag}`, `advice ${means.advice}`] : []),
      ...asked.map((gap) => `ask ${gap.id}`),
    ]),
  );
  return packWords(wordsIn(language), (what: Saying, own) => said.has(`${what} ${own}`));
}

export interface QuestionText {
  id: string;
  asks: Record<AnswerLanguage, string>;
  alarm: Question['alarm'];
  /** Which flag the alarming answer means, why it alarms, and what to do then. */
  means: { flag: string; why: Record<AnswerLanguage, string>; advice: string; todo: Record<AnswerLanguage, string> } | undefined;
  /** What to ask the recruiter. */
  gaps: { id: string; ask: Record<AnswerLanguage, string> }[];
}

/** The questions as a page or a sheet of paper shows them. */
export function questionTexts(): QuestionText[] {
  const inEach = <T>(of: (language: AnswerLanguage) => T) => ({ lv: of('lv'), en: of('en'), ru: of('ru') });
  return questions.map(({ id: own, asks, alarm, flag: flagId, gaps: gapIds }) => {
    const flag = flags.find((one) => one.id === flagId);
    return {
      id: own,
      asks,
      alarm,
      means: flag && {
        flag: flag.id,
        why: inEach((language) => flag.says[language].why),
        advice: flag.do,
        todo: advice[flag.do] ?? unknownAdvice(own, flag.do),
      },
      gaps: gapIds
        .flatMap((gapId) => gaps.filter((gap) => gap.id === gapId))
        .map((gap) => ({ id: gap.id, ask: inEach((language) => gap.says[language].ask) })),
    };
  });
}

function unknownAdvice(flag: string, todo: string): never {
  throw new Error(`flags.yml: ${flag} names the advice "${todo}", which advice.yml does not have.`);
}
