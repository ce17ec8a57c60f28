/**
 * The weeks of a month, Monday first; days of other months are undefined.
 * `year` has four digits, `month` two.
 */
export function weeksOf(year: string, month: string): (number | undefined)[][] {
  const first = new Date(Date.UTC(Number(year), Number(month) - 1, 1));
  const blank = (first.getUTCDay() + 6) % 7;
  const length = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const weeks = Math.ceil((blank + length) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday) => {
      const day = week * 7 + weekday - blank + 1;
      return day >= 1 && day <= length ? day : undefined;
    }),
  );
}
