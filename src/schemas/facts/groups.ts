import { z } from 'zod';
import { factFields, shortText } from './shared.ts';

/** An item of a list that the sources give: forms, risks, signs, needs, services, rights, advice. File: seeds/facts/groups.yml. */
export const groupFactSchema = z.strictObject({
  ...factFields,
  category: z
    .enum([
      'exploitation-form',
      'risk-factor',
      'recruitment-method',
      'sign',
      'victim-need',
      'rehabilitation-service',
      'criminal-proceedings-support',
      'right',
      'safety-advice',
      'helpline-topic',
      'gap',
    ])
    .describe('gap: something the sources name but do not give.'),
  item: shortText.describe('In short, in Latvian.'),
  count: z.int().nonnegative().optional().describe('Number of cases, for helpline topics.'),
});
export type GroupFact = z.output<typeof groupFactSchema>;
