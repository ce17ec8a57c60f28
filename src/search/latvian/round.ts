import { prefixesFor } from './prefixes.ts';
import { relativesOf, type Targets } from './relatives.ts';
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

const sureEnough = 0.6;
/** Sorts behind every form of a stem. */
const afterAllForms = 'zz';

/** Collects the probes of a round; a probe added twice keeps the greater weight. */
export class Draft {
  private readonly vocabulary: Vocabulary;
  private readonly marks: Set<string>;
  private readonly probes = new Map<string, Probe>();
  private readonly preload = new Set<string>();

  constructor(vocabulary: Vocabulary, marks: Set<string>) {
    this.vocabulary = vocabulary;
    this.marks = marks;
  }

  /** Adds a term as it was typed. */
  addTerm(term: string, position: number): void {
    this.add(term, 1, [position]);
    for (const word of term.replaceAll('"', '').split(' ')) {
      this.preload.add(word);
      this.marks.add(word);
    }
  }

  addTargets(targets: Targets, position: number): void {
    for (const { weight, level } of levelsOf(targets)) {
      for (const prefix of prefixesFor(level, this.vocabulary)) this.add(prefix, weight, [position]);
    }
    this.want(targets.keys());
    this.mark(targets);
  }

  /** Adds one search that finds all words of a synonym. False where the vocabulary does not have them. */
  addSynonym(entry: readonly string[], weight: number, answers: readonly number[]): boolean {
    const parts = entry.map((word) => sameWordsOnly(relativesOf(word, this.vocabulary)));
    const prefixes = parts.map((targets) => prefixesFor(targets.keys(), this.vocabulary, 1)[0]);
    if (prefixes.length === 0 || prefixes.includes(undefined)) return false;
    this.add(prefixes.join(' '), weight, answers);
    for (const targets of parts) {
      this.want(targets.keys());
      this.mark(targets);
    }
    return true;
  }

  /** Marks the surest targets; relatives only where there is nothing surer. */
  mark(targets: Targets): void {
    const sure = sameWordsOnly(targets);
    for (const index of (sure.size > 0 ? sure : targets).keys()) this.marks.add(this.vocabulary.words[index] ?? '');
  }

  round(): Round {
    return { probes: [...this.probes.values()], preload: [...this.preload] };
  }

  private add(term: string, weight: number, answers: readonly number[]): void {
    const key = `${term}|${answers.join()}`;
    if ((this.probes.get(key)?.weight ?? 0) < weight) this.probes.set(key, { term, weight, answers });
  }

  private want(indexes: Iterable<number>): void {
    for (const index of indexes) {
      const entry = this.vocabulary.words[index] ?? '';
      this.preload.add(lettersOf(entry));
      if (standsForForms(entry)) this.preload.add(lettersOf(entry) + afterAllForms);
    }
  }
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

function sameWordsOnly(targets: Targets): Targets {
  return new Map([...targets].filter(([, weight]) => weight >= sureEnough));
}
