import { z } from 'zod';
import { archiveText } from './archive.ts';
import { kebabId } from './shared.ts';

/** Front matter of content/campaigns: what an archive entry adds to its record of seeds/facts/campaigns.yml. */
export const campaignSchema = archiveText.extend({
  record: kebabId.describe('Id of the record in seeds/facts/campaigns.yml, which holds dates, organisers, reach, money and links.'),
  organisers: z.array(kebabId).min(1, 'needs at least one organiser of content/data/organisers.yml'),
  audiences: z.array(kebabId).describe('Ids of content/data/audiences.yml; empty where no source says whom it was for.'),
  forms: z.array(kebabId).min(1, 'needs at least one form of content/data/exploitation-forms.yml'),
  news: z.array(z.string()).describe('File names of the news that tell of it, without folder and ending.'),
  publications: z.array(kebabId).describe('Ids of seeds/facts/publications.yml: what was made for it.'),
});
export type CampaignFrontMatter = z.output<typeof campaignSchema>;
