import { pathIn } from '~/i18n/paths.ts';
import type { ArchiveTerm } from '~/schemas/archive.ts';

/** Something that entries of an archive can be filtered by. */
export interface Facet<T> {
  /** Names the facet on pages: `archive.by.<id>` of the interface words. */
  id: string;
  /** The address word between the front and the term; none for the facet that stands directly below the front. */
  word?: string;
  /** The values in the order in which they are shown. */
  terms: readonly ArchiveTerm[];
  /** Ids of the terms that an entry belongs to. */
  termsOf: (entry: T) => readonly string[];
}

/** The entries of one term. */
export interface FilteredList<T> {
  facet: string;
  term: ArchiveTerm;
  path: string;
  entries: T[];
}

/** One list for each term of each facet that has an entry. `front` is the address word of the section, which exists in Latvian. */
export function filteredLists<T>(front: string, entries: readonly T[], facets: readonly Facet<T>[]): FilteredList<T>[] {
  return facets.flatMap(({ id, word, terms, termsOf }) =>
    terms.flatMap((term) => {
      const chosen = entries.filter((entry) => termsOf(entry).includes(term.id));
      return chosen.length === 0
        ? []
        : [{ facet: id, term, path: pathIn('lv', front, ...(word === undefined ? [] : [word]), term.id), entries: chosen }];
    }),
  );
}

/** Years as terms, newest first, with one for entries of unknown year at the end. */
export function yearTerms(years: readonly (string | undefined)[], unknown: ArchiveTerm): ArchiveTerm[] {
  const known = [...new Set(years.filter((year) => year !== undefined))].sort((a, b) => b.localeCompare(a));
  return [...known.map((year) => ({ id: year, name: year })), ...(years.includes(undefined) ? [unknown] : [])];
}
