import type { Plugin } from 'vite';
import { translator, type UiKey } from '../i18n/t.ts';
import { type AnswerLanguage, answerLanguages, languages, packedPatterns, packedWords, questionTexts } from '../offer-check/rules.ts';

const WORDS = 'virtual:offer-words/';
const PATTERNS = 'virtual:offer-patterns/';
const QUESTIONS = 'virtual:offer-questions';

/** What the script of the page says, by the names it uses. */
const said = {
  title: 'offer.result.title',
  count: 'offer.result.count',
  limit: 'offer.limit',
  nextAlarm: 'offer.next.alarm',
  nextMissing: 'offer.next.missing',
  nextNone: 'offer.next.none',
  emptyText: 'offer.paste.empty',
  notLoaded: 'offer.paste.notLoaded',
  emptyAnswers: 'offer.ask.empty',
  copied: 'offer.copied',
  copyFailed: 'offer.copyFailed',
  cleared: 'offer.cleared',
} as const satisfies Record<string, UiKey>;

function saidIn(language: AnswerLanguage): Record<string, string> {
  const t = translator(language);
  return Object.fromEntries(Object.entries(said).map(([name, key]) => [name, t(key)]));
}

/** Gives browser modules the patterns and words of the offer checker, and pages its questions, read from YAML and checked. */
export function offerRules(): Plugin {
  const isLanguage = (name: string): name is AnswerLanguage => answerLanguages.some((language) => language === name);
  return {
    name: 'offer-rules',
    resolveId: (id) => (id.startsWith(WORDS) || id.startsWith(PATTERNS) || id === QUESTIONS ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${QUESTIONS}`) return `export default ${JSON.stringify(questionTexts())};`;
      const sought = languages.find((language) => id === `\0${PATTERNS}${language}`);
      if (sought) return `export default ${JSON.stringify(packedPatterns([sought]))};`;
      const language = id.startsWith(`\0${WORDS}`) ? id.slice(WORDS.length + 1) : '';
      if (!isLanguage(language)) return undefined;
      return `export default ${JSON.stringify(packedWords(language))}; export const said = ${JSON.stringify(saidIn(language))};`;
    },
  };
}
