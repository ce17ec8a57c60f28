import { z } from 'zod';
import { factFields, locator, shortText, sourceId } from './shared.ts';

/** A place where the sources disagree, or one has an obvious slip, and what we follow. File: seeds/facts/contradictions.yml. */
export const contradictionFactSchema = z.strictObject({
  ...factFields,
  topic: z.string().min(3).max(160),
  versions: z.array(z.strictObject({ source: sourceId, where: locator, says: shortText })).min(1),
  decision: shortText.describe('What the site follows and, where needed, why.'),
  weight: z.enum(['high', 'medium', 'low']),
});
export type ContradictionFact = z.output<typeof contradictionFactSchema>;
