import MiniSearch from 'minisearch';
import type { EvaluatorContext } from './evaluator.ts';
import { miniSearchOptions, pagesOf } from './pages.ts';

/** MiniSearch at its best without own Latvian code: prefixes and fuzzy matching over folded text. */
export async function create({ site }: EvaluatorContext): Promise<(query: string) => Promise<string[]>> {
  const index = new MiniSearch(miniSearchOptions);
  index.addAll(await pagesOf(site));
  return (query) => Promise.resolve(index.search(query, { prefix: true, fuzzy: 0.2 }).map(({ id }) => String(id)));
}
