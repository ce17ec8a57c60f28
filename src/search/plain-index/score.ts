import { plainWeight, type Catalogue, type Posting, type Word } from './files.ts';

/** How Pagefind is told to weigh what it finds; its own names and meanings. */
export interface Ranking {
  /** How much less a word counts that goes on after what was searched for. */
  termSimilarity: number;
  /** How much less a word counts on a long page (0–1). */
  pageLength: number;
  /** How slowly more of the same word count less and less. */
  termSaturation: number;
  /** What metadata count by their name; 1 where nothing is said. */
  metaWeights: Readonly<Record<string, number>>;
}

/** Words that begin with one term of a search. */
export interface Found {
  term: string;
  words: readonly Word[];
}

/** A page that has all terms. */
export interface Match {
  /** Position in `Catalogue.pages`. */
  page: number;
  score: number;
  /** Places of the found words in the page's text, ascending. */
  places: readonly number[];
}

/** One form of a found word on one page. */
interface Entry {
  word: string;
  term: number;
  posting: Posting;
  /** How near the word is to the term, by its length (0–1]. */
  nearness: number;
  /** More than 1 where the form itself, with its diacritics, begins with the term. */
  boost: number;
}

/** Pagefind's own, where nothing else is said: how much more a form counts that is written as the term. */
const asWritten = 0.8;
const spread = 2;
const heaviest = 255;

/**
 * The pages that have all terms, as Pagefind's WebAssembly finds and scores them; in no order. Where it compares each page with each place of each word, the places
 * are gathered by page here: words on half of all pages take a fiftieth of the time.
 */
export function match(found: readonly Found[], catalogue: Catalogue, ranking: Ranking, allowed?: ReadonlySet<number>): Match[] {
  const byPage = new Map<number, Entry[]>();
  const rarities = found.map(({ term, words }, position) => {
    const pages = new Set<number>();
    for (const { word, forms } of words) {
      const nearness = nearnessOf(Math.abs(word.length - term.length) + 1, ranking.termSimilarity);
      for (const { form, postings } of forms) {
        const boost = form.startsWith(term) || term.startsWith(form) ? 1 + asWritten : 1;
        for (const posting of postings) {
          pages.add(posting.page);
          const entry = { word, term: position, posting, nearness, boost };
          const entries = byPage.get(posting.page);
          if (entries) entries.push(entry);
          else byPage.set(posting.page, [entry]);
        }
      }
    }
    return rarityOf(pages.size, catalogue.pages.length);
  });
  const needed = found.filter(({ words }) => words.length > 0).length;
  const matches: Match[] = [];
  for (const [page, entries] of byPage) {
    if (allowed && !allowed.has(page)) continue;
    if (needed > 1 && new Set(entries.map(({ term }) => term)).size < needed) continue;
    matches.push({ page, ...scoreOf(entries, rarities, catalogue.pages[page]?.length ?? 0, catalogue, ranking) });
  }
  return matches;
}

/** BM25 over the words found, and the share of the query that metadata answer, squared. */
function scoreOf(
  entries: readonly Entry[],
  rarities: readonly number[],
  length: number,
  { meanLength, fields }: Catalogue,
  ranking: Ranking,
) {
  const { places, counts } = countsOf(entries);
  const { pageLength, termSaturation, metaWeights } = ranking;
  const slowness = termSaturation * (1 - pageLength + pageLength * (length / meanLength));
  let score = 0;
  const seen = new Set<string>();
  for (const { word, term, nearness, boost } of entries) {
    if (seen.has(word)) continue;
    seen.add(word);
    const strength = ((counts.get(word) ?? 0) / plainWeight) * nearness;
    score += (rarities[term] ?? 0) * (((termSaturation + 1) * strength) / (slowness + strength)) * boost;
  }
  const whole = sum(rarities);
  for (const [field, answered] of answeredBy(entries, rarities))
    if (whole > 0) score += (metaWeights[fields[field] ?? ''] ?? 1) * answered * (answered / whole) ** 2;
  return { score, places };
}

/** The places of all entries, each once, and how much each word counts. */
function countsOf(entries: readonly Entry[]): { places: readonly number[]; counts: ReadonlyMap<string, number> } {
  const [first] = entries;
  const places =
    first && entries.length === 1 ? first.posting.places : entries.flatMap(({ posting }) => posting.places).sort((a, b) => a - b);
  for (let at = 1; at < places.length; at += 1) if (places[at] === places[at - 1]) return countsByPlace(entries, places);
  const counts = new Map<string, number>();
  for (const { word, posting } of entries) counts.set(word, (counts.get(word) ?? 0) + posting.weight);
  return { places, counts };
}

/** The same where several words stand at one place, being parts of one: there the first for each term counts. */
function countsByPlace(
  entries: readonly Entry[],
  all: readonly number[],
): { places: readonly number[]; counts: ReadonlyMap<string, number> } {
  const places = [...new Set(all)];
  const counts = new Map<string, number>();
  const next = entries.map(() => 0);
  for (const place of places) {
    const here: { entry: Entry; weight: number }[] = [];
    entries.forEach((entry, one) => {
      const at = next[one] ?? 0;
      if (entry.posting.places[at] !== place) return;
      next[one] = at + 1;
      if (here.every((other) => other.entry.term !== entry.term)) here.push({ entry, weight: entry.posting.weights[at] ?? 0 });
    });
    const weight = Math.min(heaviest, Math.min(...here.map((one) => one.weight)) * here.length);
    for (const { entry } of here) counts.set(entry.word, (counts.get(entry.word) ?? 0) + weight);
  }
  return { places, counts };
}

/** For each field that has found words their rarities, added up; each word once. */
function answeredBy(entries: readonly Entry[], rarities: readonly number[]): Map<number, number> {
  const answered = new Map<number, number>();
  const counted = new Set<string>();
  for (const { word, term, posting } of entries)
    for (const field of posting.fields) {
      const key = `${field} ${word}`;
      if (counted.has(key)) continue;
      counted.add(key);
      answered.set(field, (answered.get(field) ?? 0) + (rarities[term] ?? 0));
    }
  return answered;
}

/** 1 for the word itself, less for each letter that it goes on. */
function nearnessOf(difference: number, termSimilarity: number): number {
  return Math.exp((Math.exp((-0.5 * difference ** 2) / spread ** 2) - 1) * termSimilarity);
}

/** BM25's inverse document frequency. */
function rarityOf(pagesWith: number, pages: number): number {
  return Math.log(1 + (pages - pagesWith + 0.5) / (pagesWith + 0.5));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}
