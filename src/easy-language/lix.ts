import type { Sentence } from './sentences.ts';

/** What a text measures, whatever the rules say. */
export interface Figures {
  words: number;
  sentences: number;
  /** Words a sentence. */
  meanSentence: number;
  /** Per cent of sentences over 15 words. */
  longSentences: number;
  /** Per cent of words over 6 letters. */
  longWords: number;
  /** Words a sentence + per cent of words over 6 letters (Björnsson 1968). */
  lix: number;
}

export function figuresOf(sentences: readonly Sentence[]): Figures {
  const words = sentences.flatMap((sentence) => sentence.words);
  const share = (count: number, of: number) => (of === 0 ? 0 : (100 * count) / of);
  const meanSentence = sentences.length === 0 ? 0 : words.length / sentences.length;
  const longWords = share(words.filter(({ kind, text }) => kind === 'word' && text.length > 6).length, words.length);
  return {
    words: words.length,
    sentences: sentences.length,
    meanSentence,
    longSentences: share(sentences.filter((sentence) => sentence.words.length > 15).length, sentences.length),
    longWords,
    lix: meanSentence + longWords,
  };
}
