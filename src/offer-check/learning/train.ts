import { randomFrom, shuffled } from '../../random/random.ts';
import { scaleOf, STEP } from '../learned.ts';
import type { Net } from '../net.ts';
import { makeNetLearner, type Sentences } from './net-learner.ts';

/** A sentence or a pair: numbers of features, the concepts of its words by sentence, and for each flag 1 shown, 0 not shown, 2 not known. */
export interface Window {
  features: readonly number[];
  sentences: Sentences;
  labels: Uint8Array;
}
/** An advert: its windows, and which flags stand in at least one of them. */
export interface Bag {
  windows: readonly Omit<Window, 'labels'>[];
  flags: ReadonlySet<number>;
}
export type Weights = Map<number, Map<number, number>>;
/** What is learned. */
export interface Fitted {
  /** By flag, as log-odds. */
  biases: number[];
  /** By feature: flags and the weight for each, in whole steps. */
  weights: Weights;
  /** The heaviest of them. */
  few: Weights;
  /** Rounded to whole steps, which `steps` holds. */
  net: Net;
  steps: Record<keyof Net, number>;
}
export interface Options {
  flagCount: number;
  /** Of concepts and sizes of numbers. */
  vectorCount: number;
  /** Features are parted into groups, numbered from 0. */
  groupOf: (feature: number) => number;
  /** How many weights of all flags together each group may keep. */
  weightCounts: readonly number[];
  /** How many of them are the heaviest. */
  fewCounts: readonly number[];
  /** Of all features, and once more of those kept, of which the first two are not averaged. */
  rounds: number;
  roundsOfKept: number;
}

/** Of the weights of words: AdaGrad with shrinkage. */
const RATE = 0.2;
const SHRINKAGE = 0.05;
/** Features that are left out at random, so that none relies on another. */
const LEFT_OUT = 0.3;
/** Of the net, which moves after a few windows at a time. */
const NET_RATE = 0.003;
const NET_RATE_OF_KEPT = 0.001;
const BATCH = 16;
/** Rounds at the end in which the net learns more and more slowly. */
const SLOWER = 6;
const WEIGHT_OF_SHOWN = 2;
/** Features of fewer windows are not learned from. */
const LEAST_WINDOWS = 2;
/** Rounds with whole steps before means are taken. */
const ROUNDS_TO_SETTLE = 2;
/** Rounds with single examples only, before adverts help. */
const ROUNDS_ALONE = 3;
/** A weight against a flag is worth less room than one for it, a feature of many windows more. */
const SHARE_OF_NEGATIVE = 0.5;
const COMMONNESS = 0.4;
const NEGLIGIBLE = 0.003;

const NOT_KNOWN = 2;

interface Encoded {
  rows: Int32Array;
  scale: number;
  sentences: Sentences;
  labels: Uint8Array;
}

/**
 * Learns to tell flags apart by words and by concepts together: for each flag the sum of weights of features and of what a small net makes of
 * the concepts. Of an advert only the best window must show its flag. The heaviest weights are kept, all is learned on
 * in whole steps with them, and the mean of these rounds is what was learned.
 */
