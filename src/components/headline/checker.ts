import data from 'virtual:media-rules';
import { makeChecker, type Checker } from '../../media-language/check.ts';

export { languageOf } from '../../media-language/languages.ts';

/** What the page fetches once somebody wants to check: the checker, and the reasons in the language of the page. */
export interface CheckerModule {
  checker: Checker;
  reasons: Readonly<Record<string, string>>;
  languageOf: (text: string, fallback: 'lv' | 'en' | 'ru') => 'lv' | 'en' | 'ru';
}

export const checker = makeChecker(data.rules, data.lists);
