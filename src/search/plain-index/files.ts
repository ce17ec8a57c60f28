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
  forms: readonly Form[];
}

/** A form of a word, and which rows of a table are its postings: from the first up to, not including, the last. */
interface Form {
  form: string;
  postings: Postings;
  from: number;
  to: number;
}

/** Where forms stand: a row for each page that a form is on. All postings of a file are one table of numbers, as they are many and stay in memory. */
export interface Postings {
  /** By row the page, as a position in `Catalogue.pages`; those of one form ascend. */
  pages: Uint32Array;
  /** By row the weights of all places. */
  weights: Uint32Array;
  /** By row the metadata that have the form: a bit for each position in `Catalogue.fields`. */
  fields: Uint32Array;
  /** By row where its places begin; one number more than there are rows. */
  starts: Uint32Array;
  /** Places in the page's text, ascending in each row, and for each how much it counts: see `plainWeight`. */
  places: Uint32Array;
  placeWeights: Uint8Array;
}

/** As many fields as a row of `Postings` has bits for. */
const mostFields = 32;
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
  if (fields.length > mostFields) throw new RangeError(`the index has ${fields.length} kinds of metadata, more than ${mostFields}`);
  const meanLength = pages.reduce((sum, { length }) => sum + length, 0) / Math.max(1, pages.length);
  return { pages, meanLength, chunks, filters: new Map(filters), fields };
}

/** The words of one part of the index, in their order. */
export function readChunk(file: Uint8Array): Word[] {
  const cursor = new Cursor(contentOf(file));
  const table = new PostingsReader(cursor);
  cursor.array();
  const words = list(cursor, () => {
    cursor.array();
    const word = cursor.text();
    const plain = { form: word, ...table.read() };
    const others = list(cursor, () => {
      cursor.array();
      return { form: cursor.text(), ...table.read() };
    });
    return { word, forms: [plain, ...others] };
  });
  const postings = table.postings();
  return words.map(({ word, forms }) => ({ word, forms: forms.map((form) => ({ ...form, postings })) }));
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

/** Reads the postings of one form after the other into one table. */
class PostingsReader {
  private readonly cursor: Cursor;
  private readonly pages: number[] = [];
  private readonly weights: number[] = [];
  private readonly fields: number[] = [];
  private readonly starts: number[] = [0];
  private readonly places: number[] = [];
  private readonly placeWeights: number[] = [];

  constructor(cursor: Cursor) {
    this.cursor = cursor;
  }

  /** Reads those of the next form: its rows. */
  read(): { from: number; to: number } {
    const from = this.pages.length;
    let page = 0;
    for (let left = this.cursor.array(); left > 0; left -= 1) {
      const parts = this.cursor.array();
      // Page numbers are written as the difference to the one before.
      page += this.cursor.number();
      this.pages.push(page);
      this.weights.push(this.readPlaces());
      this.fields.push(parts < 3 ? 0 : readFields(this.cursor));
      this.starts.push(this.places.length);
    }
    return { from, to: this.pages.length };
  }

  postings(): Postings {
    return {
      pages: Uint32Array.from(this.pages),
      weights: Uint32Array.from(this.weights),
      fields: Uint32Array.from(this.fields),
      starts: Uint32Array.from(this.starts),
      places: Uint32Array.from(this.places),
      placeWeights: Uint8Array.from(this.placeWeights),
    };
  }

  /** Places, too, are written as the difference to the one before; a negative number is the weight of the places after it. Returns the weight of all. */
  private readPlaces(): number {
    const { cursor, places, placeWeights } = this;
    const start = places.length;
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
        while (at > start && (places[at - 1] ?? 0) > place) at -= 1;
        if (at > start && places[at - 1] === place) continue;
        places.splice(at, 0, place);
        placeWeights.splice(at, 0, weight);
        sum += weight;
      }
    }
    return sum;
  }
}

/** Places within metadata, of which only the field is wanted: a negative number names the one of the places after it. A bit for each field. */
function readFields(cursor: Cursor): number {
  let fields = 0;
  let field = 0;
  for (let left = cursor.array(); left > 0; left -= 1) {
    const number = cursor.number();
    if (number < 0) field = -1 - number;
    else fields |= 1 << field;
  }
  return fields;
}
