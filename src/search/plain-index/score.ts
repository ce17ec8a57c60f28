import { plainWeight, type Catalogue, type Word } from './files.ts';
import { PostingsByPage, type FoundForm } from './postings-by-page.ts';

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
  readonly page: number;
  readonly score: number;
  /** Places of the found words in the page's text, ascending; gathered when they are asked for. */
  readonly places: readonly number[];
}

/** A form of a found word, and what it counts. */
interface ScoredForm extends FoundForm {
  /** The word that it is a form of: a number from 0 on. */
  word: number;
  /** The term that it was found for, by position. */
  term: number;
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
 * The pages that have all terms, as Pagefind's WebAssembly finds and scores them; in no order. Where it compares each page with each place of each word, the postings
 * are gathered by page here: words on half of all pages take a fiftieth of the time.
 */
export function match(found: readonly Found[], catalogue: Catalogue, ranking: Ranking, allowed?: ReadonlySet<number>): Match[] {
  const { forms, words } = scoredForms(found, ranking);
  const postings = new PostingsByPage(forms, catalogue.pages.length);
  const { pagesWith, termsOn } = countTerms(postings, found.length, catalogue.pages.length);
  const rarities = pagesWith.map((pages) => rarityOf(pages, catalogue.pages.length));
  const needed = Math.max(1, found.filter((one) => one.words.length > 0).length);
  const scorer = new Scorer(postings, words, rarities, catalogue, ranking);
  const matches: Match[] = [];
  for (let page = 0; page < termsOn.length; page += 1)
    if ((termsOn[page] ?? 0) >= needed && (!allowed || allowed.has(page))) matches.push(new PageMatch(page, scorer.score(page), postings));
  return matches;
}

/** The forms of all found words, term by term, and how many different words there are. */
function scoredForms(found: readonly Found[], { termSimilarity }: Ranking): { forms: ScoredForm[]; words: number } {
  const forms: ScoredForm[] = [];
  const numbers = new Map<string, number>();
  for (const [position, { term, words }] of found.entries())
    for (const { word, forms: own } of words) {
      const number = numbers.get(word) ?? numbers.size;
      numbers.set(word, number);
      const nearness = nearnessOf(Math.abs(word.length - term.length) + 1, termSimilarity);
      for (const { form, postings, from, to } of own) {
        const boost = form.startsWith(term) || term.startsWith(form) ? 1 + asWritten : 1;
        forms.push({ postings, from, to, word: number, term: position, nearness, boost });
      }
    }
  return { forms, words: numbers.size };
}

/** By term how many pages have it, and by page how many of the terms it has. */
function countTerms(postings: PostingsByPage<ScoredForm>, terms: number, pages: number): { pagesWith: number[]; termsOn: Uint32Array } {
  const pagesWith = Array.from({ length: terms }, () => 0);
  const termsOn = new Uint32Array(pages);
  for (let page = 0; page < pages; page += 1) {
    const end = postings.firsts[page + 1] ?? 0;
    let [last, counted] = [-1, 0];
    for (let posting = postings.firsts[page] ?? 0; posting < end && counted < terms; posting += 1) {
      const { term } = postings.form(posting);
      if (term === last) continue;
      last = term;
      counted += 1;
      pagesWith[term] = (pagesWith[term] ?? 0) + 1;
    }
    termsOn[page] = counted;
  }
  return { pagesWith, termsOn };
}

class PageMatch implements Match {
  // Declared only, as there are thousands: see `Hit`.
  declare readonly page: number;
  declare readonly score: number;
  declare private readonly postings: PostingsByPage<ScoredForm>;

  constructor(page: number, score: number, postings: PostingsByPage<ScoredForm>) {
    this.page = page;
    this.score = score;
    this.postings = postings;
  }

  get places(): readonly number[] {
    return this.postings.placesOn(this.page);
  }
}

/** Scores one page after the other in the same few arrays. */
class Scorer {
  private readonly postings: PostingsByPage<ScoredForm>;
  private readonly rarities: readonly number[];
  /** All rarities together. */
  private readonly whole: number;
  private readonly catalogue: Catalogue;
  private readonly ranking: Ranking;
  /** By word how much it counts on the page that is being scored, and which of the metadata have it; all 0 between two pages. */
  private readonly counts: Float64Array;
  private readonly fields: Uint32Array;

