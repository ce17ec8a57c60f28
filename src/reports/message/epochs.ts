/** The keys of one month, of every organisation that opens reports. */
export interface Epoch {
  /** 2026-11 */
  name: string;
  /** The days it is meant for, first and last, UTC. */
  from: string;
  to: string;
  /** age recipients, sorted, one of each organisation. */
  recipients: readonly string[];
}

/**
 * The epoch a report of `day` is sealed for: the day's own, else the nearest one known. A wrong clock thus never stops a report.
 * Throws RangeError without epochs, which a build does not pass.
 */
export function epochOn(day: string, epochs: readonly Epoch[]): Epoch {
  // Compared as letters: to load the order of a language takes a slow phone a tenth of a second.
  const sorted = [...epochs].sort((one, other) => (one.from < other.from ? -1 : 1));
  const found = [...sorted].reverse().find(({ from }) => from <= day) ?? sorted[0];
  if (!found) throw new RangeError('there are no keys to seal a report for');
  return found;
}

/** First and last day of a month written as 2026-11. */
export function monthSpan(month: string): { from: string; to: string } {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { from: `${month}-01`, to: `${month}-${String(last).padStart(2, '0')}` };
}

/** The month `count` months after that of a day or month. */
export function monthAfter(day: string, count: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + count, 1)).toISOString().slice(0, 7);
}

/** The day `count` days after another. */
export function dayAfter(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
}
