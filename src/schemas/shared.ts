import { z } from 'zod';

/** An ISO day, e.g. 2017-12-11. Quote it or not in YAML: both arrive as text. */
export const isoDay = z.preprocess(
  // Astro's own reader of front matter makes a Date of an unquoted day.
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  z
    .string({ error: 'is not a day. Write it as YYYY-MM-DD, for example 2017-12-11' })
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a day. Write it as YYYY-MM-DD, for example 2017-12-11')
    .refine((day) => {
      const at = new Date(`${day}T00:00:00Z`);
      return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
    }, 'is not a day of the calendar. Check the month and the day'),
);

/** A short text in all three languages. */
export const localizedText = z.strictObject({
  lv: z.string().min(1).describe('Latvian, the source of the other two.'),
  en: z.string().min(1).describe('English.'),
  ru: z.string().min(1).describe('Russian.'),
});

export const kebabId = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'may have only a–z, 0–9 and single hyphens, without diacritics');

export const webAddress = z.url({ protocol: /^https?$/, error: 'is not a web address. It begins with https:// or http://' });

/** Where a text or figure comes from: a record of seeds/sources.yml and a place inside it. */
export const sourceReference = z.strictObject({
  id: z.string().min(1).describe('Id of a record in seeds/sources.yml.'),
  where: z.string().min(1).optional().describe('The place inside the source: a heading, a task, a page, a date.'),
});
export type SourceReference = z.output<typeof sourceReference>;
