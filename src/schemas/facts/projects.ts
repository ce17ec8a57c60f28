import { z } from 'zod';
import { amount, factFields, nameList, partialDate, shortText } from './shared.ts';

/** A project, programme or joint investigation. File: seeds/facts/projects.yml. */
export const projectFactSchema = z.strictObject({
  ...factFields,
  name: z.string().min(2).max(240),
  fullTitle: z.string().min(3).max(300).optional(),
  contractNumber: z.string().min(3).max(60).optional(),
  startDate: partialDate.optional(),
  endDate: partialDate.optional(),
  partners: nameList.optional(),
  funders: nameList.optional(),
  amounts: z.array(amount).min(1).optional(),
  purpose: shortText.optional(),
});
export type ProjectFact = z.output<typeof projectFactSchema>;
