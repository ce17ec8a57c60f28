import { describe, expect, test } from 'vitest';
import { examplesIn, languageOf, parseExamples, readExamples } from '../../../src/offer-check/learning/examples.ts';
import { chooseThresholds } from '../../../src/offer-check/learning/thresholds.ts';
import { train } from '../../../src/offer-check/learning/train.ts';
import { makeNetReader, packNet, unpackNet } from '../../../src/offer-check/net.ts';
import { flags, languages } from '../../../src/offer-check/rules.ts';

const options = {
  flagCount: 2,
  vectorCount: 3,
  groupOf: (feature: number) => (feature < 100 ? 0 : 1),
  weightCounts: [100, 100],
  fewCounts: [100, 100],
  rounds: 10,
  roundsOfKept: 5,
};
const window = (features: readonly number[], ...labels: number[]) => ({ features, sentences: [], labels: Uint8Array.from(labels) });
/** A sentence of words of one concept each. */
const ofConcepts = (concepts: readonly number[], ...labels: number[]) => ({
  features: [],
  sentences: [concepts.map((concept) => [concept])],
  labels: Uint8Array.from(labels),
});
const examples = Array.from({ length: 10 }, () => [window([1, 9], 1, 0), window([2, 9], 0, 1), window([9], 0, 0)]).flat();
const weightOf = (fitted: ReturnType<typeof train>, feature: number, flag: number) => fitted.weights.get(feature)?.get(flag) ?? 0;

describe('training', () => {
  test('gives a word weight for the flag it shows, and none or less for others', () => {
    const fitted = train(examples, [], options);
    expect([weightOf(fitted, 1, 0) > 2, weightOf(fitted, 2, 1) > 2]).toEqual([true, true]);
    expect([weightOf(fitted, 1, 1) <= 0, weightOf(fitted, 2, 0) <= 0]).toEqual([true, true]);
  });
  test('learns from the best sentence of an advert only', () => {
    const adverts = Array.from({ length: 10 }, () => ({
      windows: [
        { features: [1, 5], sentences: [] },
        { features: [7], sentences: [] },
      ],
      flags: new Set([0]),
    }));
    const fitted = train(examples, adverts, options);
    expect(weightOf(fitted, 5, 0)).toBeGreaterThan(0);
    expect(weightOf(fitted, 7, 0)).toBeLessThanOrEqual(0);
  });
  test('keeps no more weights of a group than it may', () => {
    const others = examples.map((one) => ({ ...one, features: one.features.map((feature) => feature + 100) }));
    const { weights } = train([...examples, ...others], [], { ...options, weightCounts: [1, 2] });
    const kept = [...weights].flatMap(([feature, own]) => [...own.keys()].map(() => options.groupOf(feature)));
    expect(kept.toSorted()).toEqual([0, 1, 1]);
  });
  test('names the heaviest weights of each group', () => {
    const { weights, few } = train(examples, [], { ...options, fewCounts: [2, 0] });
    const valuesOf = (all: typeof weights) => [...all.values()].flatMap((own) => [...own.values()]).toSorted((one, other) => other - one);
    expect(valuesOf(weights).length).toBeGreaterThan(2);
    expect(valuesOf(few)).toEqual(valuesOf(weights).slice(0, 2));
  });
  test('tells flags apart by the order of concepts', () => {
    const shown = Array.from({ length: 40 }, () => [ofConcepts([0, 1], 1, 0), ofConcepts([1, 0], 0, 1), ofConcepts([2], 0, 0)]).flat();
    const { net, biases } = train(shown, [], { ...options, rounds: 30 });
    const { answersTo, scoresOf } = makeNetReader(net);
    const isShown = ([...concepts]: number[]) =>
      [...scoresOf(answersTo(concepts.map((one) => [one])))].map((score, flag) => score + (biases[flag] ?? 0) > 0);
    expect([isShown([0, 1]), isShown([1, 0]), isShown([2])]).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
  });
  test('gives a net of whole steps, none too large', () => {
    const { net, steps } = train(examples, [], options);
    expect(unpackNet(packNet(net, steps))).toEqual(net);
  });
  test('learns the same twice', () => expect(train(examples, [], options)).toEqual(train(examples, [], options)));
});

describe('a threshold', () => {
  const scores = (score: number) => flags.map(() => score);
  const [first = { id: '' }] = flags;
  const many = (count: number, score: number, shown: readonly string[]) =>
    Array.from({ length: count }, () => ({ scores: scores(score), flags: shown }));
  const usual = chooseThresholds([])[0] ?? 0;
  test('rises above false alarms', () => expect(chooseThresholds(many(30, usual + 0.55, []))[0]).toBeGreaterThan(usual + 0.55));
  test('falls below hits', () => expect(chooseThresholds(many(30, usual - 0.35, [first.id]))[0]).toBeLessThan(usual - 0.35));
  test('stays where a lower one would cost more in false alarms than it finds', () =>
    expect(chooseThresholds([...many(30, usual - 0.35, [first.id]), ...many(20, usual - 0.3, [])])[0]).toBe(usual));
});

describe('a sentence is in the language whose examples have most of its words', () => {
  test.each([
    ['en', 'Money for nothing, guys!'],
    ['lv', 'jamaksa 80 eur par pieteikumu'],
    ['ru', 'Паспорта лежат у бригадира.'],
    ['uk', 'Паспорти лежать у бригадира.'],
  ])('%s: %s', (language, text) => expect(languageOf(text)).toBe(language));
});

describe('examples', () => {
  test('are flags and a text, "-" for no flag', () =>
    expect(parseExamples('deposit,pay-huge\tPay.\n-\tEat.\n')).toEqual([
      { flags: ['deposit', 'pay-huge'], text: 'Pay.' },
      { flags: [], text: 'Eat.' },
    ]));
  test.each([
    ['a flag that is none', 'free\tPay.', 'is no flag'],
    ['no text', 'deposit\t', 'Line 1'],
    ['what could be a telephone number', '-\tCall 2912 3456.', 'telephone number'],
    ['a number of another country', '-\tCall +44 20 79460.', 'telephone number'],
    ['a web address', '-\tSee jobs.example.lv now.', 'web address'],
    ['an address of mail', '-\tWrite to me@firm.example.', 'web address'],
    ['the same text twice', '-\tEat.\ndeposit\tEat.', 'Line 2 stands there twice'],
  ])('with %s are refused', (_, tsv, message) => expect(() => parseExamples(tsv)).toThrow(message));
  test.each(languages)('show each flag fifty times and more in %s', (language) => {
    const named = readExamples(language).flatMap(({ flags: own }) => own);
    expect(flags.filter(({ id }) => named.filter((own) => own === id).length < 50)).toEqual([]);
  });
  test('of the rules and of the corpus are learned from too', () => {
    const texts = new Set(languages.flatMap(examplesIn).map(({ text }) => text));
    expect(flags.flatMap(({ alarms, fine }) => [...alarms, ...fine]).filter((text) => !texts.has(text))).toEqual([]);
  });
});
