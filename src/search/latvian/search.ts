import { planOf, type Plan } from './plan.ts';
import { rank, type Hit } from './rank.ts';
import type { Vocabulary } from './vocabulary.ts';

/** As much of Pagefind's API as is used. */
export interface SearchEngine<H extends Hit = Hit> {
  preload(term: string, options?: object): Promise<unknown>;
  search(term: string, options?: object): Promise<{ results: H[] } | null>;
}

export interface Answer<H extends Hit = Hit> {
  plan: Plan;
  /** Pages, best first, each as Pagefind found it by the probe that found it first. */
  hits: H[];
}

/** Ranking options to open Pagefind with. */
export const ranking = { termSimilarity: 0.5, pageLength: 0.5, termSaturation: 1, metaWeights: { title: 3 } } as const;

/** Searches Pagefind for everything the query may mean. `options` are handed on to Pagefind (filters). */
export async function searchLatvian<H extends Hit>(query: string, engine: SearchEngine<H>, vocabulary: Vocabulary, options: object = {}): Promise<Answer<H>> {
  const plan = planOf(query, vocabulary);
  if (plan.probes.length === 0) return { plan, hits: [] };
  // Pagefind loads only the part of its index in which the term itself stands, not the parts in which words beginning with it go on.
  await engine.preload(plan.preload.join(' '), options);
  const found = await Promise.all(plan.probes.map(async ({ term }) => (await engine.search(term, options))?.results ?? []));
  const byId = new Map(found.flat().reverse().map((hit) => [hit.id, hit]));
  return { plan, hits: rank(plan, found, vocabulary.pages).flatMap(({ id }) => byId.get(id) ?? []) };
}
