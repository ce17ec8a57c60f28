// A thread that compresses: brotli and gzip keep it busy, and the threads that render and index free.
import { hash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { listFiles } from './files.ts';
import { isSlim } from './style-sheets.ts';
import { twinsOf, USUAL, WORTHWHILE_BYTES, type Effort } from './twins.ts';

/** What the thread is to do. */
export type Order =
  /** Pages of `dist` as they are written after `since` (ms), up to `mostBytes`, until `signal[0]` is not 0. */
  | { kind: 'meanwhile'; dist: string; since: number; mostBytes: number; signal: Int32Array }
  /** All `files`, taken in turn with other threads by `next[0]`; `early` as of `EarlyTwins`. */
  | { kind: 'all'; dist: string; files: readonly string[]; effort: Effort; early: ReadonlyMap<string, string>; next: Int32Array };

/** The files whose twins were written, with the hash of their bytes. */
export type Compressed = Map<string, string>;

/** A page that was just written may be written to still. */
const SETTLED_MS = 300;

function writeTwins(file: string, body: Buffer, effort: Effort): void {
  const { br, gz } = twinsOf(file, body, effort);
  writeFileSync(`${file}.br`, br);
  writeFileSync(`${file}.gz`, gz);
}

function hashOf(body: Buffer): string {
  return hash('sha256', body);
}

async function compressMeanwhile({ dist, since, mostBytes, signal }: Order & { kind: 'meanwhile' }): Promise<Compressed> {
  const made: Compressed = new Map();
  const seen = new Set<string>();
  let bytes = 0;
  const isOver = () => Atomics.load(signal, 0) !== 0;
  while (!isOver()) {
    // There is no folder yet, or it is put aside under the eyes.
    const files = await listFiles(dist).catch(() => []);
    for (const page of files.filter((name) => name.endsWith('.html'))) {
      // A site so large gets quicker compression: nothing that was made now would be used.
      if (isOver() || bytes > mostBytes) return made;
      if (seen.has(page)) continue;
      const file = join(dist, page);
      const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
      if (written < since || written > Date.now() - SETTLED_MS) continue;
      seen.add(page);
      const body = readFileSync(file);
      bytes += body.length;
      // A slim page is written once more when all are there.
      if (body.length <= WORTHWHILE_BYTES || isSlim(body)) continue;
      writeTwins(file, body, USUAL);
      made.set(page, hashOf(body));
    }
    Atomics.wait(signal, 0, 0, SETTLED_MS);
  }
  return made;
}

function compressAll({ dist, files, effort, early, next }: Order & { kind: 'all' }): Compressed {
  const made: Compressed = new Map();
  for (let at = Atomics.add(next, 0, 1); at < files.length; at = Atomics.add(next, 0, 1)) {
    const name = files[at] ?? '';
    const file = join(dist, name);
    const body = readFileSync(file);
    if (body.length <= WORTHWHILE_BYTES) continue;
    const digest = hashOf(body);
    if (early.get(name) === digest) continue;
    writeTwins(file, body, effort);
    made.set(name, digest);
  }
  return made;
}

const order = workerData as Order;
parentPort?.postMessage(order.kind === 'all' ? compressAll(order) : await compressMeanwhile(order));
