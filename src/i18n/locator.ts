import type { Locale } from './locales.ts';
import type { Translate, UiKey } from './t.ts';

/** English words by which records order a place in their source, with the words that readers see. */
const ordered: readonly [pattern: RegExp, word: UiKey][] = [
  [/^news undated/, 'locator.newsUndated'],
  [/^news(?= \d)/, 'locator.news'],
  [/^chronicle(?= \d)/, 'locator.chronicle'],
  [/^tasks?(?= \d)/, 'locator.task'],
  [/^project page/, 'locator.projectPage'],
  [/(?<=, )table/, 'locator.table'],
  [/(?<=, )counted$/, 'locator.counted'],
];

/**
 * The place inside a source as a reader of one language sees it. Records of seeds/facts keep it as the source document is ordered:
 * in English ("news 2017-12-11", "task 9; task 4, table, 2014"), which is translated, or in words of the source, which keep their own language.
 */
export function describeLocator(where: string, locale: Locale, t: Translate): { text: string; lang?: string } {
  const parts = where.split('; ');
  const text = parts.map((part) => ordered.reduce((words, [pattern, word]) => words.replace(pattern, t(word)), part)).join('; ');
  const own = ownLanguage(parts.map((part) => ordered.reduce((words, [pattern]) => words.replace(pattern, ''), part)).join(' '));
  return own === undefined || own === locale ? { text } : { text, lang: own };
}

/** The language of words that were not translated; undefined where there are none, only numbers and abbreviations. */
function ownLanguage(rest: string): Locale | undefined {
  if (/[āčēģīķļņšūž]|\b(?:visa|lapas|dienas|raksts|nosaukums|atsauce|ievads|un|dome|Tiesībsargs)\b/i.test(rest)) return 'lv';
  if (/[а-яё]/i.test(rest)) return 'ru';
  return /\p{Ll}{3}/u.test(rest) ? 'en' : undefined;
}
