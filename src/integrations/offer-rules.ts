import type { Plugin } from 'vite';
import { type AnswerLanguage, answerLanguages, browserRules, questionTexts } from '../offer-check/rules.ts';

const RULES = 'virtual:offer-rules/';
const QUESTIONS = 'virtual:offer-questions';

/** Gives browser modules the rules of the offer checker in one language of answers, and pages its questions, read from YAML and checked. */
export function offerRules(): Plugin {
  const isLanguage = (name: string): name is AnswerLanguage => answerLanguages.some((language) => language === name);
  return {
    name: 'offer-rules',
    resolveId: (id) => (id.startsWith(RULES) || id === QUESTIONS ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${QUESTIONS}`) return `export default ${JSON.stringify(questionTexts())};`;
      const language = id.startsWith(`\0${RULES}`) ? id.slice(RULES.length + 1) : '';
      return isLanguage(language) ? `export default ${JSON.stringify(browserRules(language))};` : undefined;
    },
  };
}
