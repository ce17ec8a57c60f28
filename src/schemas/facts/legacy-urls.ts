import { z } from 'zod';
import { kebabId, webAddress } from '../shared.ts';
import { factFields, languageCode } from './shared.ts';

/** An address of the old site that a source prints. File: seeds/facts/legacy-urls.yml. */
export const legacyUrlFactSchema = z.strictObject({
  ...factFields,
  href: webAddress,
  pageTitle: z.string().min(3),
  titleBasis: z.enum(['original', 'quoted', 'slug', 'description']),
  number: z.int().positive().optional().describe('The number at the address’s end.'),
  language: languageCode,
  newsFact: kebabId.optional().describe('Id of the record of seeds/facts/news.yml about that page.'),
});
export type LegacyUrlFact = z.output<typeof legacyUrlFactSchema>;
