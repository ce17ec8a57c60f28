import { z } from 'zod';
import { kebabId, webAddress } from '../shared.ts';
import { amount, count, factFields, nameList, partialDate, shortText } from './shared.ts';

/** A campaign or another way in which the public was told. File: seeds/facts/campaigns.yml. */
export const campaignFactSchema = z.strictObject({
  ...factFields,
  name: z.string().min(3).max(240).describe('The name of the campaign or event; a short Latvian description if it had none.'),
  kind: z.enum(['campaign', 'event', 'lecture', 'broadcast', 'material', 'exhibition', 'film', 'service', 'agreement', 'summary']),
  startDate: partialDate.optional().describe('When it began, as exactly as the source says.'),
  endDate: partialDate.optional(),
  recurring: z.literal(true).optional().describe('Held regularly or every year.'),
  organisers: nameList,
  partners: nameList.optional(),
  audience: shortText.optional().describe('Whom it was for.'),
  channels: shortText.optional().describe('How it reached them.'),
  reach: z.array(count).min(1).optional().describe('Copies, viewers, listeners, events: what the source counts.'),
  funders: nameList.optional(),
  amounts: z.array(amount).min(1).optional(),
  project: kebabId.optional().describe('Id of a record in seeds/facts/projects.yml.'),
  links: z.array(webAddress).min(1).optional().describe('Addresses printed in the source; they may no longer work.'),
});
export type CampaignFact = z.output<typeof campaignFactSchema>;
