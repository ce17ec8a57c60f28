import { z } from 'zod';
import { factFields, partialDate, shortText } from './shared.ts';

/** A fact newer than the source documents, from pages outside them. File: seeds/facts/current.yml. */
export const currentFactSchema = z.strictObject({
  ...factFields,
  topic: z.enum(['law', 'service', 'victims', 'proceedings', 'policy', 'international', 'material', 'old-site', 'safe-work', 'campaign']),
  claim: z.string().min(3).max(200).describe('What it is about.'),
  text: z.string().min(3).max(900).describe('What the sources say, in our own words.'),
  value: z.number().optional().describe('The figure, where the fact is one figure.'),
  unit: z.string().min(1).max(80).optional(),
  year: z.int().min(2000).max(2100).optional().describe('The calendar year the figure is about.'),
  parts: z
    .array(z.strictObject({ label: z.string().min(1).max(120), value: z.number().nonnegative() }))
    .min(1)
    .optional()
    .describe('A breakdown of the figure, or a series.'),
  date: partialDate.optional().describe('The date of the newest source.'),
  confidence: z
    .enum(['confirmed', 'one-source', 'sources-disagree', 'derived', 'weak'])
    .describe(
      'confirmed: two independent or one official and one other; one-source; sources-disagree; derived: calculated; weak: one poor source.',
    ),
  caveat: shortText.optional().describe('What is not confirmed, in Latvian.'),
});
export type CurrentFact = z.output<typeof currentFactSchema>;
