import data from 'virtual:media-rules';
import { makeChecker, type Checker } from '../../media-language/check.ts';

export { languageOf } from '../../media-language/languages.ts';

/** Why each rule is one, and the key of the paragraph of the guidelines that explains it, by the rule’s id. */
export type Reasons = Readonly<Record<string, { why: string; guide: string }>>;

/** What the page fetches once somebody wants to check: the checker, and the reasons in the language of the page. */
export interface CheckerModule {
  checker: Checker;
  reasons: Reasons;
  languageOf: (text: string, fallback: 'lv' | 'en' | 'ru') => 'lv' | 'en' | 'ru';
}

export const checker = makeChecker(data.rules, data.lists);
