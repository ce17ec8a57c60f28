import { locales, type Locale } from '~/i18n/locales.ts';
import { addressWords, pathIn } from '~/i18n/paths.ts';
import { easyBodyOf, easyFront, easyPagesIn, type EasyPage } from './easy-read.ts';

/** The easy pages of a language that say something on paper too, to be printed at once. */
export interface Booklet {
  locale: Locale;
  path: string;
  pages: EasyPage[];
}

export function bookletPath(locale: Locale): string {
  return pathIn(locale, addressWords.easyRead[locale], addressWords.easyBooklet[locale]);
}

/** Pages with a form or a button to try. */
function isForScreens(page: EasyPage): boolean {
  return /<(?:ReportForm|ExitTryout) /.test(easyBodyOf(page));
}

export async function easyBooklets(): Promise<Booklet[]> {
  return Promise.all(
    locales.map(async (locale) => ({
      locale,
      path: bookletPath(locale),
      pages: (await easyPagesIn(locale)).filter((page) => page.name !== easyFront && !isForScreens(page)),
    })),
  );
}

/** Paths of `[locale]/[easyRead]/[booklet].astro`. */
export async function bookletPaths() {
  return (await easyBooklets()).map((booklet) => ({
    params: { locale: booklet.locale, easyRead: addressWords.easyRead[booklet.locale], booklet: addressWords.easyBooklet[booklet.locale] },
    props: { booklet },
  }));
}
