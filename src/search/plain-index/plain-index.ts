import { once } from '../once.ts';
import { contentOf, readCatalogue, readChunk, readFilter, type Catalogue, type Word } from './files.ts';
import { PostingsByPage } from './postings-by-page.ts';
import { match, type Match, type Ranking } from './score.ts';

/** A page that was found. */
export interface PlainHit {
  id: string;
  score: number;
  /** Places of the found words in the page's text. */
  words: readonly number[];
  /** Loads the page; once, however often it is found. */
  data(): Promise<PlainPage>;
}

/** What Pagefind keeps of a page. */
export interface PlainPage {
  url: string;
  content: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

/** Values to choose by filter; a page must have one of the values of each. */
interface Options {
  filters?: Readonly<Record<string, readonly string[]>>;
}

/** Reads a file of the bundle by its name. Rejects where there is none. */
export type ReadFile = (name: string) => Promise<Uint8Array>;

/**
 * A Pagefind index of a language without a stemmer, asked as Pagefind is: `preload`, `search` and `filters` find, score and load the same, from the same files, and
 * without its script and its WebAssembly (70 kB). Only what `searchLatvian` asks for is there: beginnings of words, several that must all be found, a phrase in quotation marks.
 */
export class PlainIndex {
  private readonly read: ReadFile;
  private readonly catalogue: Catalogue;
  private readonly ranking: Ranking;
  /** By the name of a chunk its words, once it is asked for. */
  private readonly chunks = new Map<string, Promise<void>>();
  /** Words of the chunks that are there, by their position in the catalogue. */
  private readonly words: (readonly Word[] | undefined)[] = [];
  private readonly filterFiles = new Map<string, Promise<Map<string, number[]>>>();
  private readonly pages = new Map<string, Promise<PlainPage>>();
  private readonly loadPage = (id: string) => once(this.pages, id, async () => pageOf(await this.read(`fragment/${id}.pf_fragment`)));

  /** Opens the index of a language in a bundle. */
  static async open(language: string, ranking: Ranking, read: ReadFile): Promise<PlainIndex> {
    const { languages } = json(await read('pagefind-entry.json')) as { languages: Record<string, { hash: string }> };
    const about = languages[language];
    if (!about) throw new RangeError(`the index has no pages in "${language}"`);
    return new PlainIndex(readCatalogue(await read(`pagefind.${about.hash}.pf_meta`)), ranking, read);
  }

  private constructor(catalogue: Catalogue, ranking: Ranking, read: ReadFile) {
    this.catalogue = catalogue;
    this.ranking = ranking;
    this.read = read;
  }

  /** Loads the parts of the index in which the words of `term` stand. */
  async preload(term: string): Promise<void> {
    const wanted = new Set(wordsIn(term).flatMap((word) => this.chunksFor(word)));
    await Promise.all([...wanted].filter((position) => !this.words[position]).map((position) => this.load(position)));
  }

  async search(term: string, { filters = {} }: Options = {}): Promise<{ results: PlainHit[] }> {
    const [allowed] = await Promise.all([this.pagesWith(filters), this.preload(term)]);
    const words = wordsIn(term);
    const found = term.startsWith('"') ? this.phrase(words, allowed) : this.beginnings(words, allowed);
    return { results: found.map((one) => new Hit(this.catalogue.pages[one.page]?.id ?? '', one, this.loadPage)) };
  }

  /** For each filter how many pages have each of its values. */
  async filters(): Promise<Record<string, Record<string, number>>> {
    const names = [...this.catalogue.filters.keys()];
    const filters = await Promise.all(names.map((name) => this.filter(name)));
    return Object.fromEntries(
      names.map((name, at) => [name, Object.fromEntries([...(filters[at] ?? [])].map(([value, pages]) => [value, pages.length]))]),
    );
  }

  private beginnings(terms: readonly string[], allowed: ReadonlySet<number> | undefined): Match[] {
    const found = terms.map((term) => ({ term, words: this.wordsFrom(term) }));
    return match(found, this.catalogue, this.ranking, allowed);
  }

  /** Pages with the words one after the other; all the same. */
  private phrase(words: readonly string[], allowed: ReadonlySet<number> | undefined): Match[] {
    const byPage = words.map((word) => this.placesOf(word));
    const [first, ...others] = byPage;
    return [...(first ?? [])].flatMap(([page, places]) => {
      const place = places.find((from) => others.every((own, offset) => own.get(page)?.includes(from + offset + 1)));
      if (place === undefined || (allowed && !allowed.has(page))) return [];
      return [{ page, score: 1, places: words.map((_, offset) => place + offset) }];
    });
  }

