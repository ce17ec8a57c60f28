import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Compressed, Order } from './compressor.ts';
import { QUICK, TEXT, USUAL, type Effort } from './twins.ts';

/** One for each core of the machines that sites are built on. */
const AT_ONCE = 2;
/** Fewer bytes are compressed sooner than a second thread has started. */
const ALONE_BYTES = 256 * 1024;

/** Up to here the smallest files (about a quarter of a second a megabyte); above, that would take longer than the rest of the build. */
const MANY_BYTES = 160 * 1024 * 1024;

/** Files that have their twins already, with the hash of the bytes these were made from. */
export type EarlyTwins = ReadonlyMap<string, string>;

function compressor(order: Order): Promise<Compressed> {
  const worker = new Worker(new URL('./compressor.ts', import.meta.url), { workerData: order });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread that compresses ended with code ${code}`)));
  });
}

/**
 * Compresses pages below `dist` while others are still rendered, which keeps one core busy and no more. Ends when the returned function is
 * called, which tells what was made. The twins stand beside their pages; `precompress` keeps them if the pages have not changed since.
 */
export function compressMeanwhile(dist: string): () => Promise<EarlyTwins> {
  const signal = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const work = compressor({ kind: 'meanwhile', dist, since: Date.now(), mostBytes: MANY_BYTES, signal });
  // Awaited when the pages are rendered; until then a fault of it belongs to nobody.
  work.catch(() => undefined);
  return () => {
    Atomics.store(signal, 0, 1);
    Atomics.notify(signal, 0);
    return work;
  };
}

/** Writes a .br and a .gz beside every text file of `dist` over 512 bytes, except where `early` has them for the same bytes. */
export async function precompress(dist: string, files: readonly string[], early: EarlyTwins = new Map()): Promise<void> {
  const texts = await Promise.all(
    files.filter((file) => TEXT.test(file)).map(async (file) => ({ file, size: (await stat(join(dist, file))).size })),
  );
  const total = texts.reduce((sum, { size }) => sum + size, 0);
  const [effort, kept]: [Effort, EarlyTwins] = total > MANY_BYTES ? [QUICK, new Map()] : [USUAL, early];
  // The largest first, so that no thread is left with one at the end.
  const inOrder = texts.toSorted((one, other) => other.size - one.size).map(({ file }) => file);
  const next = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const threads = total < ALONE_BYTES ? 1 : AT_ONCE;
  await Promise.all(Array.from({ length: threads }, () => compressor({ kind: 'all', dist, files: inOrder, effort, early: kept, next })));
}
