import { locales, type Locale } from '~/i18n/locales.ts';
import { addressWords, pathIn } from '~/i18n/paths.ts';
import { easyFront, easyPagesIn, type EasyPage } from './easy-read.ts';

/** All easy pages of a language, to be printed at once. */
export interface Booklet {
  locale: Locale;
  path: string;
  pages: EasyPage[];
}

export function bookletPath(locale: Locale): string {
  return pathIn(locale, addressWords.easyRead[locale], addressWords.easyBooklet[locale]);
}

/** Paths of `[locale]/[easyRead]/[booklet].astro`: for the languages that have easy pages. */
export async function bookletPaths() {
  const all = await Promise.all(locales.map(async (locale) => ({ locale, pages: await easyPagesIn(locale) })));
  return all
    .filter(({ pages }) => pages.length > 0)
    .map(({ locale, pages }) => {
      const booklet: Booklet = { locale, path: bookletPath(locale), pages: pages.filter(({ name }) => name !== easyFront) };
      return { params: { locale, easyRead: addressWords.easyRead[locale], booklet: addressWords.easyBooklet[locale] }, props: { booklet } };
    });
}
