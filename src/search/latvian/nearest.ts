import { commonPrefix } from './fold.ts';
import { inflectionStem, rootOf, rootOfStem } from './stem.ts';
import { standsForForms, stemOf, type Vocabulary } from './vocabulary.ts';

/** A word of the vocabulary that the query's word may have been meant to be. */
interface Correction {
  /** The entry of the vocabulary. */
  word: string;
  /** What to look up instead of what was typed: that word, or its root with the ending that was typed. */
  reading: string;
  /** The root alone, where what was typed after it is no ending. */
  root?: string;
  /** Number of wrong, missing, additional or swapped letters, with small additions for ties. */
  cost: number;
}

const shortestRoot = 4;
const rootOnly = 0.2;
const unfittingEnding = 0.7;
const tie = 0.2;

/** How many letters of a word may be wrong. */
export function allowedTypos(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/**
 * Words of the vocabulary nearest to a word it does not know, best first. A word counts by its whole form, or by its root when the rest of what was typed
 * can be an ending: so a typo is also found in a form that no page has.
 */
export function nearestTo(word: string, vocabulary: Vocabulary, most = 3): Correction[] {
  const limit = allowedTypos(word.length);
  if (limit === 0) return [];
  const found = new Map<string, Correction>();
  const add = (correction: Correction) => {
    const known = found.get(correction.reading);
    if (!known || correction.cost < known.cost) found.set(correction.reading, correction);
  };
  walkDistances(word, vocabulary.letters, limit, (index, distance) => {
    const letters = vocabulary.letters[index] ?? '';
    const entry = vocabulary.words[index] ?? '';
    const doubt = doubtOf(word, letters, vocabulary.frequencies[index] ?? 1);
    const whole = distance(letters.length, word.length);
    if (whole <= limit) add({ word: entry, reading: letters, cost: whole + doubt });
    const stem = stemOf(entry);
    const root = rootOfStem(stem);
    for (const base of stem === root || !standsForForms(entry) ? [root] : [stem, root]) {
      if (base.length < shortestRoot) continue;
      for (let typed = Math.max(shortestRoot, base.length - limit); typed <= Math.min(word.length, base.length + limit); typed += 1) {
        const wrong = distance(base.length, typed);
        if (wrong > limit) continue;
        const reading = base + word.slice(typed);
        const isForm = standsForForms(entry) && inflectionStem(reading) === stem;
        const isRelative = isForm || rootOf(reading) === root;
        const cost = wrong + doubt + (isForm ? 0 : rootOnly) + (isRelative ? 0 : unfittingEnding);
        if (cost <= limit + 0.5) add(isRelative ? { word: entry, reading, cost } : { word: entry, reading: root, root, cost });
      }
    }
  });
  const sorted = [...found.values()].sort((a, b) => a.cost - b.cost || (a.word < b.word ? -1 : 1));
  const best = sorted[0]?.cost ?? 0;
  return sorted.filter(({ cost }) => cost <= best + tie).slice(0, most);
}

/** Less than one typo: of equally near words the one with the longer common beginning, then the more frequent one. */
function doubtOf(word: string, candidate: string, frequency: number): number {
  const same = commonPrefix(word, candidate) / Math.max(word.length, candidate.length);
  return 0.3 * (1 - same) - 0.01 * Math.log2(frequency);
}

/**
 * Edit distances (with swapped neighbours) between `word` and every sorted word. `visit` gets a function of d and j: the distance between the first d letters of
 * the vocabulary word and the first j of `word`. Words that go on after a beginning that is over the limit are skipped; neighbours share the rows of their common
 * letters; of each row only the cells within the limit of the diagonal are computed, all others being over it.
 */
function walkDistances(
  word: string,
  words: readonly string[],
  limit: number,
  visit: (index: number, distance: (letters: number, typed: number) => number) => void,
): void {
  const width = word.length + 1;
  const cells = new Uint8Array(width * 40).fill(limit + 1);
  for (let typed = 0; typed < width; typed += 1) cells[typed] = typed;
  let before = '';
  let closed = Infinity;
  let computed = 0;
  const distance = (letters: number, typed: number) => (letters <= computed ? (cells[letters * width + typed] ?? Infinity) : Infinity);
  words.forEach((candidate, index) => {
    const common = commonPrefix(before, candidate);
    before = candidate;
    if (common >= closed) return;
    closed = Infinity;
    computed = common;
    while (computed < candidate.length && closed === Infinity) {
      computed += 1;
      if (fillRow(cells, width, computed, word, candidate, limit) > limit) closed = computed;
    }
    // The root may have been near enough although the rest is not.
    if (computed > shortestRoot || closed === Infinity) visit(index, distance);
  });
}

/** Computes the row of the candidate's letter `depth` and returns its smallest distance. */
function fillRow(cells: Uint8Array, width: number, depth: number, word: string, candidate: string, limit: number): number {
  const row = depth * width;
  const far = limit + 1;
  cells[row] = Math.min(depth, far);
  let smallest = cells[row];
  const first = Math.max(1, depth - limit);
  if (first > 1) cells[row + first - 1] = far;
  const last = Math.min(width - 1, depth + limit);
  for (let typed = first; typed <= last; typed += 1) {
    const same = word[typed - 1] === candidate[depth - 1];
    const above = typed < depth + limit ? (cells[row - width + typed] ?? far) : far;
    let distance = Math.min(above + 1, (cells[row + typed - 1] ?? far) + 1, (cells[row - width + typed - 1] ?? far) + (same ? 0 : 1));
    const swapped = depth > 1 && typed > 1 && word[typed - 2] === candidate[depth - 1] && word[typed - 1] === candidate[depth - 2];
    if (swapped) distance = Math.min(distance, (cells[row - 2 * width + typed - 2] ?? far) + 1);
    cells[row + typed] = Math.min(distance, far);
    if (distance < smallest) smallest = distance;
  }
  if (last + 1 < width) cells[row + last + 1] = far;
  return smallest;
}
