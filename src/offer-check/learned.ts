import type { SentenceFeatures } from './features.ts';

/** What was learned about flags in one language, in whole steps. */
export interface Learned {
  /** By flag, in quarters of a step: a higher score shows it. */
  alone: number[];
  /** The same, where a pattern of the flag is met too. */
  beside: number[];
  /** By feature: flags and the weight for each. */
  weights: Map<number, Map<number, number>>;
}

/** First and last words of a part of a text. */
export interface Place {
  first: number;
  last: number;
}

/** What the sentences of a text say about one flag. */
export interface Evidence {
  /** Of the sentence or pair of sentences that shows it best. */
  score: number;
  /** The sentences that show it. */
  places: Place[];
}

/** One sign each, frequent ones next to each other; none that JSON would have to mask. The compression on the wire does the rest. */
const SIGNS = Array.from({ length: 224 }, (_, code) => String.fromCharCode(code + 32))
  .filter((sign) => !/["\\\u007f-\u00a0\u00ad]/.test(sign))
  .join('');
const PLACES = new Map([...SIGNS].map((sign, place) => [sign, place]));
const STREAM_END = '\n';
/** Numbers that may be negative begin here. */
const ZERO = 40;
/** Steps from one feature to the next are parted: the lower bits are noise, the higher ones mostly few. */
const LOW_BITS = 3;
const MOST_HIGH = 90;
export const QUARTER = 0.25;

/** How much each feature of a window counts: long windows have many. The same in training and in reading. */
export function scaleOf(featureCount: number): number {
  return 4 / Math.sqrt(Math.max(4, featureCount));
}

/** Writes what was learned as six streams of signs. Throws if a number has no sign. */
export function packLearned({ alone, beside, weights }: Learned): string {
  const [high, low, flags, values]: [string[], string[], string[], string[]] = [[], [], [], []];
  const flagCount = alone.length;
  let before = 0;
  for (const feature of [...weights.keys()].toSorted((one, other) => one - other)) {
    let ahead = (feature - before) >> LOW_BITS;
    for (; ahead >= MOST_HIGH; ahead -= MOST_HIGH) high.push(signOf(MOST_HIGH));
    high.push(signOf(ahead));
    low.push(signOf((feature - before) & ((1 << LOW_BITS) - 1)));
    before = feature;
    const own = [...(weights.get(feature) ?? [])].toSorted(([one], [other]) => one - other);
    own.forEach(([flag, value], index) => {
      flags.push(signOf(index === own.length - 1 ? flag + flagCount : flag));
      values.push(signOf(value + ZERO));
    });
  }
  const numbers = [alone, beside].map((all) => all.map((one) => signOf(one + ZERO)));
  return [...numbers, high, low, flags, values].map((signs) => signs.join('')).join(STREAM_END);
}

export function unpackLearned(packed: string): Learned {
  const [alone = [], beside = [], high = [], low = [], flags = [], values = []] = packed
    .split(STREAM_END)
    .map((stream) => [...stream].map((sign) => PLACES.get(sign) ?? 0));
  const weights = new Map<number, Map<number, number>>();
  const flagCount = alone.length;
  let [at, feature, ahead] = [0, 0, 0];
  let index = 0;
  for (const sign of high) {
    ahead += sign;
    if (sign === MOST_HIGH) continue;
    feature += (ahead << LOW_BITS) + (low[index++] ?? 0);
    ahead = 0;
    const own = new Map<number, number>();
    for (let isLast = false; !isLast && at < flags.length; at++) {
      const flag = flags[at] ?? 0;
      isLast = flag >= flagCount;
      own.set(isLast ? flag - flagCount : flag, (values[at] ?? 0) - ZERO);
    }
    weights.set(feature, own);
  }
  const signed = (all: readonly number[]) => all.map((one) => one - ZERO);
  return { alone: signed(alone), beside: signed(beside), weights };
}

/** Scores each flag, by its number, in single sentences and in pairs of neighbours. */
export function evidenceIn(sentences: readonly SentenceFeatures[], { alone, weights }: Learned): Evidence[] {
  const evidence = alone.map((): Evidence => ({ score: Number.NEGATIVE_INFINITY, places: [] }));
  const sums = sentences.map(({ features }) => {
    const own = new Int32Array(alone.length);
    for (const feature of features) weights.get(feature)?.forEach((weight, flag) => (own[flag] = (own[flag] ?? 0) + weight));
    return own;
  });
  sentences.forEach((sentence, index) => {
    const [own, next, following] = [sums[index], sums[index + 1], sentences[index + 1]];
    if (!own) return;
    const scale = scaleOf(sentence.features.length) / QUARTER;
    const wide = following && scaleOf(sentence.features.length + following.features.length) / QUARTER;
    evidence.forEach((one, flag) => {
      const least = alone[flag] ?? 0;
      const single = (own[flag] ?? 0) * scale;
      if (single > least) one.places.push({ first: sentence.first, last: sentence.last });
      one.score = Math.max(one.score, single);
      if (!following || !next || wide === undefined) return;
      const both = ((own[flag] ?? 0) + (next[flag] ?? 0)) * wide;
      one.score = Math.max(one.score, both);
      if (both > least && single <= least && (next[flag] ?? 0) * (scaleOf(following.features.length) / QUARTER) <= least)
        one.places.push({ first: sentence.first, last: following.last });
    });
  });
  return evidence;
}

function signOf(number: number): string {
  const sign = SIGNS[number];
  if (sign === undefined) throw new Error(`${number} has no sign: weights lie between -${ZERO} and ${SIGNS.length - ZERO}.`);
  return sign;
}
