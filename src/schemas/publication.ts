import { z } from 'zod';
import { archiveText } from './archive.ts';
import { kebabId } from './shared.ts';

/** Front matter of content/publications: what an entry of the library adds to its record of seeds/facts/publications.yml. */
export const publicationSchema = archiveText.extend({
  record: kebabId.describe('Id of the record in seeds/facts/publications.yml, which holds kind, date, publishers, languages and address.'),
  professions: z.array(kebabId).min(1, 'needs at least one profession of content/data/professions.yml').max(4),
  availability: z
    .enum(['external', 'unavailable'])
    .describe('external: the record has an address that leads to it; unavailable: nobody has it.'),
  leadsTo: z.string().min(2).max(80).optional().describe('For external: whose site the link opens, as a reader knows it.'),
  lawChange: kebabId.optional().describe('Id of the record in seeds/facts/laws.yml that it rests on and that was replaced since.'),
});
export type PublicationFrontMatter = z.output<typeof publicationSchema>;
