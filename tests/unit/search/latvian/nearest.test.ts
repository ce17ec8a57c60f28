import { describe, expect, test } from 'vitest';
import { allowedTypos, nearestTo } from '../../../../src/search/latvian/nearest.ts';
import { lettersOf } from '../../../../src/search/latvian/vocabulary.ts';
import { vocabulary } from './world.ts';

const letters = 'abcdefghijklmnoprstuvz';

/** Distance with swapped neighbours, computed the plain way. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, at(i - 2, j - 2) + 1);
      (rows[i] ?? [])[j] = best;
    }
  }
  return at(a.length, b.length);
}

const whole = vocabulary.words.filter((word) => !word.endsWith('-') && word.length >= 5);

describe.each(whole)('one typo in %s', (word) => {
  const typos = Array.from({ length: word.length }, (_, place) => {
    const letter = letters[(place * 7) % letters.length] ?? 'a';
    return [
      word.slice(0, place) + word.slice(place + 1),
      word.slice(0, place) + letter + word.slice(place),
      word.slice(0, place) + letter + word.slice(place + 1),
    ];
  }).flat();

  test('leaves a word within reach among the candidates', () => {
    for (const typo of typos) {
      const limit = allowedTypos(typo.length);
      if (limit === 0) continue;
      const best = nearestTo(typo, vocabulary)[0];
      expect(best, typo).toBeDefined();
      expect(best?.cost, typo).toBeLessThan(limit + 0.5);
    }
  });
});

test('whole words are at the distance that the plain computation gives', () => {
  for (const word of ['tiesnessis', 'plakti', 'sievites', 'filam', 'centram']) {
    const limit = allowedTypos(word.length);
    for (const near of nearestTo(word, vocabulary, 50)) {
      if (near.root !== undefined || lettersOf(near.word) !== near.reading) continue;
      expect(distance(word, near.reading), `${word}, ${near.reading}`).toBeLessThanOrEqual(limit);
    }
  }
});

test('short words are not corrected', () => {
  expect([allowedTypos(3), allowedTypos(4), allowedTypos(7), allowedTypos(8)]).toEqual([0, 1, 1, 2]);
  expect(nearestTo('fil', vocabulary)).toEqual([]);
});
