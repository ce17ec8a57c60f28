import { z } from 'zod';
import { factFields } from './shared.ts';

/** File: seeds/facts/abbreviations.yml. */
export const abbreviationFactSchema = z.strictObject({
  ...factFields,
  abbreviation: z.string().min(1).max(30),
  variants: z.array(z.string().min(1)).min(1).optional(),
  meaning: z.string().min(2).max(200).optional().describe('Left out where neither the sources nor general knowledge give it for sure.'),
  basis: z
    .enum(['explicit', 'elsewhere', 'outside', 'none'])
    .describe(
      'explicit: written out beside it; elsewhere: written out elsewhere in the sources; outside: general knowledge; none: not expanded.',
    ),
});
export type AbbreviationFact = z.output<typeof abbreviationFactSchema>;
