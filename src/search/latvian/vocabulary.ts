import { commonPrefix } from './fold.ts';
import { inflectionStem, rootOf } from './stem.ts';

/** Words of one set of synonyms, each entry one word or several, folded. */
export type SynonymSet = readonly (readonly string[])[];

/** One entry of one set, found by the root of its first word. */
interface SynonymEntry {
  words: readonly string[];
  set: SynonymSet;
}

/** What a site's texts consist of. Built once with the site, read by the browser before the first query. */
export interface Vocabulary {
  /** Number of pages it was made of. */
  pages: number;
  /** All folded words of three and more letters, sorted. `kampan-` stands for all forms of a word whose stem begins no other word. */
  words: readonly string[];
  /** The same without the sign that an entry stands for forms. */
  letters: readonly string[];
  /** How many letters each of these has in common with the one before. */
  shared: Uint8Array;
  /** For each word about how many pages have it: a power of two, rounded down. */
  frequencies: readonly number[];
  /** Digit groups that stand apart in the text, by their joined digits: `116006` → `116 006`. */
  numbers: Readonly<Record<string, string>>;
  synonyms: ReadonlyMap<string, readonly SynonymEntry[]>;
}

/** What the builder makes of a site; `pack` turns it into what is sent. */
export interface Inventory extends Omit<Vocabulary, 'synonyms' | 'letters' | 'shared'> {
  synonyms: readonly SynonymSet[];
}

/** The same for the wire: JSON of this compresses to about two bytes a word. */
export interface PackedVocabulary {
  pages: number;
  /** Each word: a capital letter (how many letters of the word before are dropped), the new letters, a digit (binary logarithm of the pages, left out below 3). */
  words: string;
  numbers: Readonly<Record<string, string>>;
  /** Sets after semicolons, their entries after commas, the words of an entry after spaces. */
  synonyms: string;
}

const capitalA = 65;
const leastPower = 3;

export function pack({ words, frequencies, synonyms, ...rest }: Inventory): PackedVocabulary {
  let before = '';
  let packed = '';
  words.forEach((word, index) => {
    if (!/^\p{Ll}+-?$/u.test(word) || word <= before)
      throw new Error(`"${word}" cannot be packed after "${before}": words are sorted, folded and of letters only`);
    const common = commonPrefix(before, word);
    const power = Math.floor(Math.log2(frequencies[index] ?? 1));
    packed +=
      String.fromCharCode(capitalA + before.length - common) + word.slice(common) + (power < leastPower ? '' : String(Math.min(power, 9)));
    before = word;
  });
  return { ...rest, words: packed, synonyms: synonyms.map((set) => set.map((entry) => entry.join(' ')).join()).join(';') };
}

export function unpack({ words: packed, synonyms, ...rest }: PackedVocabulary): Vocabulary {
  const words: string[] = [];
  const frequencies: number[] = [];
  let before = '';
  for (const [, dropped = '', letters = '', power] of packed.matchAll(/([A-`])([^A-`\d]+)(\d?)/g)) {
    before = before.slice(0, before.length - (dropped.charCodeAt(0) - capitalA)) + letters;
    words.push(before);
    frequencies.push(power ? 2 ** Number(power) : 1);
  }
  const letters = words.map(lettersOf);
  return {
    ...rest,
    words,
    letters,
    shared: Uint8Array.from(letters, (word, index) => commonPrefix(letters[index - 1] ?? '', word)),
    frequencies,
    synonyms: byFirstRoot(synonyms.split(';').map((set) => set.split(',').map((entry) => entry.split(' ')))),
  };
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

/** The letters of an entry: the word, or the stem it stands for. */
export function lettersOf(entry: string): string {
  return standsForForms(entry) ? entry.slice(0, -1) : entry;
}

/** The stem of the word or words that an entry stands for. */
export function stemOf(entry: string): string {
  return standsForForms(entry) ? entry.slice(0, -1) : inflectionStem(entry);
}

export function standsForForms(entry: string): boolean {
  return entry.endsWith('-');
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
