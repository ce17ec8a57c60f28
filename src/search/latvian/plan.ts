import { nearestTo } from './nearest.ts';
import { prefixesFor } from './probes.ts';
import { otherPrefixesOf, relativesOf, wordsOfRoot, type Targets } from './relatives.ts';
import { replacementsIn, type Replacement } from './synonyms.ts';
import { termsOf } from './terms.ts';
import { lettersOf, standsForForms, type Vocabulary } from './vocabulary.ts';

/** One search to put to Pagefind. */
export interface Probe {
  /** The text to search for: a beginning of words, several that must all be found, or an exact phrase in quotation marks. */
  term: string;
  /** How well a hit answers the words of the query that it stands for (0–1]. */
  weight: number;
  /** Those words, by position in `Plan.words`. */
  answers: readonly number[];
}

/** Searches that are put together, and what they need of the index. */
export interface Round {
  probes: readonly Probe[];
  /** Every indexed word that the probes are after; Pagefind loads its index by these. */
  preload: readonly string[];
}

/** A word of the query that was read as another. */
export interface Correction {
  typed: string;
  /** Folded; the pages found show how it is written. */
  meant: string;
}

export interface Plan {
  /** Words of the query that say something, folded, in their order. */
  words: readonly string[];
  /** The words themselves and what is made of them. */
  first: Round;
  /** Their synonyms, for when the first round answers too little. */
  second: Round;
  /** Folded words to mark in excerpts; `kampan-` stands for all forms with this stem. */
  marks: ReadonlySet<string>;
  corrections: readonly Correction[];
}

const synonymWeight = 0.3;
const mostSynonyms = 4;
/** Share of all pages from which on a word tells pages apart so little that a query's other words are searched for alone. */
const everywhere = 0.4;

/** What to ask Pagefind for this query. Pure: the same query and vocabulary give the same plan. */
export function planOf(query: string, vocabulary: Vocabulary): Plan {
  const terms = termsOf(query, vocabulary);
  const words = terms.map(({ word }) => word);
  const replacements = replacementsIn(words, vocabulary);
  const readings = terms.map(({ word, searches }, position) => (searches ? nothing : readingOf(word, vocabulary, replacements.some(spans(position)))));
  const common = commonWords(readings, vocabulary);
  const marks = new Set<string>();
  const own = new Draft(vocabulary, marks);
  terms.forEach(({ word, searches }, position) => {
    const { targets } = readings[position] ?? nothing;
    if (common[position]) own.mark(targets.keys());
    else if (targets.size > 0) own.addTargets(targets, position);
    else for (const term of searches ?? [word]) own.addTerm(term, position);
  });
  const synonyms = new Draft(vocabulary, marks);
  let left = mostSynonyms;
  for (const replacement of [...replacements].sort((a, b) => b.to - b.from - (a.to - a.from))) {
    const answers = words.map((_, position) => position).slice(replacement.from, replacement.to);
    if (answers.every((position) => common[position])) continue;
    const unknown = answers.every((position) => readings[position]?.targets.size === 0);
    for (const entry of replacement.entries) if (left > 0 && (unknown ? own : synonyms).addSynonym(entry, unknown ? 1 : synonymWeight, answers)) left -= 1;
  }
  const corrections = terms.flatMap(({ word: typed }, position) => {
    const meant = readings[position]?.meant;
    return meant === undefined ? [] : [{ typed, meant }];
  });
  return { words, first: own.round(), second: synonyms.round(), marks, corrections };
}

/** Sorts behind every form of a stem. */
const afterAllForms = 'zz';

/** Collects the probes of a round; a probe added twice keeps the greater weight. */
class Draft {
  readonly #vocabulary: Vocabulary;
  readonly #marks: Set<string>;
  readonly #probes = new Map<string, Probe>();
  readonly #preload = new Set<string>();

  constructor(vocabulary: Vocabulary, marks: Set<string>) {
    this.#vocabulary = vocabulary;
    this.#marks = marks;
  }

  /** Adds a term as it was typed. */
  addTerm(term: string, position: number): void {
    this.#add(term, 1, [position]);
    for (const word of term.replaceAll('"', '').split(' ')) {
      this.#preload.add(word);
      this.#marks.add(word);
    }
  }

