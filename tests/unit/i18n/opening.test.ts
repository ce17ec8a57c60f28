import { describe, expect, test } from 'vitest';
import { holidayCalendar } from '../../../src/i18n/holidays.ts';
import { isOpenAt, nextOpening, wallClock } from '../../../src/i18n/opening.ts';
import { readWorld } from '../../../src/records/world.ts';
import type { OpeningHours } from '../../../src/schemas/contact.ts';
import { chance } from '../../support/chance.ts';
import { projectRoot } from '../../support/planted.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const week = ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa'] as const;
type Rules = Extract<OpeningHours, { rules: unknown }>;

const isHoliday = holidayCalendar(readWorld(projectRoot).holidays?.value.days ?? []);
const never = () => false;
const office: Rules = {
  timeZone: 'Europe/Riga',
  rules: [{ days: ['mo', 'tu', 'we', 'th', 'fr'], from: '09:00', to: '17:00' }],
  holidays: 'closed',
};
const riga = (wall: string, offset = '+02:00') => new Date(`${wall}${offset}`);

/** The same question answered in another way: by the words that the clock of the time zone would print. */
function oracle(hours: Rules, instant: Date): boolean | undefined {
  const [day = '', time = ''] = new Intl.DateTimeFormat('sv-SE', { timeZone: hours.timeZone, dateStyle: 'short', timeStyle: 'short' })
    .format(instant)
    .split(' ');
  const weekday = new Intl.DateTimeFormat('en', { timeZone: hours.timeZone, weekday: 'short' }).format(instant).slice(0, 2).toLowerCase();
  const isWithin = hours.rules.some(({ days, from, to }) => days.some((one) => one === weekday) && from <= time && time < to);
  if (!isWithin || !isHoliday(day) || hours.holidays === 'open') return isWithin;
  return hours.holidays === 'closed' ? false : undefined;
}

