import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import MiniSearch from 'minisearch';
import { build } from 'vite';
import { openLatvian, type Engine } from '../client.ts';
import { openCold } from './evaluator.ts';
import { miniSearchOptions, pagesOf } from './pages.ts';

/** What a first query loads until its five results stand on the page: kilobytes as sent and requests, the median and the ninth of ten queries. */
export interface FirstQuery {
  kilobytes: { median: number; ninth: number };
  requests: { median: number; ninth: number };
}

const everyNth = 4;

/** Our client with a cold index for each query; every file with Brotli, as a host sends it. */
export async function firstQueryOfOurs(evaluator: string, site: string): Promise<FirstQuery> {
  const bundle = join(site, 'pagefind');
  const sizes = await sizesIn(bundle, true);
  const client = brotliCompressSync(await bundled(fileURLToPath(new URL('../client.ts', import.meta.url)))).length;
  return summary(await queriesOf(evaluator), async (query) => {
    const read: string[] = [];
    const { search } = await openLatvian((name) => {
      read.push(basename(name));
      return readFile(join(bundle, name));
    });
    await search(query);
    return [client, ...read.map((name) => sizes.get(name) ?? 0)];
  });
}

/** Plain Pagefind as it writes its files: already compressed, with its worker. */
export async function firstQueryOfPagefind(evaluator: string, site: string): Promise<FirstQuery> {
  const packed = await sizesIn(join(site, 'pagefind'), false);
  const scripts = await sizesIn(join(site, 'pagefind'), true);
  const { openPagefind, fetched } = await openCold(evaluator);
  return summary(await queriesOf(evaluator), async (query) => {
    fetched.files.length = 0;
    const engine = (await openPagefind(site, { lang: 'lv', options: {} })) as Engine;
    const found = await engine.search(query);
    await Promise.all((found?.results ?? []).slice(0, 5).map((hit) => hit.data()));
    return [
      ...['pagefind.js', 'pagefind-worker.js'].map((name) => scripts.get(name) ?? 0),
      ...fetched.files.map((name) => packed.get(name) ?? 0),
    ];
  });
}

/** MiniSearch with its whole index; excerpts would need the texts as well. */
export async function firstQueryOfMiniSearch(site: string): Promise<FirstQuery> {
  const index = new MiniSearch(miniSearchOptions);
  index.addAll(await pagesOf(site));
  const library = await bundled(fileURLToPath(import.meta.resolve('minisearch')));
  const sizes = [brotliCompressSync(library).length, brotliCompressSync(JSON.stringify(index)).length];
  return summary([''], () => Promise.resolve(sizes));
}

/** Bytes of each file of a bundle by its name, alone or with Brotli. */
async function sizesIn(bundle: string, compressed: boolean): Promise<Map<string, number>> {
  const entries = await readdir(bundle, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !/-ui\.|-highlight\./.test(entry.name));
  return new Map(
    await Promise.all(
      files.map(async ({ name, parentPath }): Promise<[string, number]> => {
        const content = await readFile(join(parentPath, name));
        return [name, compressed ? Math.min(content.length, brotliCompressSync(content).length) : content.length];
      }),
    ),
  );
}

async function queriesOf(evaluator: string): Promise<string[]> {
  const queries = JSON.parse(await readFile(join(evaluator, 'queries-public.json'), 'utf8')) as { q: string }[];
  return queries.filter((_, position) => position % everyNth === 0).map(({ q }) => q);
}

async function summary(queries: readonly string[], sizesFor: (query: string) => Promise<number[]>): Promise<FirstQuery> {
  const loads: number[][] = [];
  for (const query of queries) loads.push(await sizesFor(query));
  return {
    kilobytes: spread(loads.map((sizes) => sizes.reduce((sum, size) => sum + size, 0) / 1000)),
    requests: spread(loads.map(({ length }) => length)),
  };
}

function spread(values: readonly number[]): { median: number; ninth: number } {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? NaN, ninth: sorted[Math.floor(sorted.length * 0.9)] ?? NaN };
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
