import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { createHunspellFromStrings } from 'hunspell-wasm';
import type { Locale } from '../../i18n/locales.ts';
import type { Problem } from '../../records/problem.ts';
import { filesBelow, readText } from '../../records/read-files.ts';
import type { World } from '../../records/world.ts';
import { remembering } from '../remember.ts';
import type { Rule } from '../rule.ts';
import { archiveTexts, localizedTexts, proseOf } from '../texts.ts';

const require = createRequire(import.meta.url);
const word = /[\p{L}\p{M}]+(?:[-’'][\p{L}\p{M}]+)*/gu;
const roman = /^[IVXLC]+$/;

export const spelling: Rule = {
  promise: 'Every word is in the Latvian, English or Russian dictionary or in content/dictionary.',
  async check(world) {
    const own = ownWords(world.root);
    const speller = await spellers();
    const used = new Set<string>();
    const strangeWords = (text: string, locale: Locale): Word[] =>
      remember(locale, text, () =>
        [...text.matchAll(word)].flatMap(({ 0: found, index }) =>
          found.length < 2 || roman.test(found) || speller(found, locale) ? [] : [{ found, index }],
        ),
      );
    const isOfKnownParts = (text: string, locale: Locale): boolean =>
      text.includes('-') && text.split('-').every((part) => part.length < 2 || speller(part, locale) || isOwn(part));
    const isOwn = (text: string): boolean => {
      for (const form of [text, text.toLowerCase()]) {
        if (!own.has(form)) continue;
        used.add(form);
        return true;
      }
      return false;
    };
    const seen = new Set<string>();
    const prose = [world.news, world.pages, world.easyRead, archiveTexts(world)].flatMap((entries) => proseOf(entries));
    const unknown = [...prose, ...localizedTexts(world)].flatMap(({ file, line, locale, text }) =>
      strangeWords(text, locale).flatMap(({ found, index }): Problem[] => {
        if (isOfKnownParts(found, locale)) return [];
        if (isQuoted(text, index) && (speller(found, 'en') || isOfKnownParts(found, 'en'))) return [];
        if (isOwn(found)) return [];
        const first = `${locale} ${found}`;
        if (seen.has(first)) return [];
        seen.add(first);
        return [
          {
            file,
            line,
            message: `"${found}" is in no dictionary (${locale})`,
            remedy: 'correct the spelling; a name or term goes into content/dictionary, in its place in the alphabet',
          },
        ];
      }),
    );
    return [
      ...unknown,
      ...dictionaryOrder(world),
      ...[...own]
        .filter(([text]) => !used.has(text))
        .map(([text, file]): Problem => ({ file, message: `"${text}" is used nowhere`, remedy: 'delete the line' })),
    ];
  },
};

/** A word of a text that is in no dictionary of its language. */
interface Word {
  found: string;
  index: number;
}
const remember = remembering<Word[]>();

/** Whether a place lies between quotation marks: the names of events and films may be English. */
function isQuoted(text: string, index: number): boolean {
  const before = text.slice(0, index);
  return (
    Math.max(before.lastIndexOf('„'), before.lastIndexOf('«'), before.lastIndexOf('“')) >
    Math.max(before.lastIndexOf('”'), before.lastIndexOf('»'))
  );
}

/** The accepted words and the file each stands in. */
function ownWords(root: string): Map<string, string> {
  return new Map(filesBelow(root, 'content/dictionary', '.txt').flatMap((file) => lines(root, file).map((text) => [text, file] as const)));
}

function lines(root: string, file: string): string[] {
  return readText(root, file)
    .split('\n')
    .filter((line) => line.trim() !== '');
}

function dictionaryOrder({ root }: World): Problem[] {
  return filesBelow(root, 'content/dictionary', '.txt').flatMap((file) => {
    const found = lines(root, file);
    const { compare } = new Intl.Collator('lv');
    const wrong = found.findIndex((text, index) => index > 0 && compare(found[index - 1] ?? '', text) >= 0);
    return wrong < 0
      ? []
      : [
          {
            file,
            line: wrong + 1,
            message: `"${found[wrong]}" stands out of order or twice`,
            remedy: `sort ${basename(file)} by the Latvian alphabet`,
          },
        ];
  });
}

type Speller = (text: string, locale: Locale) => boolean;
let loaded: Promise<Speller> | undefined;

/** Hunspell with one dictionary a language. A word in the letters of another script is asked of the language that uses them. */
function spellers(): Promise<Speller> {
  return (loaded ??= load());
}

async function load(): Promise<Speller> {
  const [lv, en, ru] = await Promise.all(
    (['lv', 'en-gb', 'ru'] as const).map((language) => {
      const folder = dirname(require.resolve(`dictionary-${language}`));
      const part = (ending: string) => readFileSync(join(folder, `index.${ending}`), 'utf8');
      return createHunspellFromStrings(part('aff'), part('dic'));
    }),
  );
  if (!lv || !en || !ru) throw new Error('a spelling dictionary could not be loaded. Run npm install again.');
  const ask: Speller = (text, locale) => {
    if (/\p{Script=Cyrillic}/u.test(text)) return ru.testSpelling(text);
    return (locale === 'en' ? en : lv).testSpelling(text);
  };
  const answers = new Map<string, boolean>();
  return (text, locale) => {
    const key = `${locale} ${text}`;
    let answer = answers.get(key);
    if (answer === undefined) answers.set(key, (answer = ask(text, locale)));
    return answer;
  };
}
