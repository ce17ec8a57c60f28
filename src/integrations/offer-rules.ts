import type { Plugin } from 'vite';
import {
  type AnswerLanguage,
  answerLanguages,
  languages,
  packedConcepts,
  packedFew,
  packedMore,
  packedPatterns,
  packedWords,
  questionTexts,
} from '../offer-check/rules.ts';

const WORDS = 'virtual:offer-words/';
const PATTERNS = 'virtual:offer-patterns/';
const MORE = 'virtual:offer-more/';
const CONCEPTS = 'virtual:offer-concepts';
const QUESTIONS = 'virtual:offer-questions';

/** Gives browser modules the patterns, the weights, the concepts and the words of the offer checker, and pages its questions, read from YAML and checked. */
export function offerRules(): Plugin {
  const isLanguage = (name: string): name is AnswerLanguage => answerLanguages.some((language) => language === name);
  return {
    name: 'offer-rules',
    resolveId: (id) => ([WORDS, PATTERNS, MORE, CONCEPTS, QUESTIONS].some((name) => id.startsWith(name)) ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${QUESTIONS}`) return `export default ${JSON.stringify(questionTexts())};`;
      if (id === `\0${CONCEPTS}`) return `export default ${JSON.stringify(packedConcepts())};`;
      const sought = languages.find((language) => id === `\0${PATTERNS}${language}`);
      if (sought) return `export default ${JSON.stringify(packedPatterns([sought], (one) => ({ few: packedFew(one) })))};`;
      const weighed = languages.find((language) => id === `\0${MORE}${language}`);
      if (weighed) return `export default ${JSON.stringify(packedMore(weighed))};`;
      const language = id.startsWith(`\0${WORDS}`) ? id.slice(WORDS.length + 1) : '';
      if (!isLanguage(language)) return undefined;
      return `export default ${JSON.stringify(packedWords(language))};`;
    },
  };
}
