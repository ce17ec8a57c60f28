import { commonPrefix } from './fold.ts';
import { rootOf } from './stem.ts';

/** Words of one set of synonyms, each entry one word or several, folded. */
export type SynonymSet = readonly (readonly string[])[];

/** One entry of one set, found by the root of its first word. */
export interface SynonymEntry {
  words: readonly string[];
  set: SynonymSet;
}

/** What a site's texts consist of. Built once with the site, read by the browser before the first query. */
export interface Vocabulary {
  /** Number of pages it was made of. */
  pages: number;
  /** All folded words of three and more letters, sorted. */
  words: readonly string[];
  /** For each word about how many pages have it: a power of two, rounded up. */
  frequencies: readonly number[];
  /** Digit groups that stand apart in the text, by their joined digits: `116006` → `116 006`. */
  numbers: Readonly<Record<string, string>>;
  synonyms: ReadonlyMap<string, readonly SynonymEntry[]>;
}

/** What the builder makes of a site; `pack` turns it into what is sent. */
export interface Inventory extends Omit<Vocabulary, 'synonyms'> {
  synonyms: readonly SynonymSet[];
}

/** The same for the wire: JSON of this compresses to about two bytes a word. */
export interface PackedVocabulary {
  pages: number;
  /** Each word: a capital letter (how many letters of the word before are dropped), the new letters, a digit (binary logarithm of the pages, left out for one). */
  words: string;
  numbers: Readonly<Record<string, string>>;
  synonyms: readonly SynonymSet[];
}

const capitalA = 65;

export function pack({ words, frequencies, ...rest }: Inventory): PackedVocabulary {
  let before = '';
  let packed = '';
  words.forEach((word, index) => {
    if (!/^\p{Ll}+$/u.test(word) || word <= before) throw new Error(`"${word}" cannot be packed after "${before}": words are sorted, folded and of letters only`);
    const common = commonPrefix(before, word);
    const power = Math.ceil(Math.log2(frequencies[index] ?? 1));
    packed += String.fromCharCode(capitalA + before.length - common) + word.slice(common) + (power > 0 ? String(Math.min(power, 9)) : '');
    before = word;
  });
  return { ...rest, words: packed };
}

export function unpack({ words: packed, synonyms, ...rest }: PackedVocabulary): Vocabulary {
  const words: string[] = [];
  const frequencies: number[] = [];
  let before = '';
  for (const [, dropped = '', letters = '', power = '0'] of packed.matchAll(/([A-`])(\p{Ll}+)(\d?)/gu)) {
    before = before.slice(0, before.length - (dropped.charCodeAt(0) - capitalA)) + letters;
    words.push(before);
    frequencies.push(2 ** Number(power));
  }
  return { ...rest, words, frequencies, synonyms: byFirstRoot(synonyms) };
}

function byFirstRoot(sets: readonly SynonymSet[]): Map<string, SynonymEntry[]> {
  const found = new Map<string, SynonymEntry[]>();
  for (const set of sets) {
    for (const words of set) {
      const root = rootOf(words[0] ?? '');
      found.set(root, [...(found.get(root) ?? []), { words, set }]);
    }
  }
  return found;
}

/** Where the words that begin with `prefix` stand: from the first index up to, not including, the second. */
export function rangeOf({ words }: Vocabulary, prefix: string): [number, number] {
  return [lowerBound(words, prefix), lowerBound(words, `${prefix}\uFFFF`)];
}

export function has({ words }: Vocabulary, word: string): boolean {
  return words[lowerBound(words, word)] === word;
}

function lowerBound(words: readonly string[], key: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
