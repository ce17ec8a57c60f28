import type { Probe } from './round.ts';

/** One page as Pagefind found it for a probe. */
export interface Hit {
  id: string;
  score: number;
  /** Positions of the found words in the page's text. */
  words: readonly number[];
}

/** What was found for one probe. */
export interface Finding<H extends Hit = Hit> {
  probe: Probe;
  hits: readonly H[];
}

/** A page with its place in the order. */
interface Ranked {
  id: string;
  score: number;
  /** Whether it answers every word of the query that any page answers. */
  complete: boolean;
}

const coveragePower = 2;
const nearness = 1;
const halfway = 0.6;

/**
 * Orders pages by how much of a query of so many `words` they answer; `pages` is the number of all pages.
 * Pagefind's score of a probe is its rarity times how strongly the page has it; rarity is taken out here, because a narrow probe is not a rarer word.
 */
export function rank(words: number, findings: readonly Finding[], pages: number): Ranked[] {
  const answered = new Map<string, Answers>();
  const pagesWith = Array.from({ length: words }, () => 0);
  for (const { probe, hits } of findings) {
    const rarity = rarityOf(hits.length, pages);
    for (const { id, score, words: places } of hits) {
      const strength = probe.weight * saturated(score / rarity);
      const own = answered.get(id) ?? [];
      for (const word of probe.answers) {
        const before = own[word];
        if (strength <= (before?.strength ?? 0)) continue;
        answered.set(id, own);
        if (!before) pagesWith[word] = (pagesWith[word] ?? 0) + 1;
        own[word] = { strength, places };
      }
    }
  }
  const rarities = pagesWith.map((number) => rarityOf(number, pages));
  const whole = rarities.reduce((sum, rarity, word) => sum + (pagesWith[word] ? rarity : 0), 0);
  const ranked = [...answered].map(([id, own]) => {
    let score = 0;
    let share = 0;
    for (let word = 0; word < words; word += 1) {
      const answer = own[word];
      const before = own[word - 1];
      const rarity = rarities[word] ?? 0;
      if (answer) {
        score += answer.strength * rarity;
        share += rarity;
      }
      if (answer && before)
        score += (nearness * Math.min(rarities[word - 1] ?? 0, rarity)) / Math.max(1, closest(before.places, answer.places));
    }
    return { id, score: score * (share / whole) ** coveragePower, complete: share >= whole };
  });
  return ranked.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

/** What answers the words of a query best on one page, by position of the word; empty where nothing does. */
type Answers = ({ strength: number; places: readonly number[] } | undefined)[];

/** Between 0 and 1, so that a page with the word itself stands before one that is full of its relatives. */
function saturated(strength: number): number {
  return strength / (strength + halfway);
}

/** BM25's inverse document frequency, as Pagefind computes it. */
function rarityOf(pagesWith: number, pages: number): number {
  return Math.log(1 + Math.max(0, pages - pagesWith + 0.5) / (pagesWith + 0.5));
}

/** Smallest distance between a position of the one and a position of the other list, both ascending. */
function closest(first: readonly number[], second: readonly number[]): number {
  let best = Infinity;
  let a = 0;
  let b = 0;
  while (a < first.length && b < second.length) {
    const one = first[a] ?? 0;
    const other = second[b] ?? 0;
    best = Math.min(best, Math.abs(one - other));
    if (one < other) a += 1;
    else b += 1;
  }
  return best;
}
