import { randomUUID } from 'node:crypto';
import fs, { closeSync, constants, openSync } from 'node:fs';
import { link, mkdir, readdir, readFile, rm, rmdir, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Bytes } from '../message/bytes.ts';
import { type Listing, MAILBOXES, type Store, StoreFault, type StoredObject } from './store.ts';

const UNFINISHED = '.unfinished-';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PAGE = 2_000;
/**
 * Plain handles: an object around each of the two a report needs costs as much as flushing. What waits for no disk, opening a folder that was just written to
 * and closing what was flushed, is done at once: a job of the pool costs more.
 */
const open = promisify(fs.open);
const write = promisify(fs.write);
const futimes = promisify(fs.futimes);
const fsync = promisify(fs.fsync);
const KEY = /^[a-z0-9_-]+(?:\/[A-Za-z0-9_-]+)+$/;

/**
 * A store in a folder of a POSIX file system. An object is written under another name, flushed, linked to its own name, which fails
 * where it is taken, and the folder is flushed; only then is it there. What a crash left unfinished for an hour is removed when the store is opened.
 */
export async function openFsStore(root: string, clock: () => Date): Promise<Store> {
  const known = new Set<string>();
  await guarded(async () => {
    await mkdir(root, { recursive: true, mode: 0o700 });
    await removeUnfinished(root, clock().getTime() - HOUR);
  });
  const place = (key: string): string => {
    if (!KEY.test(key)) throw new StoreFault('unavailable', 'a key is malformed');
    return join(root, key);
  };
  const day = () => Math.floor(clock().getTime() / DAY) * (DAY / 1000);
  return {
    create: (key, bytes) => guarded(() => create(root, place(key), bytes, day(), known)),
    get: (key) => guarded(() => orNull(readFile(place(key)) as Promise<Bytes>)),
    list: (prefix, cursor) => guarded(() => list(root, prefix, cursor)),
    remove: (key) => guarded(() => remove(place(key), key.startsWith(MAILBOXES))),
  };
}

/** The folder of a mailbox goes with its last reply: its name would still say that there were some. */
async function remove(file: string, isReply: boolean): Promise<void> {
  await orNull(unlink(file));
  if (isReply) await rmdir(dirname(file)).catch(() => undefined);
}

async function create(root: string, file: string, bytes: Uint8Array, day: number, known: Set<string>): Promise<'created' | 'exists'> {
  const folder = dirname(file);
  await makeFolder(root, folder, known);
  const unfinished = join(folder, `${UNFINISHED}${randomUUID()}`);
  try {
    await writeFlushed(unfinished, bytes, day);
    const outcome = await link(unfinished, file).then(
      () => 'created' as const,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'EEXIST') return 'exists' as const;
        throw error;
      },
    );
    await unlink(unfinished);
    // Also for what exists: its writer may not have come to this line yet, and our caller is about to acknowledge it.
    await flushFolder(folder, day);
    return outcome;
  } catch (error) {
    known.delete(folder);
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw error;
  }
}

async function writeFlushed(file: string, bytes: Uint8Array, day: number): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    for (let at = 0; at < bytes.length;) at += (await write(handle, bytes, at)).bytesWritten;
    await futimes(handle, day, day);
    await fsync(handle);
  } finally {
    closeSync(handle);
  }
}

async function flushFolder(folder: string, day?: number): Promise<void> {
  const handle = openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    if (day !== undefined) await futimes(handle, day, day);
    await fsync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes a folder below `root` and flushes every folder that got a new name, once a process. */
async function makeFolder(root: string, folder: string, known: Set<string>): Promise<void> {
  if (known.has(folder)) return;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (let above = dirname(folder); above.length >= root.length; above = dirname(above)) await flushFolder(above);
  known.add(folder);
}

async function removeUnfinished(root: string, before: number): Promise<void> {
  for (const name of await readdir(root, { recursive: true })) {
    if (!name.includes(UNFINISHED)) continue;
    const file = join(root, name);
    const found = await orNull(stat(file));
    // The time of change cannot be set to a day, unlike the time of modification.
    if (found && found.ctimeMs < before) await orNull(unlink(file));
  }
}

/** The cursor is the last key given. */
async function list(root: string, prefix: string, cursor = ''): Promise<Listing> {
  const folder = join(root, prefix);
  const names = ((await orNull(readdir(folder, { recursive: true, withFileTypes: true }))) ?? [])
    .filter((entry) => entry.isFile() && !entry.name.startsWith(UNFINISHED))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((key) => key > cursor)
    .sort();
  const found = await Promise.all(names.slice(0, PAGE).map((key) => describe(root, key)));
  const last = names[PAGE - 1];
  const objects = found.filter((object) => object !== null);
  return names.length > PAGE && last !== undefined ? { objects, cursor: last } : { objects };
}

async function describe(root: string, key: string): Promise<StoredObject | null> {
  const found = await orNull(stat(join(root, key)));
  return found && { key, bytes: found.size, day: found.mtime.toISOString().slice(0, 10) };
}

async function orNull<Result>(work: Promise<Result>): Promise<Result | null> {
  return work.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}

async function guarded<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreFault) throw error;
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    const isFull = code === 'ENOSPC' || code === 'EDQUOT';
    throw new StoreFault(isFull ? 'full' : 'unavailable', `the folder of the store answered ${code}`);
  }
}
