import { z } from 'zod';
import { kebabId } from '../shared.ts';
import { factFields, partialDate, shortText } from './shared.ts';

/** A law, regulation, order, convention or plan that the source documents name. File: seeds/facts/laws.yml. */
export const lawFactSchema = z.strictObject({
  ...factFields,
  name: z.string().min(3).max(400).describe('The official name; a description where the source gives none.'),
  kind: z.enum([
    'law',
    'amendment',
    'regulation',
    'order',
    'pm-order',
    'directive',
    'convention',
    'treaty',
    'policy',
    'protocol-decision',
    'letter',
    'foreign-law',
  ]),
  number: z.string().min(1).max(40).optional(),
  sections: z.string().min(1).max(120).optional().describe('The sections that the source cites.'),
  date: partialDate.optional().describe('Adopted on.'),
  regulates: shortText,
  status: z
    .enum(['in-force', 'replaced', 'ended', 'not-checked'])
    .describe('As far as the evidence goes; not-checked: ask likumi.lv before relying on it.'),
  replacedBy: kebabId.optional().describe('Id of the record that replaced it.'),
});
export type LawFact = z.output<typeof lawFactSchema>;
