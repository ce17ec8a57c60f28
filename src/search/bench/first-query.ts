import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import MiniSearch from 'minisearch';
import { build } from 'vite';
import { createSearch, vocabularyFile, type Engine } from '../client.ts';
import { ranking, unpack, type PackedVocabulary } from '../latvian/index.ts';
import { openCold } from './evaluator.ts';
import { miniSearchOptions, pagesOf } from './pages.ts';

/** What the first query loads until its five results stand on the page: kilobytes as sent, and requests. */
export interface FirstQuery {
  kilobytes: number;
  requests: number;
}

const openingQuery = 'palidzibas talrunis';

/** Our client with cold Pagefind: each file with Brotli, as a host sends it. */
export async function firstQueryOfOurs(evaluator: string, site: string): Promise<FirstQuery> {
  const bundle = join(site, 'pagefind');
  const { openPagefind, fetched } = await openCold(evaluator);
  const packed = JSON.parse(await readFile(join(bundle, vocabularyFile), 'utf8')) as PackedVocabulary;
  fetched.files.length = 0;
  const { search } = createSearch((await openPagefind(site, { lang: 'lv', options: { ranking } })) as Engine, unpack(packed));
  await search(openingQuery);
  const client = brotliCompressSync(await bundled(fileURLToPath(new URL('../client.ts', import.meta.url)))).length;
  return sum([client, ...(await sent(bundle, ['pagefind.js', vocabularyFile, ...fetched.files], true))]);
}

/** Plain Pagefind as it writes its files: already compressed, with its worker. */
export async function firstQueryOfPagefind(evaluator: string, site: string): Promise<FirstQuery> {
  const { openPagefind, fetched } = await openCold(evaluator);
  fetched.files.length = 0;
  const engine = (await openPagefind(site, { lang: 'lv', options: {} })) as Engine;
  const found = await engine.search(openingQuery);
  await Promise.all((found?.results ?? []).slice(0, 5).map((hit) => hit.data()));
  const scripts = await sent(join(site, 'pagefind'), ['pagefind.js', 'pagefind-worker.js'], true);
  return sum([...scripts, ...(await sent(join(site, 'pagefind'), fetched.files, false))]);
}

/** MiniSearch with its whole index; excerpts would need the texts as well. */
export async function firstQueryOfMiniSearch(site: string): Promise<FirstQuery> {
  const index = new MiniSearch(miniSearchOptions);
  index.addAll(await pagesOf(site));
  const library = await bundled(fileURLToPath(import.meta.resolve('minisearch')));
  return sum([brotliCompressSync(library).length, brotliCompressSync(JSON.stringify(index)).length]);
}

async function sent(bundle: string, names: readonly string[], compressed: boolean): Promise<number[]> {
  const paths = await readdir(bundle, { recursive: true });
  return Promise.all(
    names.map(async (name) => {
      const path = paths.find((candidate) => basename(candidate) === name);
      if (path === undefined) throw new Error(`${name} was fetched but is not in ${bundle}`);
      const content = await readFile(join(bundle, path));
      return compressed ? Math.min(content.length, brotliCompressSync(content).length) : content.length;
    }),
  );
}

async function bundled(file: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: true, lib: { entry: file, formats: ['es'], fileName: 'script' } },
  });
  const outputs = Array.isArray(result) ? result : [result];
  return outputs
    .flatMap((output) => ('output' in output ? output.output : []))
    .map((part) => (part.type === 'chunk' ? part.code : ''))
    .join('');
}

function sum(sizes: readonly number[]): FirstQuery {
  return { kilobytes: sizes.reduce((total, size) => total + size, 0) / 1000, requests: sizes.length };
}
