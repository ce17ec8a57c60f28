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

/** What a word is compared by besides its whole form. */
interface Bases {
  stem: string;
  root: string;
}

/** Those of the words of a vocabulary that were compared before, by index: a thousand of them come up with every typo. */
const bases = new WeakMap<Vocabulary, Bases[]>();

function basesOf(entry: string): Bases {
  const stem = stemOf(entry);
  return { stem, root: rootOfStem(stem) };
}

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
  const known = bases.get(vocabulary) ?? [];
  bases.set(vocabulary, known);
  const add = (correction: Correction) => {
    const known = found.get(correction.reading);
    if (!known || correction.cost < known.cost) found.set(correction.reading, correction);
  };
  walkDistances(word, vocabulary, limit, (index, distance) => {
    const letters = vocabulary.letters[index] ?? '';
    const entry = vocabulary.words[index] ?? '';
    const doubt = () => doubtOf(word, letters, vocabulary.frequencies[index] ?? 1);
    const whole = distance(letters.length, word.length);
    if (whole <= limit) add({ word: entry, reading: letters, cost: whole + doubt() });
    const { stem, root } = (known[index] ??= basesOf(entry));
    for (const base of stem === root || !standsForForms(entry) ? [root] : [stem, root]) {
      if (base.length < shortestRoot) continue;
      for (let typed = Math.max(shortestRoot, base.length - limit); typed <= Math.min(word.length, base.length + limit); typed += 1) {
        const wrong = distance(base.length, typed);
        if (wrong > limit) continue;
        const reading = base + word.slice(typed);
        const isForm = standsForForms(entry) && inflectionStem(reading) === stem;
        const isRelative = isForm || rootOf(reading) === root;
        const cost = wrong + doubt() + (isForm ? 0 : rootOnly) + (isRelative ? 0 : unfittingEnding);
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
 * Edit distances (with swapped neighbours) between `word` and every word of the vocabulary. `visit` gets a function of d and j: the distance between the first d
 * letters of the vocabulary word and the first j of `word`. Words that go on after a beginning that is over the limit are skipped; neighbours share the rows of their
 * common letters; of each row only the cells within the limit of the diagonal are computed, all others being over it.
 */
function walkDistances(
  word: string,
  { letters, shared }: Vocabulary,
  limit: number,
  visit: (index: number, distance: (letters: number, typed: number) => number) => void,
): void {
  const table = new DistanceTable(word, limit);
  const distance = (depth: number, typed: number) => table.distance(depth, typed);
  let closed = Infinity;
  for (let index = 0; index < letters.length; index += 1) {
    const common = shared[index] ?? 0;
    if (common >= closed) continue;
    const candidate = letters[index] ?? '';
    closed = table.goOn(candidate, common) ? Infinity : table.depth;
    // The root may have been near enough although the rest is not.
    if (table.depth > shortestRoot || closed === Infinity) visit(index, distance);
  }
}

/** Rows of distances, one a letter of a candidate, cells one a letter of the word, each cut off at one more than the limit. */
class DistanceTable {
  /** How many letters of the candidate have a row. */
  depth = 0;
  private readonly limit: number;
  private readonly typed: Uint16Array;
  private readonly width: number;
  private readonly cells: Uint8Array;

  constructor(word: string, limit: number) {
    this.limit = limit;
    this.typed = Uint16Array.from({ length: word.length }, (_, at) => word.charCodeAt(at));
    this.width = word.length + 1;
    this.cells = new Uint8Array(this.width * 40).fill(limit + 1);
    for (let typed = 0; typed < this.width; typed += 1) this.cells[typed] = typed;
  }

  distance(depth: number, typed: number): number {
    return depth <= this.depth ? (this.cells[depth * this.width + typed] ?? Infinity) : Infinity;
  }

  /** Computes the rows of a candidate after its first `common` letters, whose rows are there. False where a row is over the limit; those after it are left out. */
  goOn(candidate: string, common: number): boolean {
    this.depth = common;
    while (this.depth < candidate.length) {
      this.depth += 1;
      if (this.fillRow(candidate) > this.limit) return false;
    }
    return true;
  }

  /** Computes the row of the candidate's letter `depth` and returns its smallest distance. */
  private fillRow(candidate: string): number {
    const { cells, width, typed: letters, depth, limit } = this;
    const far = limit + 1;
    const row = depth * width;
    const letter = candidate.charCodeAt(depth - 1);
    const before = candidate.charCodeAt(depth - 2);
    let smallest = Math.min(depth, far);
    cells[row] = smallest;
    const first = Math.max(1, depth - limit);
    if (first > 1) cells[row + first - 1] = far;
    const last = Math.min(width - 1, depth + limit);
    for (let typed = first; typed <= last; typed += 1) {
      const above = typed < depth + limit ? (cells[row - width + typed] ?? far) : far;
      const left = cells[row + typed - 1] ?? far;
      const diagonal = cells[row - width + typed - 1] ?? far;
      let distance = letters[typed - 1] === letter ? diagonal : diagonal + 1;
      if (above < distance) distance = above + 1;
      if (left < distance) distance = left + 1;
      const isSwapped = depth > 1 && typed > 1 && letters[typed - 2] === letter && letters[typed - 1] === before;
      if (isSwapped) distance = Math.min(distance, (cells[row - 2 * width + typed - 2] ?? far) + 1);
      if (distance > far) distance = far;
      cells[row + typed] = distance;
      if (distance < smallest) smallest = distance;
    }
    if (last + 1 < width) cells[row + last + 1] = far;
    return smallest;
  }
}
