import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { synonymSetSchema } from '../schemas/synonyms.ts';

/** The words of each set of content/data/synonyms.yml below `root`. Throws where the file breaks its schema; the content gate names the line. */
export async function readSynonymSets(root: string): Promise<string[][]> {
  const sets = z.array(synonymSetSchema).parse(parse(await readFile(join(root, 'content/data/synonyms.yml'), 'utf8')));
  return sets.map(({ words }) => words);
}