const zones = ['Europe/Riga', 'Europe/London', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC'];
/** Days with a change of the clocks in Europe, America and Australia, holidays, and plain ones. */
const interesting = [
  '2026-03-29',
  '2026-10-25',
  '2027-03-28',
  '2026-03-08',
  '2026-11-01',
  '2027-04-04',
  '2026-12-24',
  '2026-12-31',
  '2027-03-26',
  '2028-07-10',
  '2028-02-29',
  '2027-07-14',
];

/** Hours of any form that a record may have; no time lies inside the hours that clocks repeat or skip. */
function someHours(random: (below: number) => number): Rules {
  const rules = Array.from({ length: 1 + random(3) }, () => {
    const times = [pick(random), pick(random)].sort();
    const [from = '', to = ''] = times[0] === times[1] ? ['09:00', '17:30'] : times;
    const days = week.filter(() => random(2) === 0);
    return { days: days.length > 0 ? days : [week[random(7)] ?? 'mo'], from, to };
  });
  return {
    timeZone: zones[random(zones.length)] ?? 'UTC',
    rules,
    holidays: (['closed', 'open', 'unknown'] as const)[random(3)] ?? 'closed',
  };
}

function pick(random: (below: number) => number): string {
  const hour = [0, 4, 5, 7, 8, 9, 12, 15, 17, 20, 22, 23, 24][random(13)] ?? 0;
  return `${String(hour).padStart(2, '0')}:${hour === 24 || hour === 0 ? '00' : ['00', '15', '30', '59'][random(4)]}`;
}

function someInstant(random: (below: number) => number): Date {
  return new Date(Date.parse(interesting[random(interesting.length)] ?? '') + (random(4 * 24 * 60) - 36 * 60) * MINUTE + random(60_000));
}

const samples = Array.from({ length: 400 }, (_, seed) => {
  const random = chance(seed);
  return { seed, hours: someHours(random), instant: someInstant(random) };
});

describe('somebody answers', () => {
  test.each(week.map((day, index) => [day, index] as const))('on the working days from nine to five: %s', (day, index) => {
    const noon = riga(`2026-11-${String(22 + index).padStart(2, '0')}T12:00:00`);
    expect(isOpenAt(office, noon, isHoliday)).toBe(day !== 'sa' && day !== 'su');
  });
  test('from the first minute to the last', () => {
    const times = ['08:59:59', '09:00:00', '16:59:59', '17:00:00'];
    expect(times.map((time) => isOpenAt(office, riga(`2026-11-23T${time}`), isHoliday))).toEqual([false, true, true, false]);
  });
  test('not on a holiday, or nobody knows, as the record says', () => {
    const christmas = riga('2026-12-24T12:00:00');
    expect((['closed', 'open', 'unknown'] as const).map((holidays) => isOpenAt({ ...office, holidays }, christmas, isHoliday))).toEqual([
      false,
      true,
      undefined,
    ]);
    expect(isOpenAt({ ...office, holidays: 'unknown' }, riga('2026-12-24T20:00:00'), isHoliday)).toBe(false);
  });
  test('always, or nobody knows when', () => {
    expect(isOpenAt({ always: true }, new Date(0), isHoliday)).toBe(true);
    expect(isOpenAt({ unknown: true, text: { lv: 'A', en: 'A', ru: 'A' } }, new Date(0), isHoliday)).toBeUndefined();
  });
  test('at the same clock time in summer and in winter', () => {
    expect(isOpenAt(office, riga('2026-07-01T09:00:00', '+03:00'), isHoliday)).toBe(true);
    expect(isOpenAt(office, riga('2026-07-01T09:00:00', '+02:00'), isHoliday)).toBe(true);
    expect(isOpenAt(office, riga('2026-07-01T08:00:00', '+02:00'), isHoliday)).toBe(true);
    expect(isOpenAt(office, riga('2026-12-01T08:00:00', '+02:00'), isHoliday)).toBe(false);
  });
  test('by the clock of the line, wherever the reader is', () =>
    expect(
      samples.filter(({ hours, instant }) => isOpenAt(hours, instant, isHoliday) !== oracle(hours, instant)).map(({ seed }) => seed),
    ).toEqual([]));
  test.each([
    ['2026-03-29', 23],
    ['2026-10-25', 25],
    ['2026-06-01', 24],
  ])('on %s for %i hours, when day and night is meant', (day, length) => {
    const rules: Rules = { ...office, rules: [{ days: [...week], from: '00:00', to: '24:00' }], holidays: 'open' };
    const start = Date.parse(day) - 12 * 60 * MINUTE;
    const minutes = Array.from({ length: 48 * 60 }, (_, index) => new Date(start + index * MINUTE)).filter(
      (at) => isOpenAt(rules, at, never) && wallClock(at, 'Europe/Riga').day === day,
    );
    expect(minutes).toHaveLength(length * 60);
  });
});

describe('the next time somebody answers', () => {
  test.each([
    ['the same day', '2026-11-23T08:00:00', '2026-11-23T09:00:00'],
    ['within the minute', '2026-11-23T08:59:30', '2026-11-23T09:00:00'],
    ['after the weekend', '2026-11-20T17:00:00', '2026-11-23T09:00:00'],
    ['after Christmas', '2026-12-23T18:00:00', '2026-12-28T09:00:00'],
    ['at once, when it is open', '2026-11-23T10:10:10', '2026-11-23T10:10:10'],
  ])('is %s', (_, from, to) => expect(nextOpening(office, riga(from), isHoliday)).toEqual(riga(to)));

  test('is by the clock after a change of the clocks', () => {
    expect(nextOpening(office, riga('2026-03-27T17:00:00'), isHoliday)).toEqual(riga('2026-03-30T09:00:00', '+03:00'));
    expect(nextOpening(office, riga('2026-10-23T17:00:00', '+03:00'), isHoliday)).toEqual(riga('2026-10-26T09:00:00'));
  });
  test('is the first minute that exists, when its own is skipped in spring', () => {
    const early: Rules = { ...office, rules: [{ days: ['su'], from: '03:30', to: '06:00' }] };
    expect(nextOpening(early, riga('2026-03-28T12:00:00'), never)).toEqual(riga('2026-03-29T04:00:00', '+03:00'));
  });
  test('passes over holidays with unknown hours', () => {
    expect(nextOpening({ ...office, holidays: 'unknown' }, riga('2026-12-23T18:00:00'), isHoliday)).toEqual(riga('2026-12-28T09:00:00'));
  });
  test('is found also when two holidays fall on the only day', () => {
    const fridays: Rules = { ...office, rules: [{ days: ['fr'], from: '09:00', to: '12:00' }] };
    expect(nextOpening(fridays, riga('2026-12-18T12:00:00'), isHoliday)).toEqual(riga('2027-01-08T09:00:00'));
  });
  test.each(zones)('is the minute that the clock of %s shows, on every day and at every hour', (timeZone) => {
    const faulty = interesting.flatMap((day) =>
      [...Array(24).keys()].filter((hour) => {
        const weekday = week[new Date(day).getUTCDay()] ?? 'mo';
        const rules = [{ days: [weekday], from: `${String(hour).padStart(2, '0')}:30`, to: '24:00' }];
        const next = nextOpening({ timeZone, rules, holidays: 'open' }, new Date(Date.parse(day) - 2 * DAY), never);
        const clock = next && wallClock(next, timeZone);
        // Where clocks skip the minute in spring, the next one that exists.
        return clock?.day !== day || clock.minutes < hour * 60 + 30 || clock.minutes > hour * 60 + 60;
      }),
    );
    expect(faulty).toEqual([]);
  });
  test('is unknown where the hours are', () =>
    expect(nextOpening({ unknown: true, text: { lv: 'A', en: 'A', ru: 'A' } }, new Date(), isHoliday)).toBeUndefined());

  test('is never before now, is open, and nothing before it is', () => {
    const faulty = samples.filter(({ seed, hours, instant }) => {
      const next = nextOpening(hours, instant, isHoliday);
      if (!next || next < instant || isOpenAt(hours, next, isHoliday) !== true) return true;
      if (next.getTime() === instant.getTime()) return false;
      const random = chance(seed);
      const gap = next.getTime() - instant.getTime();
      const between = [next.getTime() - 1, ...Array.from({ length: 60 }, () => instant.getTime() + random(Math.min(gap, 60 * DAY)))];
      return between.some((at) => isOpenAt(hours, new Date(at), isHoliday) === true);
    });
    expect(faulty.map(({ seed }) => seed)).toEqual([]);
  });
});
