import type { Holiday } from '../schemas/holiday.ts';

/** What counts as a holiday: the rule of content/data/holidays.yml without its words. */
export type HolidayRule = Pick<Holiday, 'when' | 'movesToMonday'>;
/** Whether an ISO day is a public holiday. */
export type IsHoliday = (day: string) => boolean;

const dayLength = 86_400_000;
const weekdays = ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa'];

/** Answers for any day of any year; a year's days are computed once. */
export function holidayCalendar(rules: readonly HolidayRule[]): IsHoliday {
  const years = new Map<number, Set<string>>();
  return (day) => {
    const year = Number(day.slice(0, 4));
    let days = years.get(year);
    if (!days) years.set(year, (days = new Set(holidaysOf(year, rules))));
    return days.has(day);
  };
}

/** The holidays of a year as ISO days, in the order of the rules, each followed by the Monday it moves to. */
export function holidaysOf(year: number, rules: readonly HolidayRule[]): string[] {
  return rules.flatMap(({ when, movesToMonday }) => {
    const at = instantOf(when, year);
    if (at === undefined) return [];
    const daysToMonday = [1, 0, 0, 0, 0, 0, 2][new Date(at).getUTCDay()] ?? 0;
    return movesToMonday && daysToMonday > 0 ? [isoDay(at), isoDay(at + daysToMonday * dayLength)] : [isoDay(at)];
  });
}

/** Rules as one attribute of a page, and back: `01-01 easter-2 05-04!`, where `!` moves the day to Monday. */
export function writeHolidays(rules: readonly HolidayRule[]): string {
  return rules.map(({ when, movesToMonday }) => (movesToMonday ? `${when}!` : when)).join(' ');
}
export function readHolidays(text: string): HolidayRule[] {
  return text.split(' ').map((rule) => (rule.endsWith('!') ? { when: rule.slice(0, -1), movesToMonday: true } : { when: rule }));
}

/** Midnight UTC of the day in a year; undefined for a day of another year. */
function instantOf(when: string, year: number): number | undefined {
  const easter = /^easter([+-]\d+)?$/.exec(when);
  if (easter) return easterOf(year) + Number(easter[1] ?? 0) * dayLength;
  const [first = '', second = '', third] = when.split('-');
  if (first.length === 4) return Number(first) === year ? Date.parse(when) : undefined;
  if (third === undefined) return Date.UTC(year, Number(first) - 1, Number(second));
  const start = Date.UTC(year, Number(first) - 1, 1);
  const toFirst = (weekdays.indexOf(second) - new Date(start).getUTCDay() + 7) % 7;
  return start + (toFirst + (Number(third) - 1) * 7) * dayLength;
}

/** Easter Sunday of the Western churches: the "anonymous" Gregorian algorithm (Nature, 1876; Meeus, Astronomical Algorithms, ch. 8). */
function easterOf(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const days = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114;
  return Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1);
}

function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
