import { randomFrom, shuffled } from '../../random/random.ts';
import { scaleOf } from '../learned.ts';

/** A window of text: numbers of features, and for each flag 1 shown, 0 not shown, 2 not known. */
export interface Window {
  features: readonly number[];
  labels: Uint8Array;
}
/** An advert: its windows, and which flags stand in at least one of them. */
export interface Bag {
  windows: readonly (readonly number[])[];
  flags: ReadonlySet<number>;
}
/** What is learned. */
export interface Fitted {
  /** By flag, as log-odds. */
  biases: number[];
  /** By feature: flags and the weight for each, in whole steps. */
  weights: Map<number, Map<number, number>>;
}
export interface Options {
  flagCount: number;
  /** Weights kept, of all flags together. */
  weightCount: number;
  /** What one step of a weight is worth. */
  step: number;
  /** Of all features, and once more of those kept. */
  rounds: number;
}

const RATE = 0.3;
const SHRINKAGE = 0.008;
const WEIGHT_OF_SHOWN = 2;
const FIRST_BIAS = -3;
/** Features of fewer windows are not learned from. */
const LEAST_WINDOWS = 2;
/** Rounds with single examples only, before adverts help. */
const ROUNDS_ALONE = 3;
/** A weight against a flag is worth less room than one for it, a feature of many windows more. */
const SHARE_OF_NEGATIVE = 0.2;
const COMMONNESS = 0.25;
const NEGLIGIBLE = 0.01;

const NOT_KNOWN = 2;

/** Dense weights of the features that are learned, row by row. */
interface Model {
  rows: ReadonlyMap<number, number>;
  weights: Float32Array;
  biases: Float32Array;
}

interface Encoded {
  rows: Int32Array;
  scale: number;
  labels: Uint8Array;
}

/**
 * Learns to tell flags apart: one logistic regression for each flag over the same features, by AdaGrad with shrinkage. Of an advert only
 * the best window must show its flag. The heaviest weights are kept, learned once more, and rounded to steps.
 */
export function train(examples: readonly Window[], bags: readonly Bag[], options: Options): Fitted {
  const all = learn(examples, bags, options, undefined);
  const kept = heaviest(all.model, all.counts, options);
  const { model } = learn(examples, bags, options, kept);
  const weights = new Map<number, Map<number, number>>();
  for (const [feature, row] of model.rows) {
    const own = new Map<number, number>();
    for (let flag = 0; flag < options.flagCount; flag++) {
      const rounded = Math.round((model.weights[row * options.flagCount + flag] ?? 0) / options.step);
      if (rounded !== 0) own.set(flag, rounded);
    }
    if (own.size > 0) weights.set(feature, own);
  }
  return { biases: [...model.biases], weights };
}

type Kept = ReadonlyMap<number, ReadonlySet<number>>;

