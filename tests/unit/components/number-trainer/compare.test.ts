import { expect, test } from 'vitest';
import { compareDigits } from '../../../../src/components/number-trainer/compare.ts';

test.each([
  ['112', '112', { isWhole: true, right: 3 }],
  ['1 1 2', '112', { isWhole: true, right: 3 }],
  ['113', '112', { isWhole: false, right: 2 }],
  ['1122', '112', { isWhole: false, right: 3 }],
  ['', '112', { isWhole: false, right: 0 }],
  ['2000 0001', '37120000001', { isWhole: true, right: 8 }],
  ['+371 2000-0001', '37120000001', { isWhole: true, right: 11 }],
  ['00371 20000001', '37120000001', { isWhole: true, right: 11 }],
  ['2000 0010', '37120000001', { isWhole: false, right: 6 }],
])('%j typed for %j', (typed, digits, remembered) => {
  expect(compareDigits(typed, digits, '371')).toEqual(remembered);
});
