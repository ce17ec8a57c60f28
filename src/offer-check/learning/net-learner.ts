import { FILTERS, MOST, type Net, PARTS, WIDTH } from '../net.ts';

/** Of the sentences of a window, of each word that has some: numbers of concepts. */
export type Sentences = readonly (readonly (readonly number[])[])[];

/** A net that learns. */
export interface NetLearner {
  /** Writes biases and what the net makes of a window into `scores`; while it learns, words and filters are left out at random. */
  score: (sentences: Sentences, scores: Float32Array, isLearning: boolean) => void;
  /** Adds up where all should move, by the slope of each flag's score, for the window that was scored last. */
  learn: (slopes: Float32Array) => void;
  /** Moves by what was added up over `windows` windows. */
  move: (rate: number, windows: number) => void;
  biases: () => number[];
  /** From now on only whole steps are used, while what is learned goes on in smaller ones: the net gets used to being rounded. */
  roundFromNow: () => void;
  /** From now on the mean of what is learned is kept: it depends less on chance than where the last turn ends. */
  averageFromNow: () => void;
  /** Puts the mean in the place of what was learned last. */
  useAverage: () => void;
  /** In whole steps, and what a step is worth in each matrix. */
  rounded: () => { net: Net; steps: Record<keyof Net, number> };
}

/** Adam, with decay. */
const DECAY = 0.001;
const [MEAN, SPREAD, TINY] = [0.9, 0.999, 1e-8];
/** Words and filters that are left out at random, so that none relies on another. */
const WORDS_LEFT_OUT = 0.16;
const FILTERS_LEFT_OUT = 0.3;
const FIRST_BIAS = -3;
/** What a step is worth, as a share of the usual size of a value. */
const STEP_SHARE = 0.6;
/** What is less than this share of a step becomes 0: many values of one kind take less room. */
const NOTHING = 0.7;
const HALF = WIDTH >> 1;

/** Values, with what Adam remembers of them. */
interface Matrix {
  /** What is used. */
  values: Float32Array;
  /** What is learned: the same until values are rounded. */
  exact: Float32Array;
  /** What a whole step is worth; 0 before values are rounded. */
  step: number;
  slopes: Float32Array;
  means: Float32Array;
  spreads: Float32Array;
  decay: number;
  /** Of what was learned in so many turns; none before it is wanted. */
  mean?: Float32Array;
  meanTurns: number;
}

