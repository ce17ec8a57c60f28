import { describe, expect, test } from 'vitest';
import { makeTextReader } from '../../../src/offer-check/index.ts';
import { flags, gaps, packedPatterns, wordsIn } from '../../../src/offer-check/rules.ts';
import { adverts, examples, precision, recall, scores, sentences, total } from '../../support/offer-corpus.ts';

const words = wordsIn('lv');
const readText = makeTextReader(words, packedPatterns());
const flagIds = flags.map(({ id }) => id);
const gapIds = gaps.map(({ id }) => id);

const DEVELOPMENT_PARTS = ['', '-2', '-3', '-4', '-5', '-6', '-7', '-8', '-9'];
/** The part whose figures the README gives, and what was measured there: below the bar of 0.9, as the README says. May not become worse. */
const FROZEN_PART = 'frozen-8';
const LEAST_PRECISION = 0.755;
const LEAST_RECALL = 0.5;
/** Adverts with each flag in the frozen part. */
const LEAST_CASES = 8;

describe('the development part', () => {
  const all = DEVELOPMENT_PARTS.flatMap((part) => adverts(`development${part}`));
  test.each(all.map((advert) => [advert.id, advert] as const))('%s shows the flags a reader sees', (_, { text, flags: expected }) =>
    expect(
      readText(text)
        .flags.map(({ id }) => id)
        .sort(),
    ).toEqual(expected.toSorted()),
  );
  test('names only flags and gaps that exist', () => {
    expect(all.flatMap((advert) => advert.flags).filter((id) => !flagIds.includes(id))).toEqual([]);
    expect(all.flatMap(({ told }) => told).filter((id) => !gapIds.includes(id))).toEqual([]);
  });
});

describe('single sentences', () => {
  const { alarms, fine } = sentences();
  const flagsIn = (text: string) => readText(text).flags.map(({ id }) => id);
  test.each(flagIds)('show %s, at least ten of them', (id) => {
    const own = alarms[id] ?? [];
    expect(own.length).toBeGreaterThanOrEqual(10);
    expect(own.filter((text) => !flagsIn(text).includes(id))).toEqual([]);
  });
  test('of fair offers show nothing', () => expect(fine.filter((text) => flagsIn(text).length > 0)).toEqual([]));
});

describe('the frozen part', () => {
  const all = adverts(FROZEN_PART);
  const readings = all.map(({ text, flags: expected }) => ({ expected, found: readText(text).flags.map(({ id }) => id) }));
  const each = scores(flagIds, readings);
  const sum = total(each);
  const share = (value: number) => value.toFixed(3);

  test('has at least twenty fair offers and twenty others, in four languages', () => {
    expect(all.filter(({ fair }) => fair).length).toBeGreaterThanOrEqual(20);
    expect(all.filter(({ fair }) => !fair).length).toBeGreaterThanOrEqual(20);
    expect(new Set(all.map(({ language }) => language)).size).toBe(4);
  });
  test(`is read with a precision of ${share(precision(sum))}, not less than before`, () =>
    expect(precision(sum)).toBeGreaterThanOrEqual(LEAST_PRECISION));
  test(`is read with a recall of ${share(recall(sum))}, not less than before`, () =>
    expect(recall(sum)).toBeGreaterThanOrEqual(LEAST_RECALL));
  test.each(each)('has $id eight times and more: $hits right, $falseAlarms wrong, $misses missed', ({ hits, misses }) =>
    expect(hits + misses).toBeGreaterThanOrEqual(LEAST_CASES),
  );
});

describe.each([
  { language: 'lv', least: { precision: 0.6, recall: 0.36 } },
  { language: 'ru', least: { precision: 0.655, recall: 0.31 } },
  { language: 'en', least: { precision: 0.59, recall: 0.31 } },
  { language: 'uk', least: { precision: 0.635, recall: 0.3 } },
] as const)('single examples by strangers, in $language', ({ language, least }) => {
  const all = examples(language);
  test('name only flags that exist, each of them fifty times and more', () => {
    const named = all.flatMap(({ flags: own }) => own);
    expect(named.filter((id) => !flagIds.includes(id))).toEqual([]);
    expect(flagIds.filter((id) => named.filter((own) => own === id).length < 50)).toEqual([]);
  });
  test('stand there once, and hold no telephone number and no address', () => {
    const texts = all.map(({ text }) => text);
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
    expect(texts.filter((text) => text === '' || /\+\d[\d\s-]{5,}|(?:\d[\s-]?){8,}|https?:|www\.|@\w+\.\w/i.test(text))).toEqual([]);
  });
  test('are read not worse than before', () => {
    const sum = total(
      scores(
        flagIds,
        all.map(({ text, flags: expected }) => ({ expected, found: readText(text).flags.map(({ id }) => id) })),
      ),
    );
    expect(precision(sum)).toBeGreaterThanOrEqual(least.precision);
    expect(recall(sum)).toBeGreaterThanOrEqual(least.recall);
  });
});

describe('scores', () => {
  const planted = scores(
    ['a', 'b'],
    [
      { expected: ['a'], found: ['b'] },
      { expected: ['a'], found: ['a'] },
    ],
  );
  test('count hits, false alarms and misses', () =>
    expect(planted).toEqual([
      { id: 'a', hits: 1, falseAlarms: 0, misses: 1 },
      { id: 'b', hits: 0, falseAlarms: 1, misses: 0 },
    ]));
  test('give precision and recall', () => expect([precision(total(planted)), recall(total(planted))]).toEqual([0.5, 0.5]));
});
