import { mkdir, open, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { utf8 } from '../message/bytes.ts';
import { everyObject, type Store } from '../stores/store.ts';

/** Where an organisation notes that it has a report. */
export function receiptKey(org: string, id: string): string {
  return `a/${org}/${id.slice(0, 2)}/${id}`;
}

export interface PullOptions {
  store: Store;
  org: string;
  /** Folder that gets `<id>.age`. */
  folder: string;
  /** Told after each report. */
  onProgress: (done: number, all: number) => void;
}

/**
 * Copies sealed reports that are not in the folder yet, then notes in the store that this organisation has them. Safe to interrupt and to repeat: the note is
 * written after the copy is on the disk. Gives back how many are new.
 */
export async function pullReports({ store, org, folder, onProgress }: PullOptions): Promise<number> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const here = new Set(await readdir(folder));
  const all = await Array.fromAsync(everyObject(store, 'r/'));
  let copied = 0;
  for (const [index, { key }] of all.entries()) {
    const id = key.slice(key.lastIndexOf('/') + 1);
    const isNew = !here.has(`${id}.age`);
    if (isNew && (await copy(store, key, join(folder, `${id}.age`)))) copied++;
    await store.create(receiptKey(org, id), utf8(org));
    onProgress(index + 1, all.length);
  }
  return copied;
}

/** Writes under another name first, so that a broken copy is never taken for a whole one. */
async function copy(store: Store, key: string, file: string): Promise<boolean> {
  const bytes = await store.get(key);
  if (bytes === null) return false;
  const handle = await open(`${file}.part`, 'w', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.part`, file);
  return true;
}