  addTargets(targets: Targets, position: number): void {
    for (const { weight, level } of levelsOf(targets)) {
      for (const prefix of prefixesFor(level, this.#vocabulary)) this.#add(prefix, weight, [position]);
    }
    this.#want(targets.keys());
  }

  /** Adds one search that finds all words of a synonym. False where the vocabulary does not have them. */
  addSynonym(entry: readonly string[], weight: number, answers: readonly number[]): boolean {
    const parts = entry.map((word) => sameWordsOnly(relativesOf(word, this.#vocabulary)));
    const prefixes = parts.map((targets) => prefixesFor(targets.keys(), this.#vocabulary, 1)[0]);
    if (prefixes.length === 0 || prefixes.includes(undefined)) return false;
    this.#add(prefixes.join(' '), weight, answers);
    for (const targets of parts) this.#want(targets.keys());
    return true;
  }

  mark(indexes: Iterable<number>): void {
    for (const index of indexes) this.#marks.add(this.#vocabulary.words[index] ?? '');
  }

  round(): Round {
    return { probes: [...this.#probes.values()], preload: [...this.#preload] };
  }

  #add(term: string, weight: number, answers: readonly number[]): void {
    const key = `${term}|${answers.join()}`;
    if ((this.#probes.get(key)?.weight ?? 0) < weight) this.#probes.set(key, { term, weight, answers });
  }

  #want(indexes: Iterable<number>): void {
    for (const index of indexes) {
      const entry = this.#vocabulary.words[index] ?? '';
      this.#marks.add(entry);
      this.#preload.add(lettersOf(entry));
      if (standsForForms(entry)) this.#preload.add(lettersOf(entry) + afterAllForms);
    }
  }
}

interface Reading {
  targets: Targets;
  meant?: string;
}

const nothing: Reading = { targets: new Map() };

/** What a word means to this vocabulary: its family, else the family of the nearest words, else of the word without its verb prefix. */
function readingOf(word: string, vocabulary: Vocabulary, hasSynonym: boolean): Reading {
  const known = relativesOf(word, vocabulary);
  if (known.size > 0 || hasSynonym) return { targets: known };
  const near = nearestTo(word, vocabulary);
  const [best] = near;
  if (!best) return { targets: otherPrefixesOf(word, vocabulary) };
  const targets = new Map<number, number>();
  for (const { reading, root } of near) {
    const relatives = root === undefined ? relativesOf(reading, vocabulary) : wordsOfRoot(root, vocabulary);
    for (const [index, weight] of relatives) targets.set(index, Math.max(targets.get(index) ?? 0, weight));
  }
  return { targets, meant: lettersOf(best.word) };
}

/** Which words nearly all pages have; none where that is all there is to search for. */
function commonWords(readings: readonly Reading[], { pages, frequencies }: Vocabulary): boolean[] {
  const common = readings.map(({ targets }) => [...targets.keys()].some((index) => (frequencies[index] ?? 0) > everywhere * pages));
  return common.every(Boolean) ? common.map(() => false) : common;
}

/** Targets in groups from the surest to the least sure; each group holds the surer ones too, so that one search can serve all. */
function levelsOf(targets: Targets): { weight: number; level: number[] }[] {
  const weights = [...new Set(targets.values())].sort((a, b) => b - a);
  const surest = weights.filter((weight) => weight >= sureEnough);
  const starts = [surest.at(-1), ...weights.filter((weight) => weight < sureEnough)].filter((weight) => weight !== undefined);
  return starts.map((start) => ({
    weight: surest.includes(start) ? (surest[0] ?? start) : start,
    level: [...targets].filter(([, weight]) => weight >= start).map(([index]) => index),
  }));
}

const sureEnough = 0.6;

function sameWordsOnly(targets: Targets): Targets {
  return new Map([...targets].filter(([, weight]) => weight >= sureEnough));
}

function spans(position: number): (replacement: Replacement) => boolean {
  return ({ from, to }) => from <= position && position < to;
}
