import { hash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compressMeanwhile, precompress } from '../../../src/hosting/precompress.ts';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'precompress-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

const pageOf = (word: string) => `<!doctype html><title>${word}</title><p>${`${word} `.repeat(200)}`;

test('a page that is written while others are rendered is compressed already, as it would be later', async () => {
  await writeFile(join(folder, 'before.html'), pageOf('Vecs'));
  await setTimeout(20);
  const end = compressMeanwhile(folder);
  // The clock of files is some milliseconds coarse.
  await setTimeout(20);
  await writeFile(join(folder, 'now.html'), pageOf('Jauns'));
  await setTimeout(1_500);
  const early = await end();
  expect([...early.keys()]).toEqual([hash('sha256', pageOf('Jauns'))]);
  await precompress(folder, ['now.html']);
  const [made] = early.values();
  expect(made?.br.equals(await readFile(join(folder, 'now.html.br')))).toBe(true);
  expect(made?.gz.equals(await readFile(join(folder, 'now.html.gz')))).toBe(true);
});

test('twins made before are taken for the same bytes, and for no others', async () => {
  const early = new Map([[hash('sha256', pageOf('Viens')), { br: Buffer.from('br of old'), gz: Buffer.from('gz of old') }]]);
  await writeFile(join(folder, 'same.html'), pageOf('Viens'));
  await writeFile(join(folder, 'other.html'), pageOf('Otrs'));
  await precompress(folder, ['same.html', 'other.html'], early);
  expect(await readFile(join(folder, 'same.html.br'), 'utf8')).toBe('br of old');
  expect(await readFile(join(folder, 'same.html.gz'), 'utf8')).toBe('gz of old');
  expect(brotliDecompressSync(await readFile(join(folder, 'other.html.br'))).toString()).toBe(pageOf('Otrs'));
  expect(gunzipSync(await readFile(join(folder, 'other.html.gz'))).toString()).toBe(pageOf('Otrs'));
});
