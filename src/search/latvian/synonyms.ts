import { inflectionStem, rootOf } from './stem.ts';
import type { SynonymSet, Vocabulary } from './vocabulary.ts';

/** Words of a query, from the first up to, not including, the last, that stand in a set of synonyms, with what else the set offers. */
export interface Replacement {
  from: number;
  to: number;
  entries: SynonymSet;
}

/** Entries of the vocabulary's synonym sets that the query contains, in any form. */
export function replacementsIn(query: readonly string[], { synonyms }: Vocabulary): Replacement[] {
  return query.flatMap((word, from) =>
    (synonyms.get(rootOf(word)) ?? [])
      .filter(({ words }) => words.every((listed, offset) => isForm(query[from + offset] ?? '', listed)))
      .map(({ words, set }) => ({ from, to: from + words.length, entries: set.filter((other) => other !== words) })),
  );
}

/** Short roots are shared by strangers (darbs, darbinieks), so there the stem must be the same. */
function isForm(word: string, listed: string): boolean {
  return inflectionStem(word) === inflectionStem(listed) || (rootOf(listed).length >= 5 && rootOf(word) === rootOf(listed));
}
