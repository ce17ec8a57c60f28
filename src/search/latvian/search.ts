import { planOf, type Plan } from './plan.ts';
import { Answers, type Finding, type Hit } from './rank.ts';
import type { Round } from './round.ts';
import type { Vocabulary } from './vocabulary.ts';

/** As much of Pagefind's API as is used. */
export interface SearchEngine<H extends Hit = Hit> {
  preload(term: string, options?: object): Promise<unknown>;
  search(term: string, options?: object): Promise<{ results: H[] } | null>;
}

interface Answer<H extends Hit = Hit> {
  plan: Plan;
  /** Pages, best first, each as Pagefind found it by the first probe. */
  hits: H[];
}

/** Ranking options to open Pagefind with. */
export const ranking = { termSimilarity: 0.5, pageLength: 0.5, termSaturation: 1, metaWeights: { title: 3 } } as const;

/** From so many pages on that answer all words of the query, synonyms are not asked for: it would only load more of the index. */
const enough = 3;

/** Searches Pagefind for what the query means. `options` are handed on to Pagefind (filters). */
export async function searchLatvian<H extends Hit>(
  query: string,
  engine: SearchEngine<H>,
  vocabulary: Vocabulary,
  options: object = {},
): Promise<Answer<H>> {
  const plan = planOf(query, vocabulary);
  const answers = new Answers<H>(plan.words.length, vocabulary.pages);
  answers.add(await ask(plan.first, engine, options));
  if (plan.second.probes.length > 0 && answers.complete < enough) answers.add(await ask(plan.second, engine, options));
  return { plan, hits: answers.ranked().map(({ hit }) => hit) };
}

async function ask<H extends Hit>({ probes, preload }: Round, engine: SearchEngine<H>, options: object): Promise<Finding<H>[]> {
  // Pagefind loads only the part of its index in which the term itself stands, not the parts in which words beginning with it go on.
  const words = [...preload, ...probes.map(({ term }) => term.replaceAll('"', ''))];
  if (words.length > 0) await engine.preload(words.join(' '), options);
  return Promise.all(probes.map(async (probe) => ({ probe, hits: (await engine.search(probe.term, options))?.results ?? [] })));
}
