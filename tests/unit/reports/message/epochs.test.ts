import { expect, test } from 'vitest';
import { type Epoch, epochOn, monthAfter, monthSpan } from '../../../../src/reports/message/epochs.ts';

const epochs: Epoch[] = ['2026-11', '2026-12', '2027-01'].map((name) => ({ name, ...monthSpan(name), recipients: [] }));

test.each([
  ['2026-12-01', '2026-12'],
  ['2026-12-31', '2026-12'],
  ['2016-01-01', '2026-11'],
  ['2036-01-01', '2027-01'],
  ['9999-12-31', '2027-01'],
  ['', '2026-11'],
])('on "%s" a report is sealed for %s', (day, name) => {
  expect(epochOn(day, epochs).name).toBe(name);
});

test('months know their last day, and years roll over', () => {
  expect(monthSpan('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  expect([monthAfter('2026-11-30', 3), monthAfter('2026-01', -1)]).toEqual(['2027-02', '2025-12']);
});
