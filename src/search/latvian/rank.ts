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
interface Ranked<H extends Hit = Hit> {
  /** The page as the first of the probes that found it has it. */
  hit: H;
  score: number;
  /** Whether it answers every word of the query that any page answers. */
  complete: boolean;
}

const coveragePower = 2;
const nearness = 1;
const halfway = 0.6;

/** What answers the words of a query best, page by page. Findings are added as they come, the surest probes first. */
export class Answers<H extends Hit = Hit> {
  private readonly words: number;
  private readonly pages: number;
  /** For each page its row, in the order in which they were found. */
  private readonly rows = new Map<string, number>();
  private readonly hits: H[] = [];
  /** By row, and in it by position of the word, how strongly it is answered (0: not at all) and by which hit. */
  private readonly strengths: number[] = [];
  private readonly answers: (H | undefined)[] = [];
  /** By position of the word how many pages answer it. */
  private readonly pagesWith: number[];

  /** For a query of so many `words`; `pages` is the number of all pages. */
  constructor(words: number, pages: number) {
    this.words = words;
    this.pages = pages;
    this.pagesWith = Array.from({ length: words }, () => 0);
  }

  /** Pagefind's score of a probe is its rarity times how strongly the page has it; rarity is taken out here, because a narrow probe is not a rarer word. */
  add(findings: readonly Finding<H>[]): void {
    for (const { probe, hits } of findings) {
      const rarity = rarityOf(hits.length, this.pages);
      for (const hit of hits) {
        const strength = probe.weight * saturated(hit.score / rarity);
        if (strength <= 0) continue;
        const row = this.rowOf(hit);
        for (const word of probe.answers) this.answer(row * this.words + word, word, strength, hit);
      }
    }
  }

  /** How many pages answer every word of the query that any page answers. */
  get complete(): number {
    const { rarities, whole } = this.weights();
    return this.hits.filter((_, row) => this.shareOf(row, rarities) >= whole).length;
  }

  /** The pages by how much of the query they answer. */
  ranked(): Ranked<H>[] {
    const { rarities, whole } = this.weights();
    const ranked = this.hits.map((hit, row) => {
      const share = this.shareOf(row, rarities);
      return { hit, score: this.scoreOf(row, rarities) * (share / whole) ** coveragePower, complete: share >= whole };
    });
    return ranked.sort((a, b) => b.score - a.score || (a.hit.id < b.hit.id ? -1 : 1));
  }

  private rowOf(hit: H): number {
    const known = this.rows.get(hit.id);
    if (known !== undefined) return known;
    this.rows.set(hit.id, this.hits.length);
    this.hits.push(hit);
    for (let word = 0; word < this.words; word += 1) {
      this.strengths.push(0);
      this.answers.push(undefined);
    }
    return this.hits.length - 1;
  }

  private answer(cell: number, word: number, strength: number, hit: H): void {
    const before = this.strengths[cell] ?? 0;
    if (strength <= before) return;
    if (before === 0) this.pagesWith[word] = (this.pagesWith[word] ?? 0) + 1;
    this.strengths[cell] = strength;
    this.answers[cell] = hit;
  }

  /** How rare each word of the query is, and all those together that any page answers. */
  private weights(): { rarities: readonly number[]; whole: number } {
    const rarities = this.pagesWith.map((number) => rarityOf(number, this.pages));
    return { rarities, whole: rarities.reduce((sum, rarity, word) => sum + (this.pagesWith[word] ? rarity : 0), 0) };
  }

  /** Rarities of the words that a page answers. */
  private shareOf(row: number, rarities: readonly number[]): number {
    let share = 0;
    for (let word = 0; word < this.words; word += 1) if (this.strengths[row * this.words + word]) share += rarities[word] ?? 0;
    return share;
  }

  private scoreOf(row: number, rarities: readonly number[]): number {
    let score = 0;
    for (let word = 0; word < this.words; word += 1) {
      const cell = row * this.words + word;
      const [answer, before] = [this.answers[cell], word > 0 ? this.answers[cell - 1] : undefined];
      const rarity = rarities[word] ?? 0;
      score += (this.strengths[cell] ?? 0) * rarity;
      if (answer && before)
        score += (nearness * Math.min(rarities[word - 1] ?? 0, rarity)) / Math.max(1, closest(before.words, answer.words));
    }
    return score;
  }
}

/** Between 0 and 1, so that a page with the word itself stands before one that is full of its relatives. */
function saturated(strength: number): number {
  return strength / (strength + halfway);
}

/** BM25's inverse document frequency, as Pagefind computes it. */
function rarityOf(pagesWith: number, pages: number): number {
  return Math.log(1 + Math.max(0, pages - pagesWith + 0.5) / (pagesWith + 0.5));
}

/** Smallest distance between a position of the one and a position of the other list, both ascending; not looked for any further once it is 1 or 0. */
function closest(first: readonly number[], second: readonly number[]): number {
  let best = Infinity;
  let a = 0;
  let b = 0;
  while (a < first.length && b < second.length && best > 1) {
    const one = first[a] ?? 0;
    const other = second[b] ?? 0;
    best = Math.min(best, Math.abs(one - other));
    if (one < other) a += 1;
    else b += 1;
  }
  return best;
}
