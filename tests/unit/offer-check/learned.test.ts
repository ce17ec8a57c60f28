import { describe, expect, test } from 'vitest';
import { featuresOf } from '../../../src/offer-check/features.ts';
import { makeTextReader } from '../../../src/offer-check/index.ts';
import { evidenceIn, packLearned, QUARTER, scaleOf, unpackLearned } from '../../../src/offer-check/learned.ts';
import { hashOfExamples } from '../../../src/offer-check/learning/examples.ts';
import { learnFrom, scoresOf, withThresholds } from '../../../src/offer-check/learning/model.ts';
import { flags, languages, packedPatterns, readLearned, wordsIn } from '../../../src/offer-check/rules.ts';
import { tokenise } from '../../../src/offer-check/tokens.ts';

const known = {
  alone: [12, -7, 0],
  beside: [4, -40, 1],
  weights: new Map([
    [3, new Map([[1, 5]])],
    [
      70_000,
      new Map([
        [0, -9],
        [2, 1],
      ]),
    ],
    [262_143, new Map([[2, 30]])],
  ]),
};
const PAID = 'Send the deposit by card today.';
const FAIR = 'Lunch is free in our canteen.';
const examples = Array.from({ length: 20 }, () => [
  { text: PAID, flags: ['deposit'] },
  { text: FAIR, flags: [] },
]).flat();
const fitted = learnFrom(examples, []);
const deposit = flags.findIndex(({ id }) => id === 'deposit');
const learned = withThresholds(
  fitted,
  flags.map(() => 1),
);
const readLearnedOnly = (text: string) =>
  makeTextReader(wordsIn('en'), { ...packedPatterns(['en']), packed: {}, learned: { en: packLearned(learned) } })(text);

describe('what was learned', () => {
  test('comes back from its packing as it was', () => expect(unpackLearned(packLearned(known))).toEqual(known));
  test.each(languages)('comes back from its packing in %s sign by sign', (language) => {
    const { packed } = readLearned(language);
    expect(packLearned(unpackLearned(packed))).toBe(packed);
  });
  test('has a sign for every number, or is not packed', () =>
    expect(() => packLearned({ ...known, alone: [-41, 0, 0] })).toThrow('-1 has no sign'));
  test.each(languages)('belongs to the examples and adverts in %s: else run npm run learn:offer', (language) =>
    expect(readLearned(language).learnedFrom).toBe(hashOfExamples(language)),
  );
  test.each(languages)('weighs words for every flag in %s', (language) => {
    const { weights } = unpackLearned(readLearned(language).packed);
    expect(new Set([...weights.values()].flatMap((own) => [...own.keys()])).size).toBe(flags.length);
  });
});

describe('a score', () => {
  test.each([
    ['sentence', `${PAID} ${FAIR}`, 0],
    ['pair of sentences', 'Send the deposit by card. Send the deposit today.', 2],
  ])('is that of the best %s, summed over what it shows', (_, text, best) => {
    const [first = [], second = []] = featuresOf(tokenise(text)).map(({ features }) => features);
    const scores = [first, second, [...first, ...second]].map(
      (features) =>
        features.reduce((total, feature) => total + (fitted.weights.get(feature)?.get(deposit) ?? 0), 0) * scaleOf(features.length),
    );
    expect(scores.indexOf(Math.max(...scores))).toBe(best);
    expect(evidenceIn(featuresOf(tokenise(text)), learned)[deposit]?.score).toBeCloseTo((scores[best] ?? 0) / QUARTER, 6);
  });
  test('suffices in a page exactly where it suffices in training', () => {
    const texts = [PAID, FAIR, 'Send the deposit.', 'Send it today.', 'The deposit by card is free.', `${FAIR} ${PAID}`];
    const isShown = texts.map((text) => (scoresOf(text, fitted)[deposit] ?? 0) > 1);
    expect(texts.map((text) => readLearnedOnly(text).flags.some(({ id }) => id === 'deposit'))).toEqual(isShown);
    expect(new Set(isShown).size).toBe(2);
  });
});

describe('a finding by words', () => {
  test('marks its sentence', () => {
    const text = `${FAIR} ${PAID} ${FAIR}`;
    const spans = readLearnedOnly(text).flags.find(({ id }) => id === 'deposit')?.spans ?? [];
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual([PAID.slice(0, -1)]);
  });
  test('is made with the words of its own language', () => {
    const withThreshold = (score: number) => packLearned({ alone: flags.map(() => score), beside: flags.map(() => 0), weights: new Map() });
    const read = makeTextReader(wordsIn('en'), { ...packedPatterns(), learned: { lv: withThreshold(-1), en: withThreshold(1) } });
    const text = 'Mums ir darbs un dzīvoklis. We have a room for you.';
    const spans = read(text).flags.flatMap((flag) => flag.spans);
    expect(new Set(spans.map(({ start, end }) => text.slice(start, end)))).toEqual(new Set(['Mums ir darbs un dzīvoklis']));
  });
  test('is none in a text without words', () => expect(readLearnedOnly('…').flags).toEqual([]));
});

describe('a pattern', () => {
  const flagsWith = (learned: Record<string, string>) =>
    makeTextReader(wordsIn('en'), { ...packedPatterns(['en']), learned })('We keep your passport in the office.').flags.map(({ id }) => id);
  const neverAlone = flags.map(() => 140);
  /** Without weights every score is 0. */
  const besides = (beside: number) => ({ en: packLearned({ alone: neverAlone, beside: flags.map(() => beside), weights: new Map() }) });
  test('shows its flag where the words do not speak against it', () => expect(flagsWith(besides(-1))).toEqual(['passport-kept']));
  test('shows nothing where they do', () => expect(flagsWith(besides(1))).toEqual([]));
  test('suffices where no weights are given', () => expect(flagsWith({})).toEqual(['passport-kept']));
});
