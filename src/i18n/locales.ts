/** The site's languages. Latvian comes first: it is the source of every text and the only complete one. */
export const locales = ['lv', 'en', 'ru'] as const;
export type Locale = (typeof locales)[number];

export function isLocale(value: string | undefined): value is Locale {
  return locales.some((locale) => locale === value);
}