export function train(examples: readonly Window[], bags: readonly Bag[], options: Options): Fitted {
  const { flagCount, vectorCount } = options;
  const random = randomFrom(1);
  const { rows, counts } = countedRows([...examples, ...bags.flatMap(({ windows }) => windows)]);
  const weights = new Float32Array(rows.size * flagCount);
  /** What is used: the same until weights are rounded. */
  let used = weights;
  const slopes = new Float32Array(weights.length).fill(0.01);
  const kept = new Uint8Array(weights.length).fill(1);
  let isShrinking = true;
  const net = makeNetLearner(vectorCount, flagCount, random);

  const scores = new Float32Array(flagCount);
  /** Of the window that is learned from: the rows that are not left out. */
  let live: number[] = [];
  const score = ({ rows: own, scale, sentences }: Encoded, isLearning: boolean): void => {
    net.score(sentences, scores, isLearning);
    live = isLearning ? [...own].filter(() => random() >= LEFT_OUT) : [];
    const share = isLearning ? scale / (1 - LEFT_OUT) : scale;
    for (const row of isLearning ? live : own)
      for (let flag = 0; flag < flagCount; flag++) scores[flag]! += used[row * flagCount + flag]! * share;
  };
  const errors = new Float32Array(flagCount);
  const improve = (one: Encoded): void => {
    score(one, true);
    errors.fill(0);
    for (let flag = 0; flag < flagCount; flag++) {
      const label = one.labels[flag];
      if (label === NOT_KNOWN) continue;
      const error = 1 / (1 + Math.exp(-scores[flag]!)) - label!;
      if (Math.abs(error) < NEGLIGIBLE) continue;
      const slope = label === 1 ? error * WEIGHT_OF_SHOWN : error;
      errors[flag] = slope;
      const own = slope * one.scale;
      for (const row of live) {
        const at = row * flagCount + flag;
        if (kept[at] === 0) continue;
        slopes[at]! += own * own;
        const rate = RATE / Math.sqrt(slopes[at]!);
        const moved = weights[at]! - rate * own;
        const less = isShrinking ? rate * SHRINKAGE : 0;
        weights[at] = moved > less ? moved - less : moved < -less ? moved + less : 0;
        if (used !== weights) used[at] = rounded(weights[at]);
      }
    }
    net.learn(errors);
  };

  const encode = ({ features, sentences }: Omit<Window, 'labels'>, labels: Uint8Array): Encoded => ({
    rows: Int32Array.from(features.flatMap((feature) => rows.get(feature) ?? [])),
    scale: scaleOf(features.length),
    sentences,
    labels,
  });
  const alone = examples.map((one) => encode(one, one.labels));
  const inBags = bags.map(({ windows, flags }) => ({ flags, windows: windows.map((one) => encode(one, new Uint8Array(flagCount))) }));
  const learn = (round: number, rate: number): void => {
    const pool = [...alone];
    if (round >= ROUNDS_ALONE)
      for (const { windows, flags } of inBags) {
        labelBest(windows, flags, (one) => {
          score(one, false);
          return scores;
        });
        pool.push(...windows);
      }
    shuffled(pool, random).forEach((one, index) => {
      improve(one);
      if (index % BATCH === BATCH - 1) net.move(rate, BATCH);
    });
  };

  for (let round = 0; round < options.rounds; round++) learn(round, NET_RATE * Math.min(1, (options.rounds - round) / (SLOWER + 1)));
  const isHeaviest = (most: readonly number[]) => heaviest(weights, rows, counts, options, most);
  kept.set(isHeaviest(options.weightCounts));
  for (let at = 0; at < weights.length; at++) if (kept[at] === 0) weights[at] = 0;
  isShrinking = false;
  // From now on only whole steps are used, and all the rest learns to do with them.
  used = weights.map(rounded);
  net.roundFromNow();
  const sums = new Float32Array(weights.length);
  const averaged = options.roundsOfKept - ROUNDS_TO_SETTLE;
  for (let round = 0; round < options.roundsOfKept; round++) {
    if (round === ROUNDS_TO_SETTLE) net.averageFromNow();
    learn(ROUNDS_ALONE, NET_RATE_OF_KEPT);
    if (round >= ROUNDS_TO_SETTLE) for (let at = 0; at < sums.length; at++) sums[at]! += weights[at]!;
  }
  net.useAverage();
  weights.set(sums.map((sum) => sum / averaged));
  used = weights.map(rounded);

  const isFew = isHeaviest(options.fewCounts);
  const few = used.map((weight, at) => (isFew[at] === 1 ? weight : 0));
  return { biases: net.biases(), weights: inSteps(used, rows, flagCount), few: inSteps(few, rows, flagCount), ...net.rounded() };
}

function countedRows(windows: readonly Pick<Window, 'features'>[]): { rows: Map<number, number>; counts: Uint32Array } {
  const counted = new Map<number, number>();
  for (const { features } of windows) for (const feature of features) counted.set(feature, (counted.get(feature) ?? 0) + 1);
  const rows = new Map<number, number>();
  for (const [feature, count] of counted) if (count >= LEAST_WINDOWS) rows.set(feature, rows.size);
  return { rows, counts: Uint32Array.from([...rows.keys()].map((feature) => counted.get(feature) ?? 0)) };
}

/** Of the flags of an advert, the best window shows each; of the others nobody knows. */
function labelBest(windows: readonly Encoded[], flags: ReadonlySet<number>, scoresOf: (one: Encoded) => Float32Array): void {
  const best = new Map([...flags].map((flag) => [flag, { window: 0, score: Number.NEGATIVE_INFINITY }]));
  windows.forEach((one, window) => {
    const scores = scoresOf(one);
    for (const [flag, sofar] of best) if (scores[flag]! > sofar.score) best.set(flag, { window, score: scores[flag]! });
  });
  windows.forEach(({ labels }, window) => {
    labels.fill(0);
    for (const [flag, { window: own }] of best) labels[flag] = own === window ? 1 : NOT_KNOWN;
  });
}

/** Marks the weights that change most scores most, in each group. */
function heaviest(
  weights: Float32Array,
  rows: ReadonlyMap<number, number>,
  counts: Uint32Array,
  { flagCount, groupOf }: Options,
  most: readonly number[],
): Uint8Array {
  const features = [...rows.keys()];
  const worth = (at: number) =>
    (weights[at]! > 0 ? weights[at]! : -weights[at]! * SHARE_OF_NEGATIVE) * counts[Math.floor(at / flagCount)]! ** COMMONNESS;
  const groups = new Map<number, number[]>();
  for (let at = 0; at < weights.length; at++) {
    if (Math.abs(weights[at]!) <= NEGLIGIBLE) continue;
    const group = groupOf(features[Math.floor(at / flagCount)]!);
    const own = groups.get(group);
    if (own) own.push(at);
    else groups.set(group, [at]);
  }
  const kept = new Uint8Array(weights.length);
  for (const [group, own] of groups)
    for (const at of own.toSorted((one, other) => worth(other) - worth(one) || one - other).slice(0, most[group])) kept[at] = 1;
  return kept;
}

function inSteps(weights: Float32Array, rows: ReadonlyMap<number, number>, flagCount: number): Weights {
  const all: Weights = new Map();
  for (const [feature, row] of rows) {
    const own = new Map<number, number>();
    for (let flag = 0; flag < flagCount; flag++) {
      const steps = weights[row * flagCount + flag]! / STEP;
      if (steps !== 0) own.set(flag, steps);
    }
    if (own.size > 0) all.set(feature, own);
  }
  return all;
}

/** To a whole step. */
function rounded(weight: number): number {
  return Math.round(weight / STEP) * STEP;
}