/** Makes a net of small random values over so many concepts, sizes of numbers included. */
export function makeNetLearner(vectorCount: number, flagCount: number, random: () => number): NetLearner {
  const vectors = matrixOf(vectorCount * PARTS, () => gauss(random) * 0.3, DECAY);
  const filters = matrixOf(WIDTH * PARTS * FILTERS, () => gauss(random) / Math.sqrt(WIDTH * PARTS), DECAY);
  const offsets = matrixOf(FILTERS, () => 0, 0);
  const outputs = matrixOf(FILTERS * flagCount, () => gauss(random) * 0.1, DECAY);
  const biases = matrixOf(flagCount, () => FIRST_BIAS, 0);
  const all = [vectors, filters, offsets, outputs, biases];
  let turns = 0;

  // Of the window that was scored last: its words, where their sentences start and end, and what the filters answered to which place.
  let words: (readonly number[])[] = [];
  let starts: number[] = [];
  let ends: number[] = [];
  let inputs = new Float32Array(0);
  const answers = new Float32Array(FILTERS);
  const best = new Int32Array(FILTERS);
  const shares = new Float32Array(FILTERS);

  const place = (sentences: Sentences, isLearning: boolean): void => {
    [words, starts, ends] = [[], [], []];
    for (const sentence of sentences) {
      const left = isLearning ? sentence.filter(() => random() >= WORDS_LEFT_OUT) : sentence;
      const [start, end] = [words.length, words.length + left.length];
      for (const word of left) {
        words.push(word);
        starts.push(start);
        ends.push(end);
      }
    }
    if (inputs.length < words.length * PARTS) inputs = new Float32Array(words.length * PARTS * 2);
    inputs.fill(0, 0, words.length * PARTS);
    words.forEach((concepts, at) => {
      for (const concept of concepts)
        for (let part = 0; part < PARTS; part++) inputs[at * PARTS + part]! += vectors.values[concept * PARTS + part]!;
    });
  };
  const sum = new Float32Array(FILTERS);
  const answer = (): void => {
    answers.fill(0);
    best.fill(-1);
    for (let at = 0; at < words.length; at++) {
      sum.set(offsets.values);
      for (let seen = Math.max(starts[at]!, at - HALF); seen < Math.min(ends[at]!, at - HALF + WIDTH); seen++)
        for (let part = 0; part < PARTS; part++) {
          const value = inputs[seen * PARTS + part]!;
          const from = ((seen - at + HALF) * PARTS + part) * FILTERS;
          for (let filter = 0; filter < FILTERS; filter++) sum[filter]! += value * filters.values[from + filter]!;
        }
      for (let filter = 0; filter < FILTERS; filter++)
        if (sum[filter]! > answers[filter]!) {
          answers[filter] = sum[filter]!;
          best[filter] = at;
        }
    }
  };
  /** Adds the slope of a filter's answer to what it was made of. */
  const passBack = (filter: number, slope: number): void => {
    const at = best[filter]!;
    offsets.slopes[filter]! += slope;
    for (let seen = Math.max(starts[at]!, at - HALF); seen < Math.min(ends[at]!, at - HALF + WIDTH); seen++)
      for (let part = 0; part < PARTS; part++) {
        const cell = ((seen - at + HALF) * PARTS + part) * FILTERS + filter;
        filters.slopes[cell]! += slope * inputs[seen * PARTS + part]!;
        const ofVector = slope * filters.values[cell]!;
        for (const concept of words[seen]!) vectors.slopes[concept * PARTS + part]! += ofVector;
      }
  };
  const slopesOfAnswers = new Float32Array(FILTERS);
  return {
    score(sentences, scores, isLearning) {
      place(sentences, isLearning);
      answer();
      scores.set(biases.values);
      for (let filter = 0; filter < FILTERS; filter++) {
        shares[filter] = !isLearning ? 1 : random() < FILTERS_LEFT_OUT ? 0 : 1 / (1 - FILTERS_LEFT_OUT);
        const own = (answers[filter]! *= shares[filter]!);
        if (own === 0) continue;
        for (let flag = 0; flag < flagCount; flag++) scores[flag]! += own * outputs.values[filter * flagCount + flag]!;
      }
    },
    learn(slopes) {
      slopesOfAnswers.fill(0);
      for (let flag = 0; flag < flagCount; flag++) {
        const slope = slopes[flag]!;
        if (slope === 0) continue;
        biases.slopes[flag]! += slope;
        for (let filter = 0; filter < FILTERS; filter++) {
          if (answers[filter] === 0) continue;
          const at = filter * flagCount + flag;
          outputs.slopes[at]! += slope * answers[filter]!;
          slopesOfAnswers[filter]! += slope * outputs.values[at]!;
        }
      }
      for (let filter = 0; filter < FILTERS; filter++) {
        const slope = slopesOfAnswers[filter]! * shares[filter]!;
        if (answers[filter] !== 0 && slope !== 0) passBack(filter, slope);
      }
    },
    move(rate, windows) {
      turns += 1;
      for (const matrix of all) moveOne(matrix, turns, rate, windows);
    },
    biases: () => [...biases.values],
    roundFromNow() {
      for (const matrix of [vectors, filters, offsets, outputs]) {
        matrix.exact = matrix.values.slice();
        matrix.step = stepOf(matrix.values);
        roundOne(matrix);
      }
    },
    averageFromNow() {
      for (const matrix of all) matrix.mean = matrix.exact.slice();
    },
    useAverage() {
      for (const matrix of all) {
        matrix.exact.set(matrix.mean ?? matrix.exact);
        if (matrix.step > 0) roundOne(matrix);
      }
    },
    rounded: () => ({
      net: { vectors: vectors.values, filters: filters.values, offsets: offsets.values, outputs: outputs.values },
      steps: { vectors: vectors.step, filters: filters.step, offsets: offsets.step, outputs: outputs.step },
    }),
  };
}

function matrixOf(length: number, first: () => number, decay: number): Matrix {
  const zeros = () => new Float32Array(length);
  const values = Float32Array.from({ length }, first);
  return { values, exact: values, step: 0, slopes: zeros(), means: zeros(), spreads: zeros(), decay, meanTurns: 0 };
}

function gauss(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** One turn of Adam, after which nothing is added up. */
function moveOne(matrix: Matrix, turn: number, rate: number, windows: number): void {
  const { exact, slopes, means, spreads, decay } = matrix;
  const [young, younger] = [1 - MEAN ** turn, 1 - SPREAD ** turn];
  for (let at = 0; at < exact.length; at++) {
    const slope = slopes[at]! / windows;
    means[at] = MEAN * means[at]! + (1 - MEAN) * slope;
    spreads[at] = SPREAD * spreads[at]! + (1 - SPREAD) * slope * slope;
    exact[at]! -= rate * (means[at]! / young / (Math.sqrt(spreads[at]! / younger) + TINY) + decay * exact[at]!);
    slopes[at] = 0;
  }
  if (matrix.step > 0) roundOne(matrix);
  if (matrix.mean) {
    matrix.meanTurns += 1;
    for (let at = 0; at < exact.length; at++) matrix.mean[at]! += (exact[at]! - matrix.mean[at]!) / matrix.meanTurns;
  }
}

/** With few digits, as it is written. */
function stepOf(values: Float32Array): number {
  const usual = Math.sqrt(values.reduce((total, value) => total + value * value, 0) / values.length);
  return Number((usual * STEP_SHARE || 1).toPrecision(4));
}

/** To whole steps, between -MOST and MOST of them. */
function roundOne({ values, exact, step }: Matrix): void {
  for (let at = 0; at < values.length; at++) {
    const steps = exact[at]! / step;
    values[at] = Math.abs(steps) < NOTHING ? 0 : Math.max(-MOST, Math.min(MOST, Math.round(steps))) * step;
  }
}
