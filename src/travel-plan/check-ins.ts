/** How many days lie between two calls home. */
export const RHYTHMS = [1, 2, 7] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** No more calls than this are counted; without a last day so many are. */
export const MOST_CALLS = 60;
const WITHOUT_END = 30;

/** What the traveller chose: days as `2026-12-01`, the time as `20:00`, both by the clock of the device. */
export interface CallTimes {
  first: string;
  last: string;
  time: string;
  every: Rhythm;
}

const numbersOf = (text: string) => text.split(/\D/).map(Number);

/**
 * The moments of the calls. Each keeps its time of day when the clocks change, because each is asked of the calendar anew.
 * No calls when the first day or the time is missing, or the last day is before the first.
 */
export function callTimes({ first, last, time, every }: CallTimes): Date[] {
  const [year = NaN, month = NaN, day = NaN] = numbersOf(first);
  const [hour = NaN, minute = NaN] = numbersOf(time);
  if (Number.isNaN(new Date(year, month - 1, day, hour, minute).getTime())) return [];
  const [endYear = NaN, endMonth = NaN, endDay = NaN] = numbersOf(last);
  const end = new Date(endYear, endMonth - 1, endDay, 23, 59).getTime();
  const most = Number.isNaN(end) ? WITHOUT_END : MOST_CALLS;
  const calls = Array.from({ length: most }, (_, index) => new Date(year, month - 1, day + index * every, hour, minute));
  return Number.isNaN(end) ? calls : calls.filter((call) => call.getTime() <= end);
}
