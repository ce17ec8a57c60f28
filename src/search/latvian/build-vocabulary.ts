import { fold, tokensOf, wordsOf } from './fold.ts';
import { stopWords } from './stop-words.ts';
import { inflectionStem } from './stem.ts';
import type { Inventory, SynonymSet } from './vocabulary.ts';

const shortestJoined = 4;

/**
 * The vocabulary of a site: `texts` holds one string a page (title and everything that is indexed), `synonyms` the words of each set as people write them.
 */
export function buildVocabulary(texts: Iterable<string>, synonyms: readonly (readonly string[])[]): Inventory {
  const pagesWith = new Map<string, number>();
  const numbers: Record<string, string> = {};
  let pages = 0;
  for (const text of texts) {
    pages += 1;
    for (const word of new Set(wordsOf(text))) if (isListed(word)) pagesWith.set(word, (pagesWith.get(word) ?? 0) + 1);
    for (const [joined, apart] of digitGroups(text)) numbers[joined] = apart;
  }
  const entries = [...joinForms(pagesWith)].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    pages,
    words: entries.map(([word]) => word),
    frequencies: entries.map(([, frequency]) => frequency),
    numbers: Object.fromEntries(Object.entries(numbers).sort(([a], [b]) => (a < b ? -1 : 1))),
    synonyms: synonyms.map((set) => set.map(wordsOfEntry)).filter((set) => set.length > 1),
  };
}

/** Puts one entry in the place of all forms of a word, where every word that begins with the stem is such a form. */
function joinForms(pagesWith: ReadonlyMap<string, number>): Map<string, number> {
  const strangers = new Set<string>();
  for (const word of pagesWith.keys()) {
    const stem = inflectionStem(word);
    for (let length = shortestJoined; length <= word.length; length += 1)
      if (word.slice(0, length) !== stem) strangers.add(word.slice(0, length));
  }
  const joined = new Map<string, number>();
  for (const [word, pages] of pagesWith) {
    const stem = inflectionStem(word);
    const entry = stem.length < shortestJoined || strangers.has(stem) ? word : `${stem}-`;
    joined.set(entry, Math.max(joined.get(entry) ?? 0, pages));
  }
  return joined;
}

function isListed(word: string): boolean {
  return word.length >= 3 && word.length <= 30 && /^\p{Ll}+$/u.test(word) && !stopWords.has(word);
}

function wordsOfEntry(entry: string): SynonymSet[number] {
  return tokensOf(fold(entry)).flatMap(({ parts }) => parts);
}

/** Numbers of five and more digits that are printed in groups, such as telephone numbers. */
function digitGroups(text: string): [string, string][] {
  return [...text.matchAll(/(?<![\d.,:/-])\d{1,4}(?:[ \u00A0\u202F]\d{2,4})+(?![\d.,:/-]*\d)/gu)]
    .map(([group]): [string, string] => [group.replaceAll(/\D/g, ''), group.replaceAll(/\D/g, ' ')])
    .filter(([joined]) => joined.length >= 5 && joined.length <= 15);
}
