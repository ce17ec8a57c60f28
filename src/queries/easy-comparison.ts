import type { Locale } from '~/i18n/locales.ts';
import { easyPagesIn } from './easy-read.ts';
import { world } from './world.ts';

/** The figures of one text, or the means of several. */
export interface TextFigures {
  words: number;
  wordsPerSentence: number;
  longWords: number;
  lix: number;
  score: number;
}

/** Official documents as the linter measured them; `id` is the source’s. */
export function officialTexts(): (TextFigures & { id: string })[] {
  return world().easyComparison.map(({ value }) => value);
}

/** The easy pages of a language as the linter measures them at this build. */
export async function easyMean(locale: Locale): Promise<TextFigures> {
  const pages = await easyPagesIn(locale);
  const mean = (value: (measured: (typeof pages)[number]['measured']) => number) =>
    pages.reduce((sum, { measured }) => sum + value(measured), 0) / pages.length;
  return {
    words: Math.round(mean(({ words }) => words)),
    wordsPerSentence: Math.round(10 * mean(({ meanSentence }) => meanSentence)) / 10,
    longWords: Math.round(mean(({ longWords }) => longWords)),
    lix: Math.round(mean(({ lix }) => lix)),
    score: Math.round(mean(({ score }) => score)),
  };
}
