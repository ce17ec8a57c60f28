import { z } from 'zod';
import { webAddress } from '../shared.ts';
import { factFields, nameList, partialDate, shortText } from './shared.ts';

/** Contacts as the source documents print them: history only, never shown as current. File: seeds/facts/contacts-historic.yml. */
export const historicContactFactSchema = z.strictObject({
  ...factFields,
  name: z.string().min(3).max(200),
  kind: z.enum(['helpline', 'organisation', 'person', 'gap']),
  role: shortText.optional(),
  phone: z.string().min(3).max(40).optional().describe('As printed.'),
  fax: z.string().min(3).max(40).optional().describe('As printed.'),
  email: z.email().optional(),
  address: z.string().min(3).max(160).optional(),
  web: z.array(webAddress).min(1).optional(),
  asOf: partialDate.optional().describe('The date the contact was true for.'),
  bodies: nameList.optional().describe('For gap: bodies of which the sources give no contact.'),
  disagreement: shortText.optional().describe('How the sources differ, in Latvian.'),
});
export type HistoricContactFact = z.output<typeof historicContactFactSchema>;
