import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locale } from '../../../src/i18n/locales.ts';
import { createSearch, openLatvian, type Engine, type Search, type SearchResponse } from '../../../src/search/client.ts';
import { DIST } from './dist.ts';

const bundle = join(DIST, 'pagefind');
/** Where Pagefind is told that its files are; what it asks for there is read from `bundle`. */
const place = 'https://built-site.invalid/pagefind/';

const fetchFromNetwork = globalThis.fetch;

/** Answers Pagefind's requests from the built site; the tests that share this worker keep their own. */
async function fetchFromBundle(input: string | URL | Request, options?: RequestInit): Promise<Response> {
  const address = input instanceof Request ? input.url : String(input);
  if (!address.startsWith(place)) return fetchFromNetwork(input, options);
  return new Response(await readFile(join(bundle, new URL(address).pathname.slice('/pagefind/'.length))));
}

const opened = new Map<Locale, Promise<Search>>();

/** Pagefind takes the language from the page’s `<html lang>` and from nowhere else; here a page of that language is there for one call. */
function inPageOf<T>(locale: Locale, call: () => T): T {
  Object.assign(globalThis, { document: { querySelector: () => ({ getAttribute: () => locale }) } });
  try {
    return call();
  } finally {
    Reflect.deleteProperty(globalThis, 'document');
  }
}

/** Pagefind itself over the built site; `options` as it takes them. */
export async function openPagefind(locale: Locale, options: object = {}): Promise<Engine> {
  globalThis.fetch = fetchFromBundle;
  // A copy for each language, as each page has its own: one copy keeps one WebAssembly, with the stemmer of the language opened last.
  const script = `${pathToFileURL(join(bundle, 'pagefind.js')).href}?${locale}`;
  const { createInstance } = (await import(/* @vite-ignore */ script)) as {
    createInstance: (options: object) => Engine;
  };
  return inPageOf(locale, () => createInstance({ basePath: place, baseUrl: '/', noWorker: true, ...options }));
}

/** A file of the built site's index. */
export function readIndexFile(name: string): Promise<Uint8Array> {
  return readFile(join(bundle, name));
}

async function openBuiltSearch(locale: Locale): Promise<Search> {
  return locale === 'lv' ? openLatvian(readIndexFile) : createSearch(await openPagefind(locale));
}

/** Asks the search of the built site as its page does; each language is opened once. `count` results come with the answer. */
export async function search(query: string, locale: Locale, count = 10): Promise<SearchResponse> {
  const known = opened.get(locale) ?? openBuiltSearch(locale);
  opened.set(locale, known);
  return (await known).search(query, { count });
}
