import { z } from 'zod';
import { kebabId } from '../shared.ts';

const factId = kebabId.describe('Unique over all files of seeds/facts; never changes.');
export const sourceId = kebabId.describe('Id of a record in seeds/sources.yml.');
export const locator = z.string().min(1).max(120).describe('The place inside the source: a task, a heading, a date, a footnote.');

/** An ISO date as exact as the source has it: 2017, 2017-12 or 2017-12-11. A year alone must be in quotation marks in YAML. */
export const partialDate = z
  .string({ error: 'is not a date. Write "2017", 2017-12 or 2017-12-11; a year alone needs quotation marks' })
  .regex(/^(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/, 'is not a date. Write "2017", 2017-12 or 2017-12-11');

export const datePrecision = z.enum(['day', 'month', 'year']).describe('How exactly the date is known.');
export const year = z.int().min(1990).max(2100).describe('Calendar year.');
export const languageCode = z.string().regex(/^[a-z]{2}$/, 'is not a two-letter language code such as lv');
export const shortText = z.string().min(1).max(400);

/** What every fact has. `also` names further sources that say the same or are needed to understand it. */
export const factFields = {
  id: factId,
  source: sourceId,
  where: locator,
  also: z
    .array(z.strictObject({ source: sourceId, where: locator }))
    .min(1)
    .optional()
    .describe('Other sources of the same fact.'),
  note: shortText.optional().describe('What a reader must know: doubts, own calculations, differences between sources. In Latvian.'),
};

/** A counted quantity, e.g. { value: 2500, unit: bukleti }. */
export const count = z.strictObject({
  value: z.number().nonnegative(),
  unit: z.string().min(1).max(160).describe('What is counted, in Latvian.'),
  qualifier: z
    .enum(['about', 'at-least', 'planned'])
    .optional()
    .describe('about: the source says aptuveni or ap; at-least: vairāk nekā; planned: announced, not reported as reached.'),
});

/** A sum of money. */
export const amount = z.strictObject({
  value: z.number().positive(),
  currency: z.enum(['EUR', 'USD']),
  for: z.string().min(1).max(160).optional().describe('What it paid for or who paid it, in Latvian.'),
  years: z.string().max(20).optional().describe('The year or years it was meant for, e.g. 2015 or 2015–.'),
});

/** At least one of the names given, e.g. organisers or partners, each as the source writes it. */
export const nameList = z.array(z.string().min(1).max(200)).min(1);

/** What all readers of facts may rely on, whatever the kind. */
export interface Fact {
  id: string;
  source: string;
  where: string;
}
