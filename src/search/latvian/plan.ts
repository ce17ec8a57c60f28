import { nearestTo } from './nearest.ts';
import { continuationsOf, otherPrefixesOf, relativesOf, wordsOfRoot, type Targets } from './relatives.ts';
import { Draft, type Round } from './round.ts';
import { replacementsIn, type Replacement } from './synonyms.ts';
import { termsOf } from './terms.ts';
import { lettersOf, type Vocabulary } from './vocabulary.ts';

/** A word of the query that was read as another. */
interface Correction {
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
  const readings = terms.map(({ word, searches }, position) =>
    searches ? nothing : readingOf(word, vocabulary, replacements.some(spans(position))),
  );
  const common = commonWords(readings, vocabulary);
  const marks = new Set<string>();
  const own = new Draft(vocabulary, marks);
  terms.forEach(({ word, searches }, position) => {
    const { targets } = readings[position] ?? nothing;
    if (common[position]) own.mark(targets);
    else if (targets.size > 0) own.addTargets(targets, position);
    else for (const term of searches ?? [word]) own.addTerm(term, position);
  });
  const synonyms = new Draft(vocabulary, marks);
  let left = mostSynonyms;
  for (const replacement of [...replacements].sort((a, b) => b.to - b.from - (a.to - a.from))) {
    const answers = words.map((_, position) => position).slice(replacement.from, replacement.to);
    if (answers.every((position) => common[position])) continue;
    const unknown = answers.some((position) => !isKnown(readings[position] ?? nothing));
    for (const entry of replacement.entries)
      if (left > 0 && (unknown ? own : synonyms).addSynonym(entry, unknown ? 1 : synonymWeight, answers)) left -= 1;
  }
  const corrections = terms.flatMap(({ word: typed }, position) => {
    const meant = readings[position]?.meant;
    return meant === undefined ? [] : [{ typed, meant }];
  });
  return { words, first: own.round(), second: synonyms.round(), marks, corrections };
}

interface Reading {
  targets: Targets;
  meant?: string;
}

const nothing: Reading = { targets: new Map() };

/** What a word means to this vocabulary: its family, else words that it begins, else the family of the nearest words or of the word without its verb prefix. */
function readingOf(word: string, vocabulary: Vocabulary, hasSynonym: boolean): Reading {
  const known = relativesOf(word, vocabulary);
  if (known.size > 0 || hasSynonym) return { targets: known };
  const continued = continuationsOf(word, vocabulary);
  if (continued.size > 0) return { targets: continued };
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

/** Whether the vocabulary has the word itself, not only others of its root. */
function isKnown({ targets }: Reading): boolean {
  return [...targets.values()].some((weight) => weight >= 1);
}

/** Which words nearly all pages have; none where that is all there is to search for. */
function commonWords(readings: readonly Reading[], { pages, frequencies }: Vocabulary): boolean[] {
  const common = readings.map(({ targets }) => [...targets.keys()].some((index) => (frequencies[index] ?? 0) > everywhere * pages));
  return common.every(Boolean) ? common.map(() => false) : common;
}

function spans(position: number): (replacement: Replacement) => boolean {
  return ({ from, to }) => from <= position && position < to;
}
