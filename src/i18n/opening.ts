import type { OpeningHours } from '../schemas/contact.ts';
import type { IsHoliday } from './holidays.ts';

const minute = 60_000;
const dayLength = 24 * 60 * minute;
/** Two holidays in a row may fall on a line's only day of the week; a month always holds its next one. */
const daysAhead = 31;
const weekdays = ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa'] as const;

/** What a clock on the wall shows: the ISO day and the minutes since its midnight. */
export interface WallClock {
  day: string;
  minutes: number;
}

/**
 * Whether somebody answers at an instant; undefined where no source says it.
 * A day is a holiday or not in the time zone of the hours.
 */
export function isOpenAt(hours: OpeningHours, instant: Date, isHoliday: IsHoliday): boolean | undefined {
  if ('always' in hours) return true;
  if ('unknown' in hours) return undefined;
  const { day, minutes } = wallClock(instant, hours.timeZone);
  if (!rulesOf(hours, day).some(({ from, to }) => minutesOf(from) <= minutes && minutes < minutesOf(to))) return false;
  if (!isHoliday(day) || hours.holidays === 'open') return true;
  return hours.holidays === 'closed' ? false : undefined;
}

/**
 * The first instant, not before the given one, at which somebody surely answers; holidays with unknown hours are passed over.
 * Undefined where the hours are unknown. Times are clock times, so that no rule may begin or end inside the hour that clocks repeat in autumn.
 */
export function nextOpening(hours: OpeningHours, instant: Date, isHoliday: IsHoliday): Date | undefined {
  if ('unknown' in hours) return undefined;
  if (isOpenAt(hours, instant, isHoliday) === true || 'always' in hours) return instant;
  const today = Date.parse(wallClock(instant, hours.timeZone).day);
  for (let ahead = 0; ahead <= daysAhead; ahead++) {
    const day = new Date(today + ahead * dayLength).toISOString().slice(0, 10);
    if (isHoliday(day) && hours.holidays !== 'open') continue;
    const starts = rulesOf(hours, day).map(({ from }) => instantAt({ day, minutes: minutesOf(from) }, hours.timeZone));
    const coming = starts.filter((start) => start >= instant.getTime());
    if (coming.length > 0) return new Date(Math.min(...coming));
  }
  return undefined;
}

export function wallClock(instant: Date, timeZone: string): WallClock {
  const wall = new Date(wallTime(instant.getTime(), timeZone));
  return { day: wall.toISOString().slice(0, 10), minutes: wall.getUTCHours() * 60 + wall.getUTCMinutes() };
}

type Rules = Extract<OpeningHours, { rules: unknown }>;

function rulesOf({ rules }: Rules, day: string): Rules['rules'] {
  const weekday = weekdays[new Date(day).getUTCDay()];
  return rules.filter(({ days }) => days.some((one) => one === weekday));
}

/** "08:30" as 510, "24:00" as 1440. */
function minutesOf(time: string): number {
  const [hour, minutes] = time.split(':');
  return Number(hour) * 60 + Number(minutes);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The clock's reading at an instant, written as if it were UTC. */
function wallTime(at: number, timeZone: string): number {
  let clock = clocks.get(timeZone);
  if (!clock) {
    const parts = {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      hourCycle: 'h23',
      timeZone,
    } as const;
    clocks.set(timeZone, (clock = new Intl.DateTimeFormat('en', parts)));
  }
  const read = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(read['year'] ?? 0, (read['month'] ?? 1) - 1, read['day'], read['hour'], read['minute']);
}

/** The first instant at which the clock shows this time, or a later one where the time is skipped in spring. */
function instantAt({ day, minutes }: WallClock, timeZone: string): number {
  const wall = Date.parse(day) + minutes * minute;
  const offsetAt = (at: number) => wallTime(at, timeZone) - at;
  let at = wall - Math.max(offsetAt(wall - dayLength), offsetAt(wall + dayLength));
  while (wallTime(at, timeZone) < wall) at += minute;
  return at;
}
