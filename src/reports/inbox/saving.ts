import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { type Recovered, safeName } from './attachments.ts';

/** A new folder for one report, never one that is there: `<id>`, else `<id>-2` and so on. An id that is none becomes `report`. */
async function newFolder(folder: string, id: string): Promise<string> {
  const name = /^[0-9a-f]{32}$/.test(id) ? id : 'report';
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (let count = 1; ; count++) {
    const path = join(folder, count === 1 ? name : `${name}-${count}`);
    try {
      await mkdir(path, { mode: 0o700 });
      return path;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** Writes files of strangers for the owner alone, under names of our own. Gives back the paths. */
export async function saveFiles(folder: string, id: string, files: readonly Recovered[]): Promise<string[]> {
  const whole = files.filter((file) => 'bytes' in file);
  if (whole.length === 0) return [];
  const place = await newFolder(folder, id);
  const paths: string[] = [];
  for (const { n, kind, bytes } of whole) {
    const path = join(place, safeName(n, kind));
    const handle = await open(path, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
    } finally {
      await handle.close();
    }
    paths.push(path);
  }
  return paths;
}
