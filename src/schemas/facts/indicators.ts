import { z } from 'zod';
import { factFields, shortText } from './shared.ts';

const indicatorValue = z
  .union([z.number(), z.string().min(1).max(60)])
  .describe('A number; the printed text only if it is not a single number.');

/** An indicator of the plan: baseline 2012, forecast and result 2016. */
const indicator = z.strictObject({
  ...factFields,
  kind: z.literal('indicator'),
  level: z.enum(['policy', 'action']).describe('policy: politikas rezultāts; action: darbības rezultāts.'),
  code: z.string().regex(/^[AB][1-6]$/),
  result: shortText.describe('The result it measures, shortened.'),
  name: z.string().min(3).max(200),
  unit: z.string().min(1).max(40),
  baseline2012: indicatorValue,
  forecast2016: indicatorValue,
  achieved2016: indicatorValue,
  rating: z
    .enum(['better', 'achieved', 'worse', 'not-rated'])
    .describe('Derived by us from the printed rule (within 2 % of the forecast is achieved): the rating signs of the source are lost.'),
  ratingBasis: shortText.optional().describe('How the rating was derived, in Latvian.'),
});

/** A series of figures, by year or by another breakdown. */
const series = z.strictObject({
  ...factFields,
  kind: z.literal('series'),
  name: z.string().min(3).max(200),
  unit: z.string().min(1).max(40),
  points: z
    .array(
      z.strictObject({
        year: z.int().min(2000).max(2100).optional().describe('Where the point is one calendar year.'),
        label: z.string().min(1).max(100).optional().describe('Where it is not: a school year, a period, a category.'),
        value: z.number().nonnegative(),
      }),
    )
    .min(1),
});

/** File: seeds/facts/indicators.yml. */
export const indicatorFactSchema = z.discriminatedUnion('kind', [indicator, series]);
export type IndicatorFact = z.output<typeof indicatorFactSchema>;
