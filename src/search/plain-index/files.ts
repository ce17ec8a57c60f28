import { Cursor } from './cursor.ts';

/** `pagefind.*.pf_meta`: what there is. */
export interface Catalogue {
  pages: readonly Page[];
  /** Mean of the pages' numbers of words. */
  meanLength: number;
  /** Parts of the index in the order of their words; `from` and `to` are beginnings of the first and the last one. */
  chunks: readonly Chunk[];
  /** For each filter the name of its file. */
  filters: ReadonlyMap<string, string>;
  /** Names of metadata, such as `title`. */
  fields: readonly string[];
}

interface Page {
  /** Also the name of its file. */
  id: string;
  /** Number of words. */
  length: number;
}

interface Chunk {
  from: string;
  to: string;
  name: string;
}

/** A word without diacritics, with each form in which it is written. */
export interface Word {
  word: string;
  forms: readonly { form: string; postings: readonly Posting[] }[];
}

/** Where a form stands on one page. */
export interface Posting {
  /** Position in `Catalogue.pages`. */
  page: number;
  /** Places in the page's text, ascending, and for each how much it counts: see `plainWeight`. */
  places: readonly number[];
  weights: readonly number[];
  /** The weights of all places. */
  weight: number;
  /** Metadata that have the form, by position in `Catalogue.fields`. */
  fields: readonly number[];
}

const signature = 'pagefind_dcd';
/** What a word of plain text counts. */
export const plainWeight = 24;

export function readCatalogue(file: Uint8Array): Catalogue {
  const cursor = new Cursor(contentOf(file));
  cursor.array();
  cursor.text();
  const pages = list(cursor, () => {
    cursor.array();
    return { id: cursor.text(), length: cursor.number() };
  });
  const chunks = list(cursor, () => {
    cursor.array();
    return { from: cursor.text(), to: cursor.text(), name: cursor.text() };
  });
  const filters = list(cursor, () => {
    cursor.array();
    return [cursor.text(), cursor.text()] as const;
  });
  list(cursor, () => {
    cursor.array();
    cursor.text();
    list(cursor, () => cursor.number());
  });
  const fields = list(cursor, () => cursor.text());
  const meanLength = pages.reduce((sum, { length }) => sum + length, 0) / Math.max(1, pages.length);
  return { pages, meanLength, chunks, filters: new Map(filters), fields };
}

/** The words of one part of the index, in their order. */
export function readChunk(file: Uint8Array): Word[] {
  const cursor = new Cursor(contentOf(file));
  cursor.array();
  return list(cursor, () => {
    cursor.array();
    const word = cursor.text();
    const plain = { form: word, postings: readPostings(cursor) };
    const others = list(cursor, () => {
      cursor.array();
      return { form: cursor.text(), postings: readPostings(cursor) };
    });
    return { word, forms: [plain, ...others] };
  });
}

/** For each value of a filter the pages that have it, by position in `Catalogue.pages`. */
export function readFilter(file: Uint8Array): Map<string, number[]> {
  const cursor = new Cursor(contentOf(file));
  cursor.array();
  cursor.text();
  return new Map(
    list(cursor, () => {
      cursor.array();
      return [cursor.text(), list(cursor, () => cursor.number())] as const;
    }),
  );
}

/** What stands behind Pagefind's signature. Throws where the file is not as `buildBundle` leaves it, unpacked. */
export function contentOf(file: Uint8Array): Uint8Array {
  for (let at = 0; at < signature.length; at += 1)
    if (file[at] !== signature.charCodeAt(at)) throw new RangeError('this is no unpacked file of Pagefind 1.5');
  return file.subarray(signature.length);
}

function list<Item>(cursor: Cursor, read: () => Item): Item[] {
  return Array.from({ length: cursor.array() }, read);
}

/** Page numbers and places are written as the difference to the one before; a negative number is the weight of the places after it. */
function readPostings(cursor: Cursor): Posting[] {
  let page = 0;
  return list(cursor, () => {
    const parts = cursor.array();
    page += cursor.number();
    const places: number[] = [];
    const weights: number[] = [];
    let weight = plainWeight;
    let sum = 0;
    let place = 0;
    for (let left = cursor.array(); left > 0; left -= 1) {
      const number = cursor.number();
      if (number < 0) {
        weight = Math.min(255, -1 - number);
        place = 0;
      } else {
        place += number;
        // Places of one weight ascend, so a place is moved past few.
        let at = places.length;
        while (at > 0 && (places[at - 1] ?? 0) > place) at -= 1;
        if (places[at - 1] === place) continue;
        places.splice(at, 0, place);
        weights.splice(at, 0, weight);
        sum += weight;
      }
    }
    return { page, places, weights, weight: sum, fields: parts < 3 ? [] : readFields(cursor) };
  });
}

/** Places within metadata, of which only the field is wanted: a negative number names the one of the places after it. */
function readFields(cursor: Cursor): number[] {
  const fields = new Set<number>();
  let field = 0;
  for (let left = cursor.array(); left > 0; left -= 1) {
    const number = cursor.number();
    if (number < 0) field = -1 - number;
    else fields.add(field);
  }
  return [...fields];
}
