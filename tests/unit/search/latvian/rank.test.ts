import { expect, test } from 'vitest';
import type { Probe } from '../../../../src/search/latvian/round.ts';
import { Answers, type Finding, type Hit } from '../../../../src/search/latvian/rank.ts';

const probe = (weight: number, ...answers: number[]): Probe => ({ term: 'x', weight, answers });
const hit = (id: string, score = 1, words: number[] = []): Hit => ({ id, score, words });
const rank = (words: number, findings: readonly Finding[], pages: number) => {
  const answers = new Answers(words, pages);
  answers.add(findings);
  return answers.ranked();
};
const order = (...given: Parameters<typeof rank>) => rank(...given).map(({ hit: { id } }) => id);

test('a page with the word stands before one with its relative', () => {
  expect(
    order(
      1,
      [
        { probe: probe(0.5, 0), hits: [hit('relative', 9)] },
        { probe: probe(1, 0), hits: [hit('word', 5)] },
      ],
      100,
    ),
  ).toEqual(['word', 'relative']);
});

test('a page that answers all words stands before one that answers the rarest', () => {
  const findings = [
    { probe: probe(1, 0), hits: [hit('both', 2), hit('first', 4)] },
    { probe: probe(1, 1), hits: [hit('both', 2)] },
  ];
  expect(rank(2, findings, 100)).toMatchObject([
    { hit: { id: 'both' }, complete: true },
    { hit: { id: 'first' }, complete: false },
  ]);
});

test('neighbours stand before words that are apart', () => {
  const findings = [
    { probe: probe(1, 0), hits: [hit('apart', 1, [1]), hit('near', 1, [7])] },
    { probe: probe(1, 1), hits: [hit('apart', 1, [40]), hit('near', 1, [8])] },
  ];
  expect(order(2, findings, 100)).toEqual(['near', 'apart']);
});

test('a phrase answers all its words', () => {
  expect(rank(2, [{ probe: probe(0.3, 0, 1), hits: [hit('phrase')] }], 100)).toMatchObject([{ hit: { id: 'phrase' }, complete: true }]);
});

test('equal pages keep one order', () => {
  expect(order(1, [{ probe: probe(1, 0), hits: [hit('b'), hit('a')] }], 10)).toEqual(['a', 'b']);
});

test('a word on every page does not make scores infinite', () => {
  const found = rank(1, [{ probe: probe(1, 0), hits: [hit('a'), hit('b')] }], 2);
  expect(found.every(({ score }) => Number.isFinite(score))).toBe(true);
});

test('nothing found is nothing ranked', () => {
  expect(rank(2, [], 10)).toEqual([]);
});
