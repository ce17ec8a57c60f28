import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decode, encode } from 'cborg';

/** Stands before the content of every file of the bundle. */
export const signature = Buffer.from('pagefind_dcd');

/** `pf_meta`: version, pages, chunks of the index, filters with the names of their files, sorts, names of metadata. */
type Meta = [string, unknown[], unknown[], [filter: string, file: string][], unknown[], string[]];
/** `pf_filter`: the filter’s name; each value with the numbers of its pages. */
type Filter = [string, [value: string, pages: number[]][]];
interface Entry {
  languages: Record<string, { hash: string }>;
}

/**
 * Puts filters, their values and the languages of the unpacked bundle in `folder` into the order of their names, and names the files after what
 * they now hold. Pagefind writes them in another order each time, and the build could not be repeated byte for byte.
 */
export async function orderFilters(folder: string): Promise<void> {
  const entryFile = join(folder, 'pagefind-entry.json');
  const entry = JSON.parse(await readFile(entryFile, 'utf8')) as Entry;
  const languages = Object.entries(entry.languages).sort(byName);
  for (const [language, about] of languages) {
    const metaFile = join(folder, `pagefind.${about.hash}.pf_meta`);
    const meta = await unpacked<Meta>(metaFile);
    const filters = meta[3].sort(byName);
    for (const filter of filters) {
      const file = join(folder, 'filter', `${filter[1]}.pf_filter`);
      const [name, values] = await unpacked<Filter>(file);
      const content = packed([name, values.sort(byName)]);
      filter[1] = `${language}_${hashOf(content, 7)}`;
      await replace(file, join(folder, 'filter', `${filter[1]}.pf_filter`), content);
    }
    const content = packed(meta);
    about.hash = `${language}_${hashOf(content, 10)}`;
    await replace(metaFile, join(folder, `pagefind.${about.hash}.pf_meta`), content);
  }
  await writeFile(entryFile, JSON.stringify({ ...entry, languages: Object.fromEntries(languages) }));
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : Number(one > other);
}

async function unpacked<Content>(file: string): Promise<Content> {
  return decode((await readFile(file)).subarray(signature.length)) as Content;
}

function packed(content: unknown): Buffer {
  return Buffer.concat([signature, encode(content)]);
}

function hashOf(content: Buffer, digits: number): string {
  return createHash('sha256').update(content).digest('hex').slice(0, digits);
}

async function replace(old: string, file: string, content: Buffer): Promise<void> {
  await writeFile(old, content);
  await rename(old, file);
}
