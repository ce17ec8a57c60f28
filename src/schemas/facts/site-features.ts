import { z } from 'zod';
import { factFields, partialDate, shortText } from './shared.ts';

/** What the sources ask of the old site or say about it. File: seeds/facts/site-features.yml. */
export const siteFeatureFactSchema = z.strictObject({
  ...factFields,
  feature: z.string().min(3).max(160),
  stated: shortText.describe('What is asked or stated, in our own words.'),
  status: z
    .enum(['required', 'recommended', 'exists', 'done', 'stated'])
    .describe('required: asked and not reported as done; recommended; exists; done: reported as done; stated: mentioned only.'),
  doneIn: partialDate.optional(),
});
export type SiteFeatureFact = z.output<typeof siteFeatureFactSchema>;
