import type { Tokens } from './tokens.ts';

/** Features are numbered by a hash of their words: no list of words travels. */
export const FEATURE_BITS = 20;
const STEM = 5;
const PRIME = 0x01000193;
/** Numbers count by size: wages, hours, ages and telephones look alike otherwise. */
const SIZES = [10, 13, 25, 100, 1000, 3000, 10_000, Number.POSITIVE_INFINITY];
export const SIZE_COUNT = SIZES.length;

/** What a sentence shows, and which words of the text it is made of. */
export interface SentenceFeatures {
  /** Numbers of its stems, each once. */
  features: number[];
  words: readonly string[];
  /** Indexes of its first and its last word. */
  first: number;
  last: number;
}

/** The stems of each sentence. */
export function featuresOf({ words }: Tokens): SentenceFeatures[] {
  const sentences: SentenceFeatures[] = [];
  const stems = words.map(numberOf);
  let first = 0;
  for (let at = 0; at <= words.length; at++) {
    if (words[at]) continue;
    if (at > first) sentences.push({ features: [...new Set(stems.slice(first, at))], words: words.slice(first, at), first, last: at - 1 });
    first = at + 1;
  }
  return sentences;
}

/** Which size a number has, counted from 0; undefined for a word. */
export function sizeOf(word: string): number | undefined {
  return /^\d/.test(word) ? SIZES.findIndex((size) => Number(word) < size) : undefined;
}

/** Mixed FNV-1a of the first letters, or of the size of a number. */
function numberOf(word: string): number {
  const size = sizeOf(word);
  const stem = size === undefined ? word : `#${size}`;
  let hash = 0x811c9dc5;
  for (let at = 0; at < STEM && at < stem.length; at++) hash = Math.imul(hash ^ stem.charCodeAt(at), PRIME);
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) & ((1 << FEATURE_BITS) - 1);
}
