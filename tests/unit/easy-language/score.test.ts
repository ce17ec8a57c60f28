import { expect, test } from 'vitest';
import { scoreOf } from '../../../src/easy-language/score.ts';

test('a text without findings scores 100', () => expect(scoreOf({ errors: 0, warnings: 0, words: 200 })).toBe(100));
test('ten warnings in a hundred words halve the score', () => expect(scoreOf({ errors: 0, warnings: 10, words: 100 })).toBe(50));
test('an error weighs as much as three warnings', () =>
  expect(scoreOf({ errors: 2, warnings: 0, words: 100 })).toBe(scoreOf({ errors: 0, warnings: 6, words: 100 })));
test('one warning in a line of eight words does not halve it', () => expect(scoreOf({ errors: 0, warnings: 1, words: 8 })).toBe(83));
