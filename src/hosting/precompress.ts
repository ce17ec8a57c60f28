import { hash } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { listFiles } from './files.ts';

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

const TEXT = /\.(?:html|css|m?js|svg|xml|rss|json|jsonld|webmanifest|txt|ics|vcf|csv|tbx|pagefind|pf_meta|pf_index|pf_fragment|pf_filter)$/;
const WORTHWHILE_BYTES = 512;

/** Node has four threads for zlib and for files: the others stay free for the search index, which is made meanwhile. */
const AT_ONCE = 2;

/** Up to here the smallest files (about 1 s a megabyte); above, that would take longer than the rest of the build. */
const MANY_BYTES = 96 * 1024 * 1024;

/** Large files of data: the last per cent would cost most of the time. Pages get it: every reader waits for them. */
const LARGE_BYTES = 80 * 1024;

/**
 * Below, a page leaves in one go with the first answer (14,600 bytes with its headers) however it is compressed, and quality 8 takes a
 * tenth of the time. From here on the last per cents may decide whether it does; quality 11 takes three times as long as 10.
 */
const CLOSE_BYTES = 13_000;

/** What quality 10 takes off the result of quality 8, at most: larger files go to quality 11 at once. */
const SAVED_BY_10 = 1.08;

/** A first search fetches a dozen of these at once, so that every hundred bytes count; they are few or small. */
const PROGRAM = /\.(?:js|pagefind)$/;
const INDEX = /\.pf_\w+$/;

interface Effort {
  brotli: number;
  gzip: number;
}

const USUAL: Effort = { brotli: 10, gzip: 9 };

async function effortFor(files: readonly string[]): Promise<Effort> {
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return total > MANY_BYTES ? { brotli: 6, gzip: 6 } : USUAL;
}

interface Twins {
  br: Buffer;
  gz: Buffer;
}

/** Twins that were made before they were asked for, by the hash of the page they were made from. */
export type EarlyTwins = ReadonlyMap<string, Twins>;

async function compress(file: string, effort: Effort, early: EarlyTwins): Promise<void> {
  const body = await readFile(file);
  if (body.length <= WORTHWHILE_BYTES) return;
  const made = effort === USUAL ? early.get(hash('sha256', body)) : undefined;
  const { br, gz } = made ?? (await twinsOf(file, body, effort));
  await writeFile(`${file}.br`, br);
  await writeFile(`${file}.gz`, gz);
}

async function twinsOf(file: string, body: Buffer, effort: Effort): Promise<Twins> {
  return { br: await packedFor(file, body, effort), gz: await deflate(body, { level: effort.gzip }) };
}

/** A page that was just written may be written to still. */
const SETTLED_MS = 300;

/**
 * Compresses pages below `dist` while others are still rendered, which keeps one core busy and no more. Ends when the returned function is
 * called, which gives back what was made. It changes no file: `precompress` takes a twin only for the same bytes.
 */
export function compressMeanwhile(dist: string): () => Promise<EarlyTwins> {
  const began = Date.now();
  const over = new AbortController();
  const twins = new Map<string, Twins>();
  const seen = new Set<string>();
  let bytes = 0;
  const compressNew = async () => {
    const pages = (await listFiles(dist).catch(() => [])).filter((file) => file.endsWith('.html') && !seen.has(file));
    for (const page of pages) {
      // A site so large gets quicker compression: nothing that was made now would be used.
      if (over.signal.aborted || bytes > MANY_BYTES) return;
      const file = join(dist, page);
      const written = await stat(file).catch(() => undefined);
      if (!written || written.mtimeMs < began || written.mtimeMs > Date.now() - SETTLED_MS) continue;
      seen.add(page);
      const body = await readFile(file);
      bytes += body.length;
      if (body.length > WORTHWHILE_BYTES) twins.set(hash('sha256', body), await twinsOf(file, body, USUAL));
    }
  };
  const work = (async () => {
    while (!over.signal.aborted) {
      await compressNew();
      await setTimeout(SETTLED_MS, undefined, { signal: over.signal }).catch(() => undefined);
    }
  })();
  return async () => {
    over.abort();
    await work;
    return twins;
  };
}

function packedFor(file: string, body: Buffer, effort: Effort): Promise<Buffer> {
  if (PROGRAM.test(file)) return packed(body, 11);
  if (INDEX.test(file)) return packed(body, effort.brotli);
  const isLarge = body.length > LARGE_BYTES && !file.endsWith('.html');
  return packedWell(body, isLarge ? Math.min(effort.brotli, 9) : effort.brotli);
}

async function packedWell(body: Buffer, quality: number): Promise<Buffer> {
  const quick = await packed(body, Math.min(quality, 8));
  if (quality <= 8 || quick.length < CLOSE_BYTES) return quick;
  if (quality === 10 && quick.length > CLOSE_BYTES * SAVED_BY_10) return packed(body, 11);
  const first = await packed(body, quality);
  return quality === 10 && first.length > CLOSE_BYTES ? packed(body, 11) : first;
}

function packed(body: Buffer, quality: number): Promise<Buffer> {
  return brotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    },
  });
}

/** Writes a .br and a .gz beside every text file of `dist` over 512 bytes; zlib works on several cores by itself. */
export async function precompress(dist: string, files: readonly string[], early: EarlyTwins = new Map()): Promise<void> {
  const texts = files.filter((file) => TEXT.test(file)).map((file) => join(dist, file));
  const effort = await effortFor(texts);
  const queue = texts.values();
  const workers = Array.from({ length: AT_ONCE }, async () => {
    for (const file of queue) await compress(file, effort, early);
  });
  await Promise.all(workers);
}
