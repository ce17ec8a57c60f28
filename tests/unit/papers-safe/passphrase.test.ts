import { describe, expect, test } from 'vitest';
import { isLongEnough, makePassphrase, passphraseOf, STRENGTH, WORD_COUNT } from '../../../src/papers-safe/passphrase.ts';
import { WORDS } from '../../../src/papers-safe/words.ts';

test('there are 2,048 different words of three to nine plain letters, sorted', () => {
  expect(WORDS).toHaveLength(2_048);
  expect(new Set(WORDS).size).toBe(2_048);
  expect(WORDS.filter((word) => !/^[a-z]{3,9}$/.test(word))).toEqual([]);
  expect(WORDS).toEqual([...WORDS].sort());
});

describe('makePassphrase', () => {
  test('takes seven words, 77 bits', () => {
    expect(makePassphrase().split(' ')).toHaveLength(WORD_COUNT);
    expect(STRENGTH).toBe(77);
  });
  test('can take every word, the first and the last too', () => {
    const places = [0, WORDS.length - 1, 5, 6, 7, 8, 9];
    expect(
      makePassphrase(() => places.shift() ?? 0)
        .split(' ')
        .slice(0, 2),
    ).toEqual([WORDS[0], WORDS.at(-1)]);
  });
  test('takes all words about equally often', () => {
    const counts = new Map<string, number>();
    for (let round = 0; round < 6_000; round++)
      for (const word of makePassphrase().split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1);
    const expected = (6_000 * WORD_COUNT) / WORDS.length;
    const chiSquared = WORDS.reduce((sum, word) => sum + ((counts.get(word) ?? 0) - expected) ** 2 / expected, 0);
    // 2,047 degrees of freedom: mean 2,047, deviation 64; six deviations happen once in a billion runs.
    expect(Math.abs(chiSquared - 2_047)).toBeLessThan(6 * 64);
  });
  test('is long enough by its own rule', () => {
    for (let round = 0; round < 500; round++) expect(isLongEnough(makePassphrase())).toBe(true);
  });
});

describe('passphraseOf', () => {
  test('takes one spelling for another: spaces, and letters with marks', () => {
    expect(passphraseOf('  viens\tdivi\n tri\u0304s ')).toBe('viens divi trīs');
  });
  test('keeps capitals, as age does', () => {
    expect(passphraseOf('Viens')).toBe('Viens');
  });
});