  private placesOf(word: string): Map<number, readonly number[]> {
    const postings = new PostingsByPage(
      this.wholeWord(word).flatMap(({ forms }) => forms),
      this.catalogue.pages.length,
    );
    const places = this.catalogue.pages.map((_, page): [number, number[]] => [page, postings.placesOn(page)]);
    return new Map(places.filter(([, own]) => own.length > 0));
  }

  /** Words, among those loaded, that begin with a term; where there are none the longest that the term begins with. */
  private wordsFrom(term: string): Word[] {
    const found = this.chunksNear(term).flatMap((position) => beginningWith(term, this.words[position] ?? []));
    let shorter = term;
    while (found.length === 0 && shorter.length > 1) {
      shorter = shorter.slice(0, -1);
      found.push(...this.wholeWord(shorter));
    }
    return found;
  }

  /** The word itself, where it is loaded. */
  private wholeWord(whole: string): Word[] {
    const found = this.chunksNear(whole).flatMap((position) => {
      const words = this.words[position] ?? [];
      return words[firstFrom(whole, words)] ?? [];
    });
    return found.filter(({ word }) => word === whole);
  }

  /** The chunk in which a word would stand, by position; where it falls between two, those in which words with the same beginning stand. */
  private chunksFor(word: string): number[] {
    const { chunks } = this.catalogue;
    const strict = firstWhere(chunks.length, (position) => (chunks[position]?.to ?? '') >= word);
    return (chunks[strict]?.from ?? '\uFFFF') <= word ? [strict] : this.chunksNear(word);
  }

  /** The chunks in which words can stand that begin with `word` or that it begins with, by position. */
  private chunksNear(word: string): number[] {
    const { chunks } = this.catalogue;
    const isAtLeast = (limit: string) => limit.slice(0, word.length) >= word.slice(0, limit.length);
    const isBeyond = (limit: string) => limit.slice(0, word.length) > word.slice(0, limit.length);
    const first = firstWhere(chunks.length, (position) => isAtLeast(chunks[position]?.to ?? ''));
    const end = firstWhere(chunks.length, (position) => isBeyond(chunks[position]?.from ?? ''));
    return Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
  }

  private load(position: number): Promise<void> {
    const { name = '' } = this.catalogue.chunks[position] ?? {};
    return once(this.chunks, name, async () => {
      this.words[position] = readChunk(await this.read(`index/${name}.pf_index`));
    });
  }

  private filter(name: string): Promise<Map<string, number[]>> {
    const file = this.catalogue.filters.get(name);
    return once(this.filterFiles, name, async () =>
      file === undefined ? new Map<string, number[]>() : readFilter(await this.read(`filter/${file}.pf_filter`)),
    );
  }

  /** Pages that have one of the values of each filter; undefined where none is chosen. */
  private async pagesWith(chosen: NonNullable<Options['filters']>): Promise<ReadonlySet<number> | undefined> {
    const sets = await Promise.all(
      Object.entries(chosen).map(async ([name, values]) => {
        const filter = await this.filter(name);
        return new Set(values.flatMap((value) => filter.get(value) ?? []));
      }),
    );
    return sets.length === 0 ? undefined : sets.reduce((all, set) => new Set([...all].filter((page) => set.has(page))));
  }
}

/** Its places are gathered when they are asked for. */
class Hit implements PlainHit {
  // Declared only: there are thousands for a query, and browsers of 2020 would be made to define each field by a call.
  declare readonly id: string;
  declare readonly score: number;
  declare private readonly found: Match;
  declare private readonly load: (id: string) => Promise<PlainPage>;

  constructor(id: string, found: Match, load: (id: string) => Promise<PlainPage>) {
    this.id = id;
    this.score = found.score;
    this.found = found;
    this.load = load;
  }

  get words(): readonly number[] {
    return this.found.places;
  }

  data(): Promise<PlainPage> {
    return this.load(this.id);
  }
}

/** Those of sorted words that begin with a term. */
function beginningWith(term: string, words: readonly Word[]): readonly Word[] {
  const from = firstFrom(term, words);
  let to = from;
  while (words[to]?.word.startsWith(term)) to += 1;
  return words.slice(from, to);
}

/** Where in sorted words the first stands that is not before `key`. */
function firstFrom(key: string, words: readonly Word[]): number {
  return firstWhere(words.length, (at) => (words[at]?.word ?? '') >= key);
}

/** The first of so many positions at which something is so, which then is so at all after it; their number where there is none. */
function firstWhere(length: number, isSo: (position: number) => boolean): number {
  let from = 0;
  for (let to = length; from < to;) {
    const middle = (from + to) >> 1;
    if (isSo(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}

function wordsIn(term: string): string[] {
  return term.replaceAll('"', '').split(' ').filter(Boolean);
}

function json(file: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(file));
}

function pageOf(file: Uint8Array): PlainPage {
  return json(contentOf(file)) as PlainPage;
}
