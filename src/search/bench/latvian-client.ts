import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSearch, vocabularyFile, type Engine } from '../client.ts';
import { ranking, unpack, type PackedVocabulary } from '../latvian/index.ts';
import type { EvaluatorContext } from './evaluator.ts';

/** The site's own search, as the evaluator wants it. */
export async function create({ openPagefind, site }: EvaluatorContext): Promise<(query: string) => Promise<string[]>> {
  const packed = JSON.parse(await readFile(join(site, 'pagefind', vocabularyFile), 'utf8')) as PackedVocabulary;
  const { search } = createSearch((await openPagefind(site, { lang: 'lv', options: { ranking } })) as Engine, unpack(packed));
  return async (query) => (await search(query, { count: 20 })).results.map(({ path }) => path);
}
