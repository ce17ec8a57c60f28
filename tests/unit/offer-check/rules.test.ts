import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { makeTextReader, readAnswers } from '../../../src/offer-check/index.ts';
import {
  advice,
  answerLanguages,
  flags,
  gaps,
  packedConcepts,
  packedPatterns,
  questions,
  wordsIn,
} from '../../../src/offer-check/rules.ts';
import { projectRoot } from '../../support/planted.ts';

const words = wordsIn('en');
const readText = makeTextReader(words, packedPatterns(), packedConcepts());
const readPatterns = makeTextReader(words, { ...packedPatterns(), learned: {} }, packedConcepts());
/** Of the similar sentences of all flags. Weights err where patterns do not: in five words hardly anything speaks against the one that alarms. */
const MOST_WRONG = 0.035;
const sources = new Set((parse(readFileSync(join(projectRoot, 'seeds/sources.yml'), 'utf8')) as { id: string }[]).map(({ id }) => id));
const flagIds = flags.map(({ id }) => id);
const gapIds = gaps.map(({ id }) => id);

describe('the rules', () => {
  test('are at least 40 red flags, 15 gaps and at most 14 questions', () => {
    expect(flags.length).toBeGreaterThanOrEqual(40);
    expect(gaps.length).toBeGreaterThanOrEqual(15);
    expect(questions.length).toBeLessThanOrEqual(14);
  });
  test('have ids of their own', () => expect(new Set([...flagIds, ...gapIds]).size).toBe(flagIds.length + gapIds.length));
  test('name sources of the register', () => {
    const named = [...flags, ...gaps].flatMap(({ id, sources: own }) => own.map((source) => `${id}: ${source.id}`));
    expect(named.filter((line) => !sources.has(line.split(': ')[1] ?? ''))).toEqual([]);
  });
  test('use every piece of advice', () => {
    expect(Object.keys(advice).filter((id) => !flags.some((flag) => flag.do === id))).toEqual([]);
  });
  test('ask only for gaps and flags that exist', () => {
    expect([...flags.flatMap(({ asks }) => asks), ...questions.flatMap((one) => one.gaps)].filter((id) => !gapIds.includes(id))).toEqual(
      [],
    );
    expect(questions.flatMap(({ flag }) => flag ?? []).filter((id) => !flagIds.includes(id))).toEqual([]);
  });
  test.each(answerLanguages)('can be handed to a page in %s', (language) => expect(wordsIn(language).flags).toHaveLength(flags.length));
});

describe.each(flags.map((flag) => [flag.id, flag] as const))('%s', (id, { alarms, fine }) => {
  test.each(alarms)('is found in: %s', (text) => expect(readText(text).flags.map((flag) => flag.id)).toContain(id));
  test.each(fine)('no pattern is met in: %s', (text) => expect(readPatterns(text).flags).toEqual([]));
});

test('patterns and weights together find nothing in nearly all similar sentences', () => {
  const fine = flags.flatMap((flag) => flag.fine);
  const wrong = fine.filter((text) => readText(text).flags.length > 0);
  expect(wrong.length / fine.length, wrong.join('\n')).toBeLessThanOrEqual(MOST_WRONG);
});

describe.each(gaps.map((gap) => [gap.id, gap] as const))('%s', (id, { told, silent }) => {
  test.each(told)('is told by: %s', (text) => expect(readPatterns(text).missing).not.toContain(id));
  test.each(silent)('is missing in: %s', (text) => expect(readText(text).missing).toContain(id));
});

describe('answers', () => {
  test('that alarm lead to the flag and to what to ask', () => {
    const { flags: found, missing } = readAnswers(words, new Map([['address', 'no']]));
    expect([found.map(({ id }) => id), missing]).toEqual([['place-later'], ['place', 'housing']]);
  });
  test('that are not known lead to what to ask only', () => {
    const { flags: found, missing } = readAnswers(words, new Map([['address', 'unknown']]));
    expect([found, missing]).toEqual([[], ['place', 'housing']]);
  });
  test('that calm lead to nothing', () => expect(readAnswers(words, new Map([['address', 'yes']]))).toEqual({ flags: [], missing: [] }));
});

describe('a text', () => {
  test('that is empty says nothing and alarms nobody', () => {
    const { flags: found, missing } = readText('');
    expect([found, missing.length]).toEqual([[], gaps.length]);
  });
  test('with a contract on arrival only counts as one without a contract', () =>
    expect(readText('You sign the contract on arrival.').missing).toContain('contract'));
});
