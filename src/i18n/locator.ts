import type { Locale } from './locales.ts';
import type { Translate } from './t.ts';

const words = { news: 'locator.news', chronicle: 'locator.chronicle', task: 'locator.task' } as const;

/**
 * The place inside a source as a reader of one language sees it. Records of seeds/facts keep it as the source document is ordered:
 * in English ("news 2017-12-11", "task 9"), which is translated, or in words of the source, which keep their own language.
 */
export function describeLocator(where: string, locale: Locale, t: Translate): { text: string; lang?: string } {
  const ordered = /^(news|chronicle|task) ([\d-]+)$/.exec(where);
  if (ordered) return { text: `${t(words[ordered[1] as keyof typeof words])} ${ordered[2] ?? ''}` };
  const own = /[āčēģīķļņšūž]|\b(?:visa|lapas|dienas|raksts|nosaukums)\b/i.test(where) ? 'lv' : /[а-яё]/i.test(where) ? 'ru' : 'en';
  return own === locale ? { text: where } : { text: where, lang: own };
}
