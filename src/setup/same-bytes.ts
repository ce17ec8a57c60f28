import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles } from '../hosting/files.ts';

/** The files that only one of two folders has or whose bytes differ, sorted. Throws ENOENT when a folder is missing. */
export async function differingFiles(one: string, other: string): Promise<string[]> {
  const [ours, theirs] = await Promise.all([listFiles(one), listFiles(other)]);
  const [here, there] = [new Set(ours), new Set(theirs)];
  const differing = [...here.symmetricDifference(there)];
  for (const file of here.intersection(there)) {
    const [a, b] = await Promise.all([readFile(join(one, file)), readFile(join(other, file))]);
    if (!a.equals(b)) differing.push(file);
  }
  return differing.sort();
}
