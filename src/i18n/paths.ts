import type { Locale } from './locales.ts';

/** Words that stand in addresses, folded to ASCII. */
export const addressWords = {
  news: { lv: 'jaunumi', en: 'news', ru: 'novosti' },
  page: { lv: 'lapa', en: 'page', ru: 'stranica' },
  project: { lv: 'projekts', en: 'project', ru: 'proekt' },
  theme: { lv: 'tema', en: 'theme', ru: 'tema' },
} as const satisfies Record<string, Record<Locale, string>>;

/** Joins address parts below a language: `/lv/jaunumi/2017/`. Always ends in a slash. */
export function pathIn(locale: Locale, ...parts: readonly (string | number)[]): string {
  return `/${[locale, ...parts].join('/')}/`;
}

export function newsFrontPath(locale: Locale): string {
  return pathIn(locale, addressWords.news[locale]);
}