function learn(
  examples: readonly Window[],
  bags: readonly Bag[],
  options: Options,
  kept: Kept | undefined,
): { model: Model; counts: Uint32Array } {
  const { flagCount } = options;
  const counted = new Map<number, number>();
  for (const features of [...examples.map((one) => one.features), ...bags.flatMap(({ windows }) => windows)])
    for (const feature of features) counted.set(feature, (counted.get(feature) ?? 0) + 1);
  const rows = new Map<number, number>();
  for (const [feature, count] of counted) if (kept ? kept.has(feature) : count >= LEAST_WINDOWS) rows.set(feature, rows.size);
  const counts = Uint32Array.from([...rows.keys()].map((feature) => counted.get(feature) ?? 0));
  const size = rows.size * flagCount;
  const weights = new Float32Array(size);
  const biases = new Float32Array(flagCount).fill(FIRST_BIAS);
  const slopes = new Float32Array(size).fill(0.01);
  const biasSlopes = new Float32Array(flagCount).fill(0.01);
  const mask = kept && maskOf(kept, rows, flagCount);
  const encode = (features: readonly number[], labels: Uint8Array): Encoded => ({
    rows: Int32Array.from(features.flatMap((feature) => rows.get(feature) ?? [])),
    scale: scaleOf(features.length),
    labels,
  });
  const scores = new Float32Array(flagCount);
  const score = ({ rows: own, scale }: Encoded): Float32Array => {
    scores.fill(0);
    for (const row of own) {
      const start = row * flagCount;
      for (let flag = 0; flag < flagCount; flag++) scores[flag]! += weights[start + flag]!;
    }
    for (let flag = 0; flag < flagCount; flag++) scores[flag] = biases[flag]! + scores[flag]! * scale;
    return scores;
  };
  const shrinkage = kept ? 0 : SHRINKAGE;
  const improve = (one: Encoded): void => {
    score(one);
    for (let flag = 0; flag < flagCount; flag++) {
      const label = one.labels[flag];
      if (label === NOT_KNOWN) continue;
      const error = 1 / (1 + Math.exp(-scores[flag]!)) - label!;
      if (Math.abs(error) < NEGLIGIBLE) continue;
      const slope = label === 1 ? error * WEIGHT_OF_SHOWN : error;
      biasSlopes[flag]! += slope * slope;
      biases[flag]! -= (RATE * slope) / Math.sqrt(biasSlopes[flag]!);
      const own = slope * one.scale;
      for (const row of one.rows) {
        const at = row * flagCount + flag;
        if (mask && mask[at] === 0) continue;
        slopes[at]! += own * own;
        const rate = RATE / Math.sqrt(slopes[at]!);
        const moved = weights[at]! - rate * own;
        const less = rate * shrinkage;
        weights[at] = moved > less ? moved - less : moved < -less ? moved + less : 0;
      }
    }
  };
  const random = randomFrom(1);
  const alone = examples.map(({ features, labels }) => encode(features, labels));
  const inBags = bags.map(({ windows, flags }) => ({
    flags,
    windows: windows.map((features) => encode(features, new Uint8Array(flagCount))),
  }));
  for (let round = 0; round < options.rounds; round++) {
    const pool = [...alone];
    if (round >= ROUNDS_ALONE)
      for (const { windows, flags } of inBags) {
        labelBest(windows, flags, score);
        pool.push(...windows);
      }
    for (const one of shuffled(pool, random)) improve(one);
  }
  return { model: { rows, weights, biases }, counts };
}

/** Of the flags of an advert, the best window shows each; of the others nobody knows. */
function labelBest(windows: readonly Encoded[], flags: ReadonlySet<number>, score: (one: Encoded) => Float32Array): void {
  const best = new Map([...flags].map((flag) => [flag, { window: 0, score: Number.NEGATIVE_INFINITY }]));
  windows.forEach((one, window) => {
    const scores = score(one);
    for (const [flag, sofar] of best) if (scores[flag]! > sofar.score) best.set(flag, { window, score: scores[flag]! });
  });
  windows.forEach(({ labels }, window) => {
    labels.fill(0);
    for (const [flag, { window: own }] of best) labels[flag] = own === window ? 1 : NOT_KNOWN;
  });
}

/** The weights that change most scores most, by feature. */
function heaviest({ rows, weights }: Model, counts: Uint32Array, { flagCount, weightCount }: Options): Kept {
  const worth = (at: number) =>
    (weights[at]! > 0 ? weights[at]! : -weights[at]! * SHARE_OF_NEGATIVE) * counts[Math.floor(at / flagCount)]! ** COMMONNESS;
  const ranked: number[] = [];
  for (let at = 0; at < weights.length; at++) if (Math.abs(weights[at]!) > NEGLIGIBLE) ranked.push(at);
  ranked.sort((one, other) => worth(other) - worth(one) || one - other);
  const features = [...rows.keys()];
  const kept = new Map<number, Set<number>>();
  for (const at of ranked.slice(0, weightCount)) {
    const feature = features[Math.floor(at / flagCount)]!;
    const own = kept.get(feature) ?? new Set<number>();
    kept.set(feature, own.add(at % flagCount));
  }
  return kept;
}

function maskOf(kept: Kept, rows: ReadonlyMap<number, number>, flagCount: number): Uint8Array {
  const mask = new Uint8Array(rows.size * flagCount);
  for (const [feature, row] of rows) for (const flag of kept.get(feature) ?? []) mask[row * flagCount + flag] = 1;
  return mask;
}
