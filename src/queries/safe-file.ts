import { locales, type Locale } from '~/i18n/locales.ts';

const words = { lv: 'seifs', en: 'safe', ru: 'seyf' } as const satisfies Record<Locale, string>;

/** What the file is called on the reader's device. */
export const safeSavedAs = { lv: 'seifs.html', en: 'safe.html', ru: 'seyf.html' } as const satisfies Record<Locale, string>;

/**
 * The address of the papers safe as one file. It is served as text: a page with its script inside would be refused by the header policy of
 * this site, and saved on a device it needs neither the policy nor a network.
 */
export function safeFilePath(locale: Locale): string {
  return `/${locale}/${words[locale]}.txt`;
}

/** Paths of `[locale]/[safe].txt.ts`. */
export function safeFilePaths() {
  return locales.map((locale) => ({ params: { locale, safe: words[locale] } }));
}
