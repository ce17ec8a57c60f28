import type { Postings } from './files.ts';

/** A form of a found word, with its rows of postings. */
export interface FoundForm {
  postings: Postings;
  from: number;
  to: number;
}

/**
 * The postings of found forms side by side for each page, in the order of the forms. They are numbered: those of a page are the numbers from `firsts[page]` up to, not
 * including, `firsts[page + 1]`. A common word has thousands, so all is numbers in few arrays.
 */
export class PostingsByPage<Form extends FoundForm> {
  readonly firsts: Uint32Array;
  private readonly forms: readonly Form[];
  /** For each posting the position of its form, and its row in the table of that form. */
  private readonly formOf: Uint32Array;
  private readonly rowOf: Uint32Array;

  /** `pages` is the number of all pages. */
  constructor(forms: readonly Form[], pages: number) {
    const firsts = new Uint32Array(pages + 1);
    for (const { postings, from, to } of forms) {
      const { pages: pageOf } = postings;
      for (let row = from; row < to; row += 1) {
        const after = (pageOf[row] ?? 0) + 1;
        firsts[after] = (firsts[after] ?? 0) + 1;
      }
    }
    let total = 0;
    for (let page = 0; page <= pages; page += 1) firsts[page] = total += firsts[page] ?? 0;
    const next = firsts.slice();
    const [formOf, rowOf] = [new Uint32Array(total), new Uint32Array(total)];
    let position = 0;
    for (const { postings, from, to } of forms) {
      const { pages: pageOf } = postings;
      for (let row = from; row < to; row += 1) {
        const page = pageOf[row] ?? 0;
        const posting = next[page] ?? 0;
        next[page] = posting + 1;
        formOf[posting] = position;
        rowOf[posting] = row;
      }
      position += 1;
    }
    this.forms = forms;
    this.firsts = firsts;
    this.formOf = formOf;
    this.rowOf = rowOf;
  }

  form(posting: number): Form {
    const form = this.forms[this.formOf[posting] ?? 0];
    if (!form) throw new RangeError(`there is no posting ${posting}`);
    return form;
  }

  /** The weights of all its places. */
  weight(posting: number): number {
    return this.form(posting).postings.weights[this.rowOf[posting] ?? 0] ?? 0;
  }

  /** The metadata that it has, a bit for each. */
  fields(posting: number): number {
    return this.form(posting).postings.fields[this.rowOf[posting] ?? 0] ?? 0;
  }

  /** What one of its places counts; undefined where it does not stand there. */
  weightAt(posting: number, place: number): number | undefined {
    const { places, placeWeights, starts } = this.form(posting).postings;
    const row = this.rowOf[posting] ?? 0;
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) if (places[at] === place) return placeWeights[at];
    return undefined;
  }

  /** Places of a page at which several of its postings stand. */
  sharedPlaces(page: number): readonly number[] {
    const [first = 0, end = 0] = [this.firsts[page], this.firsts[page + 1]];
    if (end - first < 2) return [];
    const shared: number[] = [];
    placesSeen.clear();
    for (let posting = first; posting < end; posting += 1) {
      const { places, starts } = this.form(posting).postings;
      const row = this.rowOf[posting] ?? 0;
      for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
        const place = places[at] ?? 0;
        if (!placesSeen.add(place) && !shared.includes(place)) shared.push(place);
      }
    }
    return shared;
  }

  /** The places of all postings of a page, ascending, each once. */
  placesOn(page: number): number[] {
    const [first = 0, end = 0] = [this.firsts[page], this.firsts[page + 1]];
    const all: number[] = [];
    for (let posting = first; posting < end; posting += 1) {
      const { places, starts } = this.form(posting).postings;
      const row = this.rowOf[posting] ?? 0;
      for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) all.push(places[at] ?? 0);
    }
    if (end - first < 2) return all;
    const sorted = Uint32Array.from(all).sort();
    all.length = 0;
    for (const place of sorted) if (place !== all.at(-1)) all.push(place);
    return all;
  }
}

/** A set of small numbers that is emptied at once. */
class NumberSet {
  /** For each number when it was last added. */
  private times = new Uint32Array(1024);
  private time = 0;

  clear(): void {
    this.time += 1;
  }

  /** False where the number is there already. */
  add(number: number): boolean {
    if (number >= this.times.length) {
      const longer = new Uint32Array(2 * number);
      longer.set(this.times);
      this.times = longer;
    }
    const isNew = this.times[number] !== this.time;
    this.times[number] = this.time;
    return isNew;
  }
}

/** Kept from search to search, as it becomes as long as the longest page. */
const placesSeen = new NumberSet();
