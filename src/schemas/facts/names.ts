import { z } from 'zod';
import { factFields } from './shared.ts';

/** A title or name that texts quote by `:name[id]`. Files: seeds/facts/names-<source>.yml. */
export const nameSchema = z.strictObject({
  ...factFields,
  name: z.string().min(1).describe('Exactly, without the outer quotation marks; misspellings of the source corrected.'),
  language: z.enum(['lv', 'en', 'ru', 'et', 'lt', 'fi', 'sv', 'de', 'pl', 'no', 'da', 'nl']).describe('The language of the name.'),
  kind: z.enum(['organisation', 'project', 'campaign', 'document', 'film', 'game', 'event', 'award', 'programme', 'other']),
});
export type Name = z.output<typeof nameSchema>;
