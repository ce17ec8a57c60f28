import type { Locale } from './locales.ts';

/** Languages by their tags, in the words of one language: "latviešu, krievu". */
export function languageNames(tags: readonly string[], locale: Locale): string[] {
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  // Of Norwegian, readers know one; the tag is of its written form.
  return tags.map((tag) => names.of(tag === 'nb' ? 'no' : tag) ?? tag);
}
