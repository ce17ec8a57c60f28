import type { Locale } from './locales.ts';

/** Words that stand in addresses, folded to ASCII. */
export const addressWords = {
  news: { lv: 'jaunumi', en: 'news', ru: 'novosti' },
  page: { lv: 'lapa', en: 'page', ru: 'stranica' },
  project: { lv: 'projekts', en: 'project', ru: 'proekt' },
  theme: { lv: 'tema', en: 'theme', ru: 'tema' },
  calendar: { lv: 'kalendars', en: 'calendar', ru: 'kalendar' },
  search: { lv: 'meklet', en: 'search', ru: 'poisk' },
  report: { lv: 'zinot', en: 'report', ru: 'soobshchit' },
  reply: { lv: 'atbilde', en: 'reply', ru: 'otvet' },
  easyRead: { lv: 'viegli-lasit', en: 'easy-to-read', ru: 'legko-chitat' },
  figures: { lv: 'statistika', en: 'figures', ru: 'statistika' },
  glossary: { lv: 'glosarijs', en: 'glossary', ru: 'glossarij' },
  glossaryPart: { lv: 'dala', en: 'part', ru: 'chast' },
  easyBooklet: { lv: 'burtnica', en: 'booklet', ru: 'tetrad' },
  easyReport: { lv: 'zinojums', en: 'write-to-us', ru: 'napishite-nam' },
  abroad: { lv: 'arzemes', en: 'abroad', ru: 'za-granicej' },
} as const satisfies Record<string, Record<Locale, string>>;

/** Joins address parts below a language: `/lv/jaunumi/2017/`. Always ends in a slash. */
export function pathIn(locale: Locale, ...parts: readonly (string | number)[]): string {
  return `/${[locale, ...parts].join('/')}/`;
}

/** The pages on which people write or read what is secret: the form, the same in easy language, and the replies. */
export function formPaths(locale: Locale): string[] {
  const { report, reply, easyRead, easyReport } = addressWords;
  return [pathIn(locale, report[locale]), pathIn(locale, reply[locale]), pathIn(locale, easyRead[locale], easyReport[locale])];
}

export function newsFrontPath(locale: Locale): string {
  return pathIn(locale, addressWords.news[locale]);
}

/** The address of a page in easy language: the section’s front, or its file name; in English and Russian its address word. */
export function easyAddress(locale: Locale, name: string, { urlSlug }: { urlSlug?: string | undefined }): string {
  return pathIn(locale, addressWords.easyRead[locale], ...(name === 'index' ? [] : [urlSlug ?? name]));
}

/** The address of a news item: its year, then the file name without the date, or the address word of the language. */
export function newsItemAddress(
  locale: Locale,
  name: string,
  { publishedOn, urlSlug }: { publishedOn: string; urlSlug?: string | undefined },
): string {
  return pathIn(locale, addressWords.news[locale], publishedOn.slice(0, 4), urlSlug ?? name.slice('2017-12-11-'.length));
}
