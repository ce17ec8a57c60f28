import type { Plugin } from 'vite';
import { type AnswerLanguage, answerLanguages, languages, packedPatterns, questionTexts, wordsIn } from '../offer-check/rules.ts';

const WORDS = 'virtual:offer-words/';
const PATTERNS = 'virtual:offer-patterns/';
const QUESTIONS = 'virtual:offer-questions';

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
      return isLanguage(language) ? `export default ${JSON.stringify(wordsIn(language))};` : undefined;
    },
  };
}
