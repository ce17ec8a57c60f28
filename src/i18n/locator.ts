import type { Locale } from './locales.ts';
import type { Translate } from './t.ts';

/**
 * The place inside a source as a reader of one language sees it. Records of seeds/facts keep it as the source document is ordered:
 * in English ("news 2017-12-11", "task 9"), which is translated, or in words of the source, which keep their own language.
 */
export function describeLocator(where: string, locale: Locale, t: Translate): { text: string; lang?: string } {
  const text = where
    .replace(/^news\b/, t('locator.news'))
    .replace(/^chronicle\b/, t('locator.chronicle'))
    .replace(/^task\b/, t('locator.task'));
  if (text !== where && /^\S+ [\d-]+$/.test(text)) return { text };
  const own = /[āčēģīķļņšūž]|\b(?:visa|lapas|dienas|raksts|nosaukums)\b/i.test(text) ? 'lv' : /[а-яё]/i.test(text) ? 'ru' : 'en';
  return own === locale ? { text } : { text, lang: own };
}
