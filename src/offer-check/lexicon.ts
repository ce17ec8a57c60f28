import { numbersOf, packSteps, signOf, STREAM_END, unpackSteps } from './signs.ts';

/** "maks*" any word that begins so, "pase" this word only, "ne+" a beginning before a word that keeps its own concepts. */
export interface Entry {
  word: string;
  /** Number of the concept. */
  concept: number;
}

/** Numbers of the concepts of a folded word, those of its longest beginning that is known; none for most words. */
export type Lexicon = (word: string) => readonly number[];

/** Beginnings are numbered by a hash: no list of words travels. */
const HASH_BITS = 20;
const LOW_BITS = 4;
/** Longer beginnings are cut to it. */
const LONGEST = 9;
const SHORTEST = 3;
const END_OF_WORD = '$';
const PREFIX_END = '\t';
const NONE: readonly number[] = [];

/** Writes entries as three streams of signs and one of prefixes. Throws if a concept has no sign. */
export function packLexicon(entries: readonly Entry[]): string {
  const prefixes = entries.filter(({ word }) => word.endsWith('+'));
  const others = entries
    .filter(({ word }) => !word.endsWith('+'))
    .map(({ word, concept }) => ({ number: hashOf(keyOf(word)), concept }))
    .toSorted((one, other) => one.number - other.number || one.concept - other.concept);
  const [high, low] = packSteps(
    others.map(({ number }) => number),
    LOW_BITS,
  );
  const concepts = others.map(({ concept }) => signOf(concept)).join('');
  return [high, low, concepts, prefixes.map(({ word, concept }) => word.slice(0, -1) + signOf(concept)).join(PREFIX_END)].join(STREAM_END);
}

export function unpackLexicon(packed: string): Lexicon {
  const [high = '', low = '', signs = '', prefixed = ''] = packed.split(STREAM_END);
  const concepts = numbersOf(signs);
  const known = new Map<number, number[]>();
  unpackSteps(high, low, LOW_BITS).forEach((number, index) => {
    const own = known.get(number);
    if (own) own.push(concepts[index] ?? 0);
    else known.set(number, [concepts[index] ?? 0]);
  });
  const prefixes =
    prefixed === '' ? [] : prefixed.split(PREFIX_END).map((one) => ({ start: one.slice(0, -1), adds: numbersOf(one.slice(-1)) }));
  const find = (word: string): readonly number[] | undefined => {
    const whole = known.get(hashOf(word + END_OF_WORD));
    if (whole) return whole;
    let hash = FIRST_HASH;
    let longest: readonly number[] | undefined;
    for (let length = 1; length <= LONGEST && length <= word.length; length++) {
      hash = withSign(hash, word.charCodeAt(length - 1));
      if (length >= SHORTEST) longest = known.get(mixed(hash)) ?? longest;
    }
    return longest;
  };
  return (word) => {
    const own = find(word);
    if (own) return own;
    for (const { start, adds } of prefixes) {
      const rest = word.startsWith(start) && find(word.slice(start.length));
      if (rest) return [...adds, ...rest];
    }
    return NONE;
  };
}

function keyOf(word: string): string {
  return word.endsWith('*') ? word.slice(0, -1).slice(0, LONGEST) : word + END_OF_WORD;
}

/** FNV-1a. */
const FIRST_HASH = 0x811c9dc5;
function withSign(hash: number, sign: number): number {
  return Math.imul(hash ^ sign, 0x01000193);
}

function hashOf(key: string): number {
  let hash = FIRST_HASH;
  for (let at = 0; at < key.length; at++) hash = withSign(hash, key.charCodeAt(at));
  return mixed(hash);
}

function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (once ^ (once >>> 13)) & ((1 << HASH_BITS) - 1);
}
