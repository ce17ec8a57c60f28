import type { Tokens } from './tokens.ts';

/** Features are numbered by a hash of their words: no list of words travels. */
const FEATURE_BITS = 18;
const STEM = 5;
/** Of a pair, the second word stands at most this many words behind the first. */
const REACH = 3;
const PRIME = 0x01000193;
/** Numbers count by size: wages, hours, ages and telephones look alike otherwise. */
const SIZES = [10, 13, 25, 100, 1000, 3000, 10_000, 100_000_000];

/** What a sentence shows, and which words of the text it is made of. */
export interface SentenceFeatures {
  /** Numbers of its stems and pairs of stems, each once. */
  features: number[];
  /** Indexes of its first and its last word. */
  first: number;
  last: number;
}

/** The stems of each sentence, and pairs of them with up to two words between. */
export function featuresOf({ words }: Tokens): SentenceFeatures[] {
  const sentences: SentenceFeatures[] = [];
  const stems = words.map(hashOfStem);
  let first = 0;
  for (let at = 0; at <= words.length; at++) {
    if (words[at]) continue;
    if (at > first) sentences.push({ features: featuresBetween(stems, first, at), first, last: at - 1 });
    first = at + 1;
  }
  return sentences;
}

function featuresBetween(stems: readonly number[], from: number, to: number): number[] {
  const features = new Set<number>();
  for (let at = from; at < to; at++) {
    const stem = stems[at] ?? 0;
    features.add(numberOf(stem));
    for (let other = at + 1; other <= at + REACH && other < to; other++)
      features.add(numberOf(Math.imul(stem, PRIME) ^ (stems[other] ?? 0) ^ (other === at + 1 ? 1 : 0)));
  }
  return [...features];
}

/** FNV-1a of the first letters, or of the size of a number. */
function hashOfStem(word: string): number {
  const isNumber = /^\d/.test(word);
  const stem = isNumber ? `#${SIZES.findIndex((size) => Number(word) < size)}` : word;
  let hash = 0x811c9dc5;
  for (let at = 0; at < STEM && at < stem.length; at++) hash = Math.imul(hash ^ stem.charCodeAt(at), PRIME);
  return hash;
}

function numberOf(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) & ((1 << FEATURE_BITS) - 1);
}
