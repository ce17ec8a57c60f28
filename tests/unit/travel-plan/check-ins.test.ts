process.env['TZ'] = 'Europe/Riga';
import { describe, expect, test } from 'vitest';
import { callTimes, MOST_CALLS, type CallTimes } from '../../../src/travel-plan/check-ins.ts';

const chosen: CallTimes = { first: '2026-12-01', last: '2026-12-07', time: '20:00', every: 1 };
const printed = (calls: readonly Date[]) =>
  calls.map((call) => [call.getMonth() + 1, call.getDate(), call.getHours(), call.getMinutes()].join(' '));

describe('callTimes', () => {
  test('counts every day from the first to the last', () => {
    expect(callTimes(chosen)).toHaveLength(7);
  });
  test('leaves days out in the chosen rhythm', () => {
    expect(printed(callTimes({ ...chosen, last: '2026-12-15', every: 7 }))).toEqual(['12 1 20 0', '12 8 20 0', '12 15 20 0']);
    expect(printed(callTimes({ ...chosen, last: '2026-12-04', every: 2 }))).toEqual(['12 1 20 0', '12 3 20 0']);
  });
  test('keeps the time of day over the change of clocks', () => {
    const calls = callTimes({ first: '2027-03-26', last: '2027-03-30', time: '03:30', every: 1 });
    expect(new Set(calls.map((call) => call.getDate())).size).toBe(5);
    expect(calls.filter((call) => call.getHours() === 3).length).toBeGreaterThanOrEqual(4);
  });
  test('goes on over the end of a year', () => {
    expect(printed(callTimes({ ...chosen, first: '2026-12-31', last: '2027-01-01' }))).toEqual(['12 31 20 0', '1 1 20 0']);
  });
  test('counts thirty calls without a last day, and never more than sixty', () => {
    expect(callTimes({ ...chosen, last: '' })).toHaveLength(30);
    expect(callTimes({ ...chosen, last: '2029-01-01' })).toHaveLength(MOST_CALLS);
  });
  test.each([
    ['without a first day', { first: '' }],
    ['without a time', { time: '' }],
    ['when the last day is before the first', { last: '2026-11-30' }],
  ])('counts none %s', (_, change) => {
    expect(callTimes({ ...chosen, ...change })).toEqual([]);
  });
});
