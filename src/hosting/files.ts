import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Every file under `folder`: sorted paths relative to it, `/` between names. Throws ENOENT when it is missing. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** The address a file of dist/ answers at: `lv/index.html` at `/lv/`, any other file at its own path. */
export function addressOf(file: string): string {
  return `/${file}`.replace(/\/index\.html$/, '/');
}
