import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openLatvian } from '../client.ts';
import type { EvaluatorContext } from './evaluator.ts';

/** The site's own search, as the evaluator wants it. */
export async function create({ site }: EvaluatorContext): Promise<(query: string) => Promise<string[]>> {
  const { search } = await openLatvian((name) => readFile(join(site, 'pagefind', name)));
  return async (query) => (await search(query, { count: 20 })).results.map(({ path }) => path);
}
