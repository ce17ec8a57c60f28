import { locales, type Locale } from '~/i18n/locales.ts';
import { siteOrigin } from '~/records/site-origin.ts';

/** File names of the standing pages that the offline file holds, in order. */
export const offlinePages = ['kur-meklet-palidzibu', 'ja-esi-arzemes'];

const words = { lv: 'palidziba', en: 'help', ru: 'pomosch' } as const satisfies Record<Locale, string>;

/** What the file is called on the reader's device: a word that says nothing. */
export const savedAs = { lv: 'informacija.html', en: 'information.html', ru: 'informaciya.html' } as const satisfies Record<Locale, string>;

/** The address of the file. */
export function offlinePath(locale: Locale): string {
  return `/${locale}/${words[locale]}.html`;
}

/** Paths of `[locale]/[offline].html.ts`. */
export function offlinePaths() {
  return locales.map((locale) => ({ params: { locale, offline: words[locale] } }));
}

/** An address that works from a file on a disk too. */
export function fullAddress(path: string): string {
  return siteOrigin() + path;
}
