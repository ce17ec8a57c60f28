import { z } from 'zod';
import { evidence } from './contact.ts';
import { isoDay, kebabId } from './shared.ts';

const weekdayWord = '(?:mo|tu|we|th|fr|sa|su)';
const form = new RegExp(`^(?:\\d{4}-\\d{2}-\\d{2}|\\d{2}-\\d{2}|\\d{2}-${weekdayWord}-[1-4]|easter(?:[+-]\\d{1,2})?)$`);

/** One public holiday. What `when` may say is read by src/i18n/holidays.ts. */
const holiday = z.strictObject({
  id: kebabId.describe('Short name; never changes.'),
  name: z.string().min(3).describe('Latvian name, as the law gives it. For editors; not shown to readers.'),
  when: z
    .string()
    .regex(
      form,
      'is not a day. Write ‘12-25’ (each year), ‘05-su-2’ (second Sunday of May), ‘easter-2’ (days from Easter Sunday) or ‘2028-07-09’ (once), quoted',
    )
    .describe('The day: each year, counted from Easter, by weekday, or once.'),
  movesToMonday: z.literal(true).optional().describe('The law makes the next Monday free when this day is a Saturday or Sunday.'),
});
export type Holiday = z.output<typeof holiday>;

/** content/data/holidays.yml: the public holidays of Latvia. */
export const holidaysSchema = z.strictObject({
  sources: z.array(evidence).min(1).describe('The law, and what confirms single days.'),
  checkedOn: isoDay.describe('The day the list was last compared with the law.'),
  days: z.array(holiday).min(1),
});
export type Holidays = z.output<typeof holidaysSchema>;
