/** The sets of words that patterns name, numbered, each set once. */
export interface Vocabulary {
  /** The number of a set of words as `readPattern` gives them. */
  setOf: (words: readonly string[]) => number;
  /** Which sets the words of a text are in. To be asked when all sets are known. */
  look: (words: readonly string[]) => Looked;
}
interface Looked {
  /** Where the words of each set stand, ascending. */
  places: readonly (readonly number[] | undefined)[];
  /** 1 for each set of which a word stands in the text. */
  stands: Uint8Array;
  isIn: (place: number, set: number) => boolean;
}

/** Longer numbers are telephones: an open range does not reach them. */
const MOST_AMOUNT = 999_999;
const BUCKET_LETTERS = 3;
const BITS = 32;
const SHIFT = 5;
const MASK = BITS - 1;

/** What a word begins or ends with, and the sets that name it. */
interface Affix {
  letters: string;
  sets: number[];
}

export function makeVocabulary(): Vocabulary {
  const numbers = new Map<string, number>();
  const exact = new Map<string, number[]>();
  /** By their first letters, so that a word is compared with few of them. */
  const beginnings = new Map<string, Affix[]>();
  const endings: Affix[] = [];
  const ranges = new Map<string, { from: number; to: number; sets: number[] }>();

  const setsOf = (word: string): number[] => {
    const range = /^#(?:(\d+)(?:\+|-(\d+))?)?$/.exec(word);
    if (range)
      return getOrAdd(ranges, word, () => ({
        from: Number(range[1] ?? 0),
        to: range[2] === undefined ? MOST_AMOUNT : Number(range[2]),
        sets: [],
      })).sets;
    if (!word.includes('*')) return getOrAdd(exact, word, () => []);
    const letters = word.replace('*', '');
    const list = word.startsWith('*') ? endings : getOrAdd(beginnings, letters.slice(0, BUCKET_LETTERS), () => []);
    let affix = list.find((known) => known.letters === letters);
    if (!affix) list.push((affix = { letters, sets: [] }));
    return affix.sets;
  };
  const allSetsOf = (word: string): number[][] => {
    const all = [exact.get(word) ?? []];
    for (let length = 1; length <= BUCKET_LETTERS; length++) {
      for (const { letters, sets } of beginnings.get(word.slice(0, length)) ?? []) if (word.startsWith(letters)) all.push(sets);
      if (length >= word.length) break;
    }
    for (const { letters, sets } of endings) if (word.endsWith(letters)) all.push(sets);
    if (/^\d+$/.test(word))
      for (const { from, to, sets } of ranges.values()) if (Number(word) >= from && Number(word) <= to) all.push(sets);
    return all;
  };

  return {
    setOf: (words) => {
      const key = words.join('|');
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const number = numbers.size;
      numbers.set(key, number);
      for (const word of words) setsOf(word).push(number);
      return number;
    },
    look: (words) => {
      const places: number[][] = new Array<number[]>(numbers.size);
      const stands = new Uint8Array(numbers.size);
      const distinct = new Map<string, number>();
      const rows = words.map((word) => getOrAdd(distinct, word, () => distinct.size));
      const width = Math.ceil(numbers.size / BITS);
      const bits = new Uint32Array(width * distinct.size);
      const sets = [...distinct.keys()].map((word, row) => {
        const own: number[] = [];
        for (const found of allSetsOf(word)) {
          for (const set of found) {
            const cell = row * width + (set >>> SHIFT);
            const before = bits[cell] ?? 0;
            const after = before | (1 << (set & MASK));
            if (before === after >>> 0) continue;
            bits[cell] = after;
            stands[set] = 1;
            own.push(set);
          }
        }
        return own;
      });
      rows.forEach((row, place) => {
        for (const set of sets[row] ?? []) (places[set] ??= []).push(place);
      });
      return {
        places,
        stands,
        isIn: (place, set) => (((bits[(rows[place] ?? 0) * width + (set >>> SHIFT)] ?? 0) >>> (set & MASK)) & 1) === 1,
      };
    },
  };
}

export function getOrAdd<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
