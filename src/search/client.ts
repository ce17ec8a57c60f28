import {
  asWritten,
  CutText,
  excerptOf,
  fold,
  markedText,
  markerOf,
  ranking,
  searchLatvian,
  unpack,
  type Excerpt,
  type Marker,
  type PackedVocabulary,
  type Part,
  type Vocabulary,
} from './latvian/index.ts';
import { once } from './once.ts';
import { PlainIndex, type ReadFile } from './plain-index/plain-index.ts';

/** As much of Pagefind's result as is used. */
interface EngineHit {
  id: string;
  score: number;
  words: readonly number[];
  data(): Promise<EnginePage>;
}

interface EnginePage {
  url: string;
  content: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

/** As much of a Pagefind instance as is used. */
export interface Engine {
  preload(term: string, options?: object): Promise<unknown>;
  search(term: string, options?: object): Promise<{ results: EngineHit[] } | null>;
  filters(): Promise<Facets>;
}

/** For each filter (type, year, project) how many pages have each of its values. */
export type Facets = Record<string, Record<string, number>>;

/** Values to choose by filter; a page must have one of the values of each filter. */
export type Filters = Readonly<Record<string, readonly string[]>>;

export interface SearchResult {
  path: string;
  title: string;
  titleParts: readonly Part[];
  excerpt: Excerpt;
  /** What the page says of itself by `data-pagefind-meta`. */
  type?: string;
  date?: string;
  meta: Readonly<Record<string, string>>;
  filters: Readonly<Record<string, readonly string[]>>;
}

/** A word that was read as another, as the pages found write it. */
export interface Meant {
  typed: string;
  meant: string;
}

export interface SearchResponse {
  /** Number of pages found. */
  total: number;
  results: readonly SearchResult[];
  corrections: readonly Meant[];
  /** Loads the results from the one at `from`, counted from 0. */
  more: (from: number, count: number) => Promise<SearchResult[]>;
}

export interface Search {
  /** An empty query finds nothing. Asking again while an answer is awaited is allowed; the caller drops the older answer. */
  search: (query: string, options?: { filters?: Filters; count?: number }) => Promise<SearchResponse>;
  /** Values to filter by. Loads one small file a filter, so ask for it when the filters are opened. */
  facets: () => Promise<Facets>;
}

export interface SearchPlace {
  locale: 'lv' | 'en' | 'ru';
  /** Folder of Pagefind's files, with slashes at both ends. */
  bundle: string;
  /** Integrity of pagefind.js (`sha384-…`), where the header policy asks for it. */
  integrity?: string;
}

const firstResults = 5;
/** From so many pages on that have all words of a query, pages with only some of them are not wanted. */
const enoughPages = 3;

/** Name of the vocabulary in the bundle's folder. Not hashed: like pagefind-entry.json it must be revalidated. */
export const vocabularyFile = 'vocabulary.lv.json';

/**
 * Opens the index: Pagefind itself for languages it has a stemmer for, else the vocabulary and Pagefind's files. Call it when the visitor turns to the search field,
 * not before: it loads about 25 kB in Latvian, 80 kB elsewhere. Throws TypeError when something cannot be fetched.
 */
export async function openSearch({ locale, bundle, integrity }: SearchPlace): Promise<Search> {
  return locale === 'lv'
    ? openLatvian((name) => fetchBytes(`${bundle}${name}`))
    : createSearch(await openEngine(bundle, locale, integrity));
}

/** Opens the Latvian index of a bundle whose files `read` gives by their names. */
export async function openLatvian(read: ReadFile): Promise<Search> {
  const [index, vocabulary] = await Promise.all([PlainIndex.open('lv', ranking, read), read(vocabularyFile)]);
  return createSearch(index, unpack(JSON.parse(new TextDecoder().decode(vocabulary)) as PackedVocabulary));
}

/** The search over an open Pagefind; with a vocabulary queries are read as Latvian, else by Pagefind's own stemmer. */
export function createSearch(engine: Engine, vocabulary?: Vocabulary): Search {
  const pages = new Map<string, Promise<FoundPage>>();
  /** Pagefind prepares an excerpt of its own each time it is asked for a page; once is enough. */
  const pageOf = (hit: EngineHit) => once(pages, hit.id, () => hit.data().then(cutPage));
  return {
    async search(query, { filters = {}, count = firstResults } = {}) {
      const { hits, markers, meant } = vocabulary
        ? await askLatvian(query, engine, vocabulary, filters)
        : await askPlainly(query, engine, filters);
      const pagesOf = (some: readonly EngineHit[]) => Promise.all(some.map(async (hit) => ({ page: await pageOf(hit), hit })));
      const more = async (from: number, size: number) => {
        const found = await pagesOf(hits.slice(from, from + size));
        return found.map(({ page, hit }) => resultOf(page, markers(hit)));
      };
      const results = await more(0, count);
      const shown = meant.length === 0 ? [] : await pagesOf(hits.slice(0, count));
      const texts = shown.flatMap(({ page: { title, text } }) => [title, text]);
      const corrections = meant.map((correction) => ({ typed: correction.typed, meant: asWritten(correction.meant, texts) }));
      return { total: hits.length, results, corrections, more };
    },
    facets: () => engine.filters(),
  };
}

interface Found {
  hits: readonly EngineHit[];
  markers: (hit: EngineHit) => { title: Marker; content: Marker };
  meant: readonly Meant[];
}

async function askLatvian(query: string, engine: Engine, vocabulary: Vocabulary, filters: Filters): Promise<Found> {
  const { plan, hits } = await searchLatvian(query, engine, vocabulary, { filters });
  const marker = markerOf(plan.marks);
  return { hits, markers: () => ({ title: marker, content: marker }), meant: plan.corrections };
}

async function askPlainly(query: string, engine: Engine, filters: Filters): Promise<Found> {
  const hits = await plainHits(query, engine, filters);
  const beginnings = new Set(query.split(/\s+/u).map(beginningOf));
  const title = markerBy((word) => beginnings.has(beginningOf(word)));
  const markers = ({ words }: EngineHit) => {
    const places = new Set(words);
    return { title, content: markerBy((_, position) => places.has(position)) };
  };
  return { hits, markers, meant: [] };
}

/** Marks the words of which something is so. */
function markerBy(isMarked: (word: string, position: number) => boolean): Marker {
  return ({ words }) => words.flatMap((word, position) => (isMarked(word, position) ? [{ position, key: beginningOf(word) }] : []));
}

/** Pagefind gives only pages with all words of a query. Where these are few, pages with most of the words follow, by how many they have. */
async function plainHits(query: string, engine: Engine, filters: Filters): Promise<EngineHit[]> {
  const words = query.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const found = async (term: string) => (await engine.search(term, { filters }))?.results ?? [];
  if (words.length === 0) return [];
  const whole = await found(query);
  if (words.length === 1 || whole.length >= enoughPages) return whole;
  const scores = new Map<string, { hit: EngineHit; words: number; score: number }>();
  for (const hits of await Promise.all(words.map(found)))
    for (const hit of hits) {
      const { words: before = 0, score = 0 } = scores.get(hit.id) ?? {};
      scores.set(hit.id, { hit, words: before + 1, score: score + hit.score });
    }
  const known = new Set(whole.map(({ id }) => id));
  const partly = [...scores.values()].filter(({ hit }) => !known.has(hit.id)).sort((a, b) => b.words - a.words || b.score - a.score);
  return [...whole, ...partly.map(({ hit }) => hit)];
}

/** Pagefind tells the places of found words in the text but not in the title; there words are compared by their first letters. */
function beginningOf(word: string): string {
  return fold(word)
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .slice(0, 5);
}

/** A page with its texts in words. */
interface FoundPage extends EnginePage {
  title: CutText;
  text: CutText;
}

function cutPage(page: EnginePage): FoundPage {
  return { ...page, title: new CutText(titleOf(page)), text: new CutText(page.content) };
}

function titleOf({ url, meta }: EnginePage): string {
  return meta['title'] ?? url;
}

function resultOf(page: FoundPage, markers: { title: Marker; content: Marker }): SearchResult {
  const { url, meta, filters, title, text } = page;
  const type = meta['type'] ?? filters['type']?.[0];
  return {
    path: url,
    title: titleOf(page),
    titleParts: markedText(title, markers.title),
    excerpt: excerptOf(text, markers.content),
    ...(type === undefined ? {} : { type }),
    ...(meta['date'] === undefined ? {} : { date: meta['date'] }),
    meta,
    filters,
  };
}

/** Without a worker, because Trusted Types refuse the address of one. */
async function openEngine(bundle: string, language: string, integrity?: string): Promise<Engine> {
  const script = `${bundle}pagefind.js`;
  if (integrity) await preloadModule(script, integrity);
  const { createInstance } = (await import(/* @vite-ignore */ script)) as { createInstance: (options: object) => Engine };
  return createInstance({ basePath: bundle, baseUrl: '/', language, noWorker: true });
}

/** import() cannot name an integrity; a module that is already there with one need not be fetched again. */
function preloadModule(script: string, integrity: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.integrity = integrity;
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => reject(new TypeError(`${script} was not loaded`)));
    link.href = script;
    document.head.append(link);
  });
}

async function fetchBytes(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new TypeError(`${address}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
