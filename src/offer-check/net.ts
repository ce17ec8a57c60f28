import { numbersOf, signOf, STREAM_END } from './signs.ts';

/**
 * A small convolutional network over the concepts of a sentence: each concept is a short vector, filters look at five words in a row that have
 * concepts, each filter keeps its strongest answer, and flags are sums of these.
 */
export interface Net {
  /** Vectors of concepts, one after the other. */
  vectors: Float32Array;
  /** Of each place of a filter and each part of a vector: weights of all filters. */
  filters: Float32Array;
  /** What a filter's answer must exceed, negative. */
  offsets: Float32Array;
  /** Of each filter: weights for all flags. */
  outputs: Float32Array;
}

/** Parts of a vector. */
export const PARTS = 12;
/** How many filters. */
export const FILTERS = 96;
/** How many words a filter looks at; the middle one is its place. */
export const WIDTH = 5;
const HALF = WIDTH >> 1;
/** Values are whole steps between -MOST and MOST. */
export const MOST = 15;

const MATRICES = ['vectors', 'filters', 'offsets', 'outputs'] as const;

/** Answers of the filters to a sentence, of which none is below 0. */
export type Answers = Float64Array;

/** By number of the flag, as log-odds without bias. */
export type Scores = Float64Array;

/** Reads sentences with a net that was made ready once. Each function writes over `into`, if it is given, and hands it back. */
export interface NetReader {
  /** `concepts` of each word that has some. */
  answersTo: (concepts: readonly (readonly number[])[], into?: Answers) => Answers;
  scoresOf: (answers: Answers, into?: Scores) => Scores;
  /** Of two sentences that follow each other, of which each filter gives its stronger answer; `scores` are those of the first. */
  scoresOfPair: (scores: Scores, answers: Answers, next: Answers, into?: Scores) => Scores;
}

/** Writes a net whose values are whole steps: `steps` says what one is worth in each matrix. Throws if a value is not whole or too large. */
export function packNet(net: Net, steps: Readonly<Record<(typeof MATRICES)[number], number>>): string {
  return MATRICES.map((name) => {
    const signs = [...net[name]].map((value) => signOf(Math.round(value / steps[name]) + MOST));
    return `${steps[name]} ${signs.join('')}`;
  }).join(STREAM_END);
}

export function unpackNet(packed: string): Net {
  const [vectors, filters, offsets, outputs] = packed.split(STREAM_END).map((stream) => {
    const space = stream.indexOf(' ');
    const step = Number(stream.slice(0, space));
    return Float32Array.from(numbersOf(stream.slice(space + 1)), (number) => (number - MOST) * step);
  }) as [Float32Array, Float32Array, Float32Array, Float32Array];
  return { vectors, filters, offsets, outputs };
}

/** Works out what each concept adds to each filter at each place, so that reading only adds. */
export function makeNetReader({ vectors, filters, offsets, outputs }: Net): NetReader {
  const concepts = vectors.length / PARTS;
  const flagCount = outputs.length / FILTERS;
  // Numbers of 64 bits are added faster: nothing is converted.
  const rows = Array.from({ length: concepts }, (_, concept) => {
    const row = new Float64Array(WIDTH * FILTERS);
    for (let place = 0; place < WIDTH; place++)
      for (let part = 0; part < PARTS; part++) {
        const value = vectors[concept * PARTS + part]!;
        if (value === 0) continue;
        const [from, to] = [(place * PARTS + part) * FILTERS, place * FILTERS];
        for (let filter = 0; filter < FILTERS; filter++) row[to + filter]! += value * filters[from + filter]!;
      }
    return row;
  });
  const nothing = new Float64Array(WIDTH * FILTERS);
  const together = new Map<string, Answers>();
  const rowOf = (own: readonly number[] | undefined): Answers => {
    if (!own) return nothing;
    if (own.length === 1) return rows[own[0]!]!;
    const key = own.join();
    let row = together.get(key);
    if (!row) together.set(key, (row = nothing.map((_, at) => own.reduce((sum, concept) => sum + rows[concept]![at]!, 0))));
    return row;
  };
  const first = Float64Array.from(offsets);
  const weights = Float64Array.from(outputs);
  const addTo = (scores: Scores, answer: number, filter: number): void => {
    const from = filter * flagCount;
    for (let flag = 0; flag < flagCount; flag++) scores[flag]! += answer * weights[from + flag]!;
  };
  return {
    answersTo(words, answers = new Float64Array(FILTERS)) {
      answers.fill(0);
      let [a, b, c, d, e]: [Answers, Answers, Answers, Answers, Answers] = [nothing, nothing, nothing, rowOf(words[0]), rowOf(words[1])];
      for (let at = 0; at < words.length; at++) {
        [a, b, c, d, e] = [b, c, d, e, rowOf(words[at + HALF])];
        for (let filter = 0; filter < FILTERS; filter++) {
          const answer =
            first[filter]! +
            a[filter]! +
            b[FILTERS + filter]! +
            c[2 * FILTERS + filter]! +
            d[3 * FILTERS + filter]! +
            e[4 * FILTERS + filter]!;
          if (answer > answers[filter]!) answers[filter] = answer;
        }
      }
      return answers;
    },
    scoresOf(answers, scores = new Float64Array(flagCount)) {
      scores.fill(0);
      for (let filter = 0; filter < FILTERS; filter++) if (answers[filter]! > 0) addTo(scores, answers[filter]!, filter);
      return scores;
    },
    scoresOfPair(scores, answers, next, both = new Float64Array(flagCount)) {
      both.set(scores);
      for (let filter = 0; filter < FILTERS; filter++) {
        const more = next[filter]! - answers[filter]!;
        if (more > 0) addTo(both, more, filter);
      }
      return both;
    },
  };
}
