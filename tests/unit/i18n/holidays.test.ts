import { describe, expect, test } from 'vitest';
import { holidayCalendar, holidaysOf, readHolidays, writeHolidays } from '../../../src/i18n/holidays.ts';
import { readWorld } from '../../../src/records/world.ts';
import { holidaysSchema } from '../../../src/schemas/holiday.ts';
import { projectRoot } from '../../support/planted.ts';

const rules = readWorld(projectRoot).holidays?.value.days ?? [];

/** Easter Sundays as printed in calendars: Wikipedia, "List of dates for Easter". */
const easters: Record<number, string> = {
  2024: '03-31',
  2025: '04-20',
  2026: '04-05',
  2027: '03-28',
  2028: '04-16',
  2029: '04-01',
  2030: '04-21',
  2038: '04-25',
  2049: '04-18',
  2076: '04-19',
  2285: '03-22',
};

/** Days of the calendars of Latvia that move. Good Friday, Easter Monday, Mother's Day, Pentecost, Mondays given by law. */
const moving: [year: number, days: string[], mondays: string[]][] = [
  [2026, ['04-03', '04-06', '05-10', '05-24'], []],
  [2027, ['03-26', '03-29', '05-09', '05-16'], []],
  [2028, ['04-14', '04-17', '05-14', '06-04', '07-09'], ['07-10', '11-20']],
  [2029, ['03-30', '04-02', '05-13', '05-20'], ['11-19']],
  [2030, ['04-19', '04-22', '05-12', '06-09'], ['05-06']],
];
const fixed = ['01-01', '05-01', '05-04', '06-23', '06-24', '11-18', '12-24', '12-25', '12-26', '12-31'];

describe('the holidays of a year', () => {
  test.each(Object.entries(easters))('has Easter of %s on %s', (year, day) => {
    expect(holidaysOf(Number(year), [{ when: 'easter' }])).toEqual([`${year}-${day}`]);
  });

  test.each(moving)('are in %i all that the law names, and no other', (year, days, mondays) => {
    const wanted = [...fixed, ...days, ...mondays, easters[year] ?? ''].map((day) => `${year}-${day}`);
    expect([...new Set(holidaysOf(year, rules))].sort()).toEqual([...new Set(wanted)].sort());
  });

  test('are known day by day', () => {
    const isHoliday = holidayCalendar(rules);
    expect(['2026-12-24', '2026-12-27', '2027-01-01', '2028-07-10', '2033-07-10'].map(isHoliday)).toEqual([true, false, true, true, false]);
  });

  test('count the weekdays of a month from its first one', () => {
    expect([2026, 2027, 2028].map((year) => holidaysOf(year, [{ when: '05-su-1' }])[0])).toEqual([
      '2026-05-03',
      '2027-05-02',
      '2028-05-07',
    ]);
    expect(holidaysOf(2027, [{ when: '03-mo-4' }])).toEqual(['2027-03-22']);
  });

  test('come back whole from the attribute of a page', () => {
    const plain = rules.map(({ when, movesToMonday }) => (movesToMonday ? { when, movesToMonday } : { when }));
    expect(readHolidays(writeHolidays(rules))).toEqual(plain);
  });
});

describe('the schema', () => {
  const withDay = (when: string) =>
    holidaysSchema.safeParse({
      sources: [{ href: 'https://example.org/', says: 'All.' }],
      checkedOn: '2026-11-21',
      days: [{ id: 'a', name: 'Diena', when }],
    }).success;

  test.each(['12-25', 'easter', 'easter+49', '05-su-2', '2028-07-09'])('takes %s', (when) => expect(withDay(when)).toBe(true));
  test.each(['25.12.', 'easter 2', '05-su', '05-su-5', 'christmas'])('refuses %s', (when) => expect(withDay(when)).toBe(false));
});
