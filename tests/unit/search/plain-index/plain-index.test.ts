import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as pagefind from 'pagefind';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listFiles } from '../../../../src/hosting/files.ts';
import { buildBundle } from '../../../../src/search/bundle.ts';
import type { Engine } from '../../../../src/search/client.ts';
import { ranking } from '../../../../src/search/latvian/index.ts';
import { readCatalogue, readChunk } from '../../../../src/search/plain-index/files.ts';
import { PlainIndex } from '../../../../src/search/plain-index/plain-index.ts';
import { texts } from '../latvian/world.ts';

interface Entry {
  languages: { lv: { hash: string } };
}

const pages = 90;
const place = 'https://plain-index.invalid/pagefind/';
const fetchFromNetwork = globalThis.fetch;
let folder = '';
let openTheirs: () => Engine;
let theirs: Engine;
let ours: PlainIndex;
let read: string[] = [];

const readFromBundle = (name: string) => {
  read.push(name);
  return readFile(join(folder, 'pagefind', name));
};

/** An invented page: sentences of the world in another order on each, a title, a kind and a year. */
function pageOf(number: number): string {
  const sentences = texts.flatMap((text) => text.split(/(?<=[.:;]) /));
  const chosen = sentences.filter((_, at) => (at * 7 + number * 5) % (3 + (number % 4)) === 0);
  const kind = `<p data-pagefind-filter="kind:${number % 2 ? 'diena' : 'nakts'}">${number}. lapa</p>`;
  const year = `<p data-pagefind-filter="year:${2010 + (number % 3)}">gads</p>`;
  const body = `<h1>${sentences[number % sentences.length]}</h1>${chosen.map((text) => `<p>${text} vārds${number}</p>`).join('')}<p>Brigita-Sokola sargā/sargā</p>`;
  return `<!doctype html><html lang="lv"><title>${number}</title><body>${kind}${year}${body}</body></html>`;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plain-index-'));
  const site = join(folder, 'site');
  await mkdir(site);
  for (let number = 0; number < pages; number += 1) await writeFile(join(site, `${number}.html`), pageOf(number));
  await buildBundle(pagefind, site, await listFiles(site), join(folder, 'pagefind'), []);
  await pagefind.close();
  globalThis.fetch = async (input) => new Response(await readFile(join(folder, 'pagefind', new URL(input as string).pathname.slice(10))));
  const { createInstance } = (await import(pathToFileURL(join(folder, 'pagefind/pagefind.js')).href)) as {
    createInstance: (options: object) => Engine;
  };
  openTheirs = () => createInstance({ basePath: place, baseUrl: '/', language: 'lv', noWorker: true, ranking });
  theirs = openTheirs();
  ours = await PlainIndex.open('lv', ranking, readFromBundle);
});

afterAll(async () => {
  globalThis.fetch = fetchFromNetwork;
  await rm(folder, { recursive: true, force: true });
});

/** What an engine finds, by page: its places and its score to hundredths. */
async function found(engine: Engine, term: string, options: object = {}) {
  const { results = [] } = (await engine.search(term, options)) ?? {};
  return results.map(({ id, score, words }) => ({ id, score: score.toFixed(2), words })).sort((a, b) => (a.id < b.id ? -1 : 1));
}

describe('as Pagefind does, it finds', () => {
  test.each([
    ['all words with a beginning', 'tiesn'],
    ['a word', 'kampana'],
    ['a word on nearly every page', 'sokol'],
    ['several words on one page', 'tiesas sod'],
    ['pages with the one word that is there', 'kampan qqqq'],
    ['words of one letter', 'u'],
    ['what the longest beginning of a word is', 'tiesaszzz'],
    ['a number', '28612120'],
    ['numbers apart', '"116 006"'],
    ['no phrase that is in another order', '"006 116"'],
    ['a name with digits', '2011 36 es'],
    ['a word of one page', 'vards17'],
    ['a word twice at one place', 'sarga'],
    ['nothing', 'qqqq'],
  ])('%s (%s)', async (_, term) => {
    expect(await found(ours, term)).toEqual(await found(theirs, term));
  });

  test('every word, whichever file it stands in', async () => {
    const hash = (JSON.parse(await readFile(join(folder, 'pagefind/pagefind-entry.json'), 'utf8')) as Entry).languages.lv.hash;
    const { chunks } = readCatalogue(await readFromBundle(`pagefind.${hash}.pf_meta`));
    expect(chunks.length).toBeGreaterThan(2);
    for (const { name } of chunks)
      for (const { word } of readChunk(await readFromBundle(`index/${name}.pf_index`)).slice(-3))
        expect(await found(await PlainIndex.open('lv', ranking, readFromBundle), word), word).toEqual(await found(openTheirs(), word));
  });

  test.each(['lapa', '"116 006"'])('pages of a kind and a year (%s)', async (term) => {
    const options = { filters: { kind: ['diena'], year: ['2011'] } };
    const own = await found(ours, term, options);
    expect(own.length).toBeGreaterThan(0);
    expect(own.length).toBeLessThan((await found(ours, term)).length);
    expect(own).toEqual(await found(theirs, term, options));
  });

  test('the values of filters', async () => {
    expect(await ours.filters()).toEqual(await theirs.filters());
  });

  test('what a page says', async () => {
    const [page, other] = await Promise.all([ours, theirs].map(async (engine) => (await engine.search('vards17'))?.results[0]?.data()));
    expect(page).toMatchObject({ url: other?.url, content: other?.content, meta: other?.meta, filters: other?.filters });
  });
});

test('words of metadata count more', async () => {
  const { results } = await ours.search('reintegr');
  const best = results.reduce((one, other) => (other.score > one.score ? other : one));
  expect((await best.data()).meta['title']).toContain('reintegrācija');
});

test('a file is read once', async () => {
  const own = await PlainIndex.open('lv', ranking, readFromBundle);
  read = [];
  for (const { results } of [await own.search('vards17'), await own.search('vards17')]) for (const hit of results) await hit.data();
  expect(new Set(read).size).toBe(read.length);
  expect(read.map((name) => name.split('/')[0])).toEqual(['index', 'fragment']);
});

test('a file that was not given is asked for again', async () => {
  let isDown = false;
  const own = await PlainIndex.open('lv', ranking, (name) => (isDown ? Promise.reject(new TypeError(name)) : readFromBundle(name)));
  isDown = true;
  await expect(own.search('kampan')).rejects.toThrow(TypeError);
  isDown = false;
  expect((await own.search('kampan')).results.length).toBeGreaterThan(0);
});

test('a language that the index does not have is named', async () => {
  await expect(PlainIndex.open('lt', ranking, readFromBundle)).rejects.toThrow('"lt"');
});

test('a file of another form is refused', async () => {
  const packed = (name: string) => (name.endsWith('.json') ? readFromBundle(name) : Promise.resolve(new Uint8Array([0x1f, 0x8b])));
  await expect(PlainIndex.open('lv', ranking, packed)).rejects.toThrow('unpacked');
});

test('more kinds of metadata than a table of postings can tell apart are refused', () => {
  const empty = [0x85, 0x60, 0x80, 0x80, 0x80, 0x80];
  const catalogue = (fields: number) =>
    Uint8Array.from([...Buffer.from('pagefind_dcd'), ...empty, 0x98, fields, ...Array.from({ length: fields }, () => 0x60)]);
  expect(readCatalogue(catalogue(32)).fields).toHaveLength(32);
  expect(() => readCatalogue(catalogue(33))).toThrow('33 kinds');
});
