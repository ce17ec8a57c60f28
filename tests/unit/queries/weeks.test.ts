import { describe, expect, test } from 'vitest';
import { weeksOf } from '../../../src/queries/weeks.ts';

const years = Array.from({ length: 41 }, (_, index) => String(2000 + index));
const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

/** Every day from the first to the last of a span of years with its weekday, counted on from a Saturday and by no calendar. */
function daysByCounting(): Map<string, number> {
  const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const found = new Map<string, number>();
  let weekday = 5; // 1 January 2000 was a Saturday; Monday is 0.
  for (const year of years) {
    const isLeap = Number(year) % 4 === 0; // 2000 is one too, and 2100 is not reached
    for (const [index, month] of months.entries()) {
      const length = (lengths[index] ?? 0) + (isLeap && month === '02' ? 1 : 0);
      for (let day = 1; day <= length; day++) {
        found.set(`${year}-${month}-${day}`, weekday);
        weekday = (weekday + 1) % 7;
      }
    }
  }
  return found;
}

const counted = daysByCounting();

describe.each(years)('the months of %s', (year) => {
  test.each(months)('month %s has each of its days once, below its weekday', (month) => {
    const shown = weeksOf(year, month).flatMap((week) =>
      week.flatMap((day, weekday) => (day === undefined ? [] : [[`${year}-${month}-${day}`, weekday]])),
    );
    expect(shown).toEqual([...counted].filter(([day]) => day.startsWith(`${year}-${month}-`)));
  });

  test.each(months)('month %s has whole weeks, and none of them is empty', (month) => {
    const weeks = weeksOf(year, month);
    expect(weeks.every(({ length }) => length === 7)).toBe(true);
    expect(weeks.every((week) => week.some((day) => day !== undefined))).toBe(true);
  });
});