  constructor(postings: PostingsByPage<ScoredForm>, words: number, rarities: readonly number[], catalogue: Catalogue, ranking: Ranking) {
    this.postings = postings;
    this.rarities = rarities;
    this.whole = rarities.reduce((sum, rarity) => sum + rarity, 0);
    this.catalogue = catalogue;
    this.ranking = ranking;
    this.counts = new Float64Array(words);
    this.fields = new Uint32Array(words);
  }

  /** BM25 over the words found, and the share of the query that metadata answer, squared. */
  score(page: number): number {
    const { postings, counts, rarities, ranking } = this;
    const { pageLength, termSaturation } = ranking;
    const length = this.catalogue.pages[page]?.length ?? 0;
    const slowness = termSaturation * (1 - pageLength + pageLength * (length / this.catalogue.meanLength));
    const [first = 0, end = 0] = [postings.firsts[page], postings.firsts[page + 1]];
    for (let posting = first; posting < end; posting += 1) this.count(posting, postings.weight(posting));
    for (const place of postings.sharedPlaces(page)) this.countTogether(place, first, end);
    let score = 0;
    let fields = 0;
    for (let posting = first; posting < end; posting += 1) {
      const { word, term, nearness, boost } = postings.form(posting);
      fields |= postings.fields(posting);
      // The first form of a word takes all that the word counts.
      const strength = ((counts[word] ?? 0) / plainWeight) * nearness;
      counts[word] = 0;
      if (strength > 0) score += (rarities[term] ?? 0) * (((termSaturation + 1) * strength) / (slowness + strength)) * boost;
    }
    return fields === 0 ? score : score + this.metadataScore(first, end, fields);
  }

  private count(posting: number, weight: number): void {
    const { word } = this.postings.form(posting);
    this.counts[word] = (this.counts[word] ?? 0) + weight;
  }

  /** Counts anew what stands at one place, being parts of one word: there the first for each term counts. */
  private countTogether(place: number, first: number, end: number): void {
    const here: number[] = [];
    let least = heaviest;
    let last = -1;
    for (let posting = first; posting < end; posting += 1) {
      const weight = this.postings.weightAt(posting, place);
      const { term } = this.postings.form(posting);
      if (weight === undefined) continue;
      this.count(posting, -weight);
      if (term === last) continue;
      last = term;
      here.push(posting);
      least = Math.min(least, weight);
    }
    for (const posting of here) this.count(posting, Math.min(heaviest, least * here.length));
  }

  /** What those of the metadata add that have found words: for each the rarities of these words, each once. */
  private metadataScore(first: number, end: number, some: number): number {
    const { postings, fields, rarities, whole } = this;
    let score = 0;
    for (const [field, name] of this.catalogue.fields.entries()) {
      const bit = 1 << field;
      if ((some & bit) === 0) continue;
      let answered = 0;
      for (let posting = first; posting < end; posting += 1) {
        const { word, term } = postings.form(posting);
        const seen = fields[word] ?? 0;
        if ((postings.fields(posting) & bit & ~seen) === 0) continue;
        fields[word] = seen | bit;
        answered += rarities[term] ?? 0;
      }
      if (whole > 0) score += (this.ranking.metaWeights[name] ?? 1) * answered * (answered / whole) ** 2;
    }
    for (let posting = first; posting < end; posting += 1) fields[postings.form(posting).word] = 0;
    return score;
  }
}

/** 1 for the word itself, less for each letter that it goes on. */
function nearnessOf(difference: number, termSimilarity: number): number {
  return Math.exp((Math.exp((-0.5 * difference ** 2) / spread ** 2) - 1) * termSimilarity);
}

/** BM25's inverse document frequency. */
function rarityOf(pagesWith: number, pages: number): number {
  return Math.log(1 + (pages - pagesWith + 0.5) / (pagesWith + 0.5));
}
