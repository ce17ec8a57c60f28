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
  await setTimeout(2_500);
  expect([...(await end())]).toEqual([['now.html', hash('sha256', pageOf('Jauns'))]]);
  const early = await Promise.all(['br', 'gz'].map((kind) => readFile(join(folder, `now.html.${kind}`))));
  await precompress(folder, ['now.html']);
  const later = await Promise.all(['br', 'gz'].map((kind) => readFile(join(folder, `now.html.${kind}`))));
  expect(early).toEqual(later);
});

test('twins made before are kept for the same bytes, and for no others', async () => {
  for (const name of ['same', 'other']) {
    await writeFile(join(folder, `${name}.html`), pageOf(name));
    await writeFile(join(folder, `${name}.html.br`), 'br of old');
    await writeFile(join(folder, `${name}.html.gz`), 'gz of old');
  }
  await precompress(
    folder,
    ['same.html', 'other.html'],
    new Map([
      ['same.html', hash('sha256', pageOf('same'))],
      ['other.html', hash('sha256', pageOf('what stood there'))],
    ]),
  );
  expect(await readFile(join(folder, 'same.html.br'), 'utf8')).toBe('br of old');
  expect(await readFile(join(folder, 'same.html.gz'), 'utf8')).toBe('gz of old');
  expect(brotliDecompressSync(await readFile(join(folder, 'other.html.br'))).toString()).toBe(pageOf('other'));
  expect(gunzipSync(await readFile(join(folder, 'other.html.gz'))).toString()).toBe(pageOf('other'));
});

test('a file that is gone is named', async () => expect(precompress(folder, ['gone.html'])).rejects.toThrow('gone.html'));
