import { isLocale, type Locale } from '~/i18n/locales.ts';

/** The language of the page that a prose component stands on, from the parameters of the route. Throws on a route without one. */
export function localeOf(params: Record<string, string | undefined>): Locale {
  const { locale } = params;
  if (!isLocale(locale)) throw new Error('a prose component stands on a page without a language. Use it below src/pages/[locale].');
  return locale;
}
