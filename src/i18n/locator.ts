import type { Translate } from './t.ts';

/** The place inside a source, in the reader's language. Records of seeds/facts keep it in English: "news 2017-12-11", "task 9". */
export function describeLocator(where: string, t: Translate): string {
  return where
    .replace(/^news\b/, t('locator.news'))
    .replace(/^chronicle\b/, t('locator.chronicle'))
    .replace(/^task\b/, t('locator.task'));
}
