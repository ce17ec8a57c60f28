import { describe, expect, test } from 'vitest';
import { packPatterns, packGroups, unpackPatterns } from '../../../src/offer-check/packed.ts';

const rules = [
  { id: 'one', patterns: { lv: ['jāmaksā ..3 {money} + ceļ*', '!bez'], ru: ['ещё|щука залог*'] }, unless: { ru: ['без'] } },
  { id: 'two', patterns: { lv: ['bank*|bankas|banka'], ru: ['# євро'] } },
];
const packed = { lv: packPatterns(rules, 'lv'), ru: packPatterns(rules, 'ru') };

describe('packed patterns', () => {
  test('come back folded, under the ids they had', () => {
    expect(unpackPatterns(['one', 'two'], packed)).toEqual([
      { id: 'one', patterns: { lv: ['!bez', 'jamaksa .. {money} + cel*'], ru: ['еще|щука залог*'] }, unless: { ru: ['без'] } },
      { id: 'two', patterns: { lv: ['bank*'], ru: ['# євро'] }, unless: {} },
    ]);
  });
  test('of a rule without patterns in a language are none', () => {
    const silent = [{ id: 'silent', patterns: { ru: ['залог*'] } }];
    expect(unpackPatterns(['silent'], { lv: packPatterns(silent, 'lv') })).toEqual([{ id: 'silent', patterns: {}, unless: {} }]);
  });
  test('share words that are folded, without what a shorter beginning covers', () => {
    expect(packGroups({ groups: { pay: 'maksā|ņem*|ņemam' }, negators: 'nē', listNegators: 'nekād*' })).toEqual({
      groups: { pay: 'maksa|nem*' },
      negators: 'ne',
      listNegators: 'nekad*',
    });
  });
  test('refuse signs that would part them', () => {
    expect(() => packPatterns([{ id: 'a', patterns: { lv: ['a;b'] } }], 'lv')).toThrow('a;b');
  });
});
