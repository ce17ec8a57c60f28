import { isLocale, type Locale } from '~/i18n/locales.ts';

/** The language that the page handed to its prose components (`<Content locale>` reaches them through the URL of the route's parameters). */
export function localeOf(params: Record<string, string | undefined>): Locale {
  const { locale } = params;
  if (!isLocale(locale)) throw new Error('a prose component stands on a page without a language. Use it below src/pages/[locale].');
  return locale;
}
