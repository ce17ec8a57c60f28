import { describe, expect, test } from 'vitest';
import { FILTERS, makeNetReader, MOST, type Net, packNet, PARTS, unpackNet, WIDTH } from '../../../src/offer-check/net.ts';
import { concepts, flags, packedConcepts } from '../../../src/offer-check/rules.ts';
import { randomFrom } from '../../../src/random/random.ts';
import { SIZE_COUNT } from '../../../src/offer-check/features.ts';

const CONCEPTS = 4;
const FLAGS = 3;
const STEP = 0.25;
const steps = { vectors: STEP, filters: STEP, offsets: STEP, outputs: STEP };
const random = randomFrom(7);
const some = (length: number) => Float32Array.from({ length }, () => Math.round((random() - 0.5) * 2 * MOST) * STEP + 0);
const net: Net = {
  vectors: some(CONCEPTS * PARTS),
  filters: some(WIDTH * PARTS * FILTERS),
  offsets: some(FILTERS),
  outputs: some(FILTERS * FLAGS),
};

/** What a filter answers by definition: the largest of its sums over the places of the sentence, at least 0. */
function answerOf(filter: number, words: readonly (readonly number[])[]): number {
  const sums = words.map((_, at) => {
    let sum = net.offsets[filter] ?? 0;
    for (let place = 0; place < WIDTH; place++)
      for (const concept of words[at + place - 2] ?? [])
        for (let part = 0; part < PARTS; part++)
          sum += (net.vectors[concept * PARTS + part] ?? 0) * (net.filters[(place * PARTS + part) * FILTERS + filter] ?? 0);
    return sum;
  });
  return Math.max(0, ...sums);
}

describe('a net', () => {
  test('comes back from its packing as it was', () => expect(unpackNet(packNet(net, steps))).toEqual(net));
  test('of values too large is not packed', () =>
    expect(() => packNet({ ...net, offsets: net.offsets.map(() => 60) }, steps)).toThrow('has no sign'));
  test.each([
    ['one word', [[1]]],
    ['words of several concepts', [[0, 3], [2], [1], [1, 2], [0], [3], [2]]],
    ['no word', []],
  ])('answers to %s as it is defined', (_, words) => {
    const reader = makeNetReader(net);
    const answers = reader.answersTo(words);
    answers.forEach((answer, filter) => expect(answer).toBeCloseTo(answerOf(filter, words), 3));
    const scores = reader.scoresOf(answers);
    for (let flag = 0; flag < FLAGS; flag++) {
      const expected = [...answers].reduce((sum, answer, filter) => sum + answer * (net.outputs[filter * FLAGS + flag] ?? 0), 0);
      expect(scores[flag]).toBeCloseTo(expected, 1);
    }
  });
  test('gives a pair of sentences what the stronger answer of each filter is worth', () => {
    const reader = makeNetReader(net);
    const [one, other] = [reader.answersTo([[0], [1]]), reader.answersTo([[2], [3], [0, 1]])];
    const expected = reader.scoresOf(one.map((answer, filter) => Math.max(answer, other[filter] ?? 0)));
    reader.scoresOfPair(reader.scoresOf(one), one, other).forEach((score, flag) => expect(score).toBeCloseTo(expected[flag] ?? NaN, 6));
    expect([...expected]).not.toEqual([...reader.scoresOf(one)]);
  });
  test('that was learned knows every concept, every size of numbers and every flag', () => {
    const { vectors, outputs } = unpackNet(packedConcepts().net);
    expect(vectors).toHaveLength((concepts.length + SIZE_COUNT) * PARTS);
    expect(outputs).toHaveLength(flags.length * FILTERS);
  });
});
