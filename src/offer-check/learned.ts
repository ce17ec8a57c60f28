import { type SentenceFeatures, sizeOf } from './features.ts';
import type { Lexicon } from './lexicon.ts';
import type { Answers, NetReader, Scores } from './net.ts';
import { numbersOf, packSteps, signOf, STREAM_END, unpackSteps, ZERO } from './signs.ts';
import { getOrAdd } from './vocabulary.ts';

/** What was learned about flags in one language, in whole steps. */
export interface Learned {
  /** By flag, in eighths: a higher score shows it. */
  alone: number[];
  /** The same, where a pattern of the flag is met too. */
  beside: number[];
  /** By feature: flags and the weight for each. */
  weights: Map<number, Map<number, number>>;
}

/** What sentences of one language are read with. */
export interface Knowledge {
  learned: Learned;
  lexicon: Lexicon;
  /** Concepts are numbered below it, sizes of numbers from it on. */
  conceptCount: number;
  net: NetReader;
}

/** First and last words of a part of a text. */
export interface Place {
  first: number;
  last: number;
}

/** What the sentences of a text say about one flag. */
export interface Evidence {
  /** Of the sentence or pair of sentences that shows it best, as log-odds without bias. */
  score: number;
  /** The sentences that show it. */
  places: Place[];
}

/** Steps from one feature to the next are parted: the lower bits are noise, the higher ones mostly few. */
const LOW_BITS = 5;
/** What one step of a weight is worth. */
export const STEP = 0.5;
export const EIGHTH = 0.125;

/** How much each feature of a window counts: long windows have many. The same in training and in reading. */
export function scaleOf(featureCount: number): number {
  return 4 / Math.sqrt(Math.max(4, featureCount));
}

/** Writes what was learned as six streams of signs. Throws if a number has no sign. */
export function packLearned({ alone, beside, weights }: Learned): string {
  const flagCount = alone.length;
  const features = [...weights.keys()].toSorted((one, other) => one - other);
  const [flags, values]: [string[], string[]] = [[], []];
  for (const feature of features) {
    const own = [...(weights.get(feature) ?? [])].toSorted(([one], [other]) => one - other);
    own.forEach(([flag, value], index) => {
      flags.push(signOf(index === own.length - 1 ? flag + flagCount : flag));
      values.push(signOf(value + ZERO));
    });
  }
  const numbers = [alone, beside].map((all) => all.map((one) => signOf(one + ZERO)).join(''));
  return [...numbers, ...packSteps(features, LOW_BITS), flags.join(''), values.join('')].join(STREAM_END);
}

/** The weights of both, with the scores that suffice then, which those of `more` are. */
export function withMore({ weights: few }: Learned, more: Learned): Learned {
  const weights = new Map(few);
  for (const [feature, own] of more.weights) {
    const known = few.get(feature);
    weights.set(feature, known ? new Map([...known, ...own]) : own);
  }
  return { ...more, weights };
}

export function unpackLearned(packed: string): Learned {
  const [alone = '', beside = '', high = '', low = '', ...rest] = packed.split(STREAM_END);
  const [flags = [], values = []] = rest.map(numbersOf);
  const weights = new Map<number, Map<number, number>>();
  const flagCount = alone.length;
  let at = 0;
  for (const feature of unpackSteps(high, low, LOW_BITS)) {
    const own = new Map<number, number>();
    for (let isLast = false; !isLast && at < flags.length; at++) {
      const flag = flags[at] ?? 0;
      isLast = flag >= flagCount;
      own.set(isLast ? flag - flagCount : flag, (values[at] ?? 0) - ZERO);
    }
    weights.set(feature, own);
  }
  const signed = (stream: string) => numbersOf(stream).map((one) => one - ZERO);
  return { alone: signed(alone), beside: signed(beside), weights };
}

/** The concepts of a word; a number has that of its size. */
export function conceptsOf(word: string, lexicon: Lexicon, conceptCount: number): readonly number[] {
  const size = sizeOf(word);
  return size === undefined ? lexicon(word) : [conceptCount + size];
}

type Sentence = Pick<SentenceFeatures, 'features' | 'words' | 'first' | 'last'>;

/** Scores each flag, by its number, in single sentences and in pairs of neighbours. */
export function evidenceIn(
  sentences: readonly Sentence[],
  { learned: { alone, weights }, lexicon, conceptCount, net }: Knowledge,
): Evidence[] {
  const count = alone.length;
  const least = Float64Array.from(alone, (one) => one * EIGHTH);
  const best = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  const places = alone.map((): Place[] => []);
  const conceptsByWord = new Map<string, readonly number[]>();
  const conceptsIn = (words: readonly string[]) =>
    words.map((word) => getOrAdd(conceptsByWord, word, () => conceptsOf(word, lexicon, conceptCount))).filter(({ length }) => length > 0);
  // Two sentences are kept at a time: making room for each anew would take as long as reading.
  let [before, now] = [roomFor(count), roomFor(count)];
  let both: Scores | undefined;
  let earlier: Sentence | undefined;
  for (const sentence of sentences) {
    [before, now] = [now, before];
    const { sums, scores } = now;
    now.answers = net.answersTo(conceptsIn(sentence.words), now.answers);
    const byNet = (now.byNet = net.scoresOf(now.answers, now.byNet));
    sums.fill(0);
    for (const feature of sentence.features) weights.get(feature)?.forEach((weight, flag) => (sums[flag]! += weight * STEP));
    const scale = scaleOf(sentence.features.length);
    const { sums: sumsBefore, scores: scoresBefore } = before;
    if (earlier) both = net.scoresOfPair(before.byNet!, before.answers!, now.answers, both);
    const pairScale = scaleOf((earlier?.features.length ?? 0) + sentence.features.length);
    for (let flag = 0; flag < count; flag++) {
      const enough = least[flag]!;
      const single = (scores[flag] = byNet[flag]! + sums[flag]! * scale);
      if (single > best[flag]!) best[flag] = single;
      if (earlier) {
        const pair = both![flag]! + (sumsBefore[flag]! + sums[flag]!) * pairScale;
        if (pair > best[flag]!) best[flag] = pair;
        if (pair > enough && single <= enough && scoresBefore[flag]! <= enough)
          places[flag]!.push({ first: earlier.first, last: sentence.last });
      }
      if (single > enough) places[flag]!.push({ first: sentence.first, last: sentence.last });
    }
    earlier = sentence;
  }
  return places.map((own, flag) => ({ score: best[flag]!, places: own }));
}

/** What a sentence weighs for each flag: by concepts, by words, and both. */
interface Weighed {
  answers?: Answers;
  byNet?: Scores;
  sums: Float64Array;
  scores: Float64Array;
}

function roomFor(flagCount: number): Weighed {
  return { sums: new Float64Array(flagCount), scores: new Float64Array(flagCount) };
}
