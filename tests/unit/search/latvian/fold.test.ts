import { describe, expect, test } from 'vitest';
import { commonPrefix, fold, tokensOf, wordsOf } from '../../../../src/search/latvian/fold.ts';

describe('fold', () => {
  test.each([
    ['Ķirbju ZUPIŅA', 'kirbju zupina'],
    ['āčēģīķļņšūž', 'acegiklnsuz'],
    ['z\u030Co\u0304', 'zo'],
  ])('makes %s plain', (written, plain) => {
    expect(fold(written)).toBe(plain);
  });

  test('changes nothing that is folded', () => {
    expect(fold(fold('Žurnālistiem 116 006'))).toBe(fold('Žurnālistiem 116 006'));
  });
});

describe('words of a text', () => {
  test.each([
    ['Sokola-Sokolova,', ['sokolasokolova', 'sokola', 'sokolova']],
    ['2011/36/ES', ['201136es', '2011', '36', 'es']],
    ['Nr.889', ['nr889', 'nr', '889']],
    ['“Drošības” – kompass!', ['drosibas', 'kompass']],
    ['116\u00A0006', ['116', '006']],
    ['', []],
  ])('are cut out of %s as Pagefind does', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test('leave out parts of one letter', () => {
    expect(tokensOf('e-pasts')).toEqual([{ whole: 'epasts', parts: ['pasts'] }]);
  });
});

test('the common beginning is measured in letters', () => {
  expect([commonPrefix('tiesa', 'tiesnesis'), commonPrefix('', 'a'), commonPrefix('upe', 'upe')]).toEqual([4, 0, 3]);
});
