import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import { expect, test } from 'vitest';
import { listFiles } from '../../../src/hosting/files.ts';
import { buildBundle, withWordsApart } from '../../../src/search/bundle.ts';

test('a term and its description are two words', () => {
  expect(withWordsApart('<dt>Kam palīdz</dt><dd>Bērniem</dd>')).toBe('<dt>Kam palīdz</dt> <dd>Bērniem</dd>');
});

test('parts of a line that touch are two words', () => {
  expect(withWordsApart('<a href="tel:112">112</a><span>Policija</span>')).toBe('<a href="tel:112">112</a> <span>Policija</span>');
});

test('a word with a part of it marked stays one word', () => {
  expect(withWordsApart('<p><b>cilvēk</b>tirdzniecība</p>')).toBe('<p><b>cilvēk</b>tirdzniecība</p>');
});

test('the index of the same pages is the same, byte for byte', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bundle-test-'));
  try {
    const site = join(folder, 'site');
    await mkdir(site);
    const years = ['2007', '2011', '2013', '2016', '2019', '2020', '2021'];
    for (const year of years) {
      const filters = `<p data-pagefind-filter="year:${year}, kind:${year}a">Cilvēku tirdzniecība ${year}. gadā</p>`;
      await writeFile(join(site, `${year}.html`), `<!doctype html><html lang="lv"><title>${year}</title><body>${filters}</body></html>`);
    }
    const bundles: string[] = [];
    for (const name of ['one', 'other']) {
      await buildBundle(pagefind, site, await listFiles(site), join(folder, name), []);
      bundles.push(await hashOfFiles(join(folder, name)));
    }
    expect(bundles[0]).toBe(bundles[1]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('where a page marks what is searched, nothing else is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bundle-test-'));
  try {
    const page = (words: string) =>
      `<!doctype html><html lang="lv"><title>Lapa</title><body><p>Galvene</p>${words}<p>Kājene</p></body></html>`;
    await writeFile(join(folder, 'found.html'), page('<main id="saturs" data-pagefind-body><h1>Palīdzība</h1></main>'));
    await writeFile(join(folder, 'left-out.html'), page('<main><h1>Saraksts</h1></main>'));
    await buildBundle(pagefind, folder, await listFiles(folder), join(folder, 'index'), []);
    const fragments = (await listFiles(join(folder, 'index'))).filter((file) => file.endsWith('.pf_fragment'));
    const texts = await Promise.all(fragments.map((file) => readFile(join(folder, 'index', file), 'utf8')));
    expect(texts.map((text) => /"content":"([^"]*)"/.exec(text)?.[1])).toEqual(['Palīdzība.']);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

async function hashOfFiles(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await listFiles(folder)) hash.update(file).update(await readFile(join(folder, file)));
  return hash.digest('hex');
}
