import { z } from 'zod';
import { kebabId } from './shared.ts';

/** What every text of the archive has in its front matter. */
export const archiveText = z.strictObject({
  title: z.string().min(3).max(160).describe('The name, or a clear short title where it had none.'),
  titleLanguage: z
    .string()
    .regex(/^[a-z]{2}$/, 'is not a two-letter language code such as en')
    .optional()
    .describe('Only where the title is in another language than the text.'),
  description: z
    .string()
    .min(50, 'is shorter than 50 characters')
    .max(160, 'is longer than 160 characters')
    .describe('One sentence for lists, search results and previews.'),
});

/** content/data/organisers.yml, audiences.yml, exploitation-forms.yml and professions.yml: what the archive can be filtered by. */
export const archiveTermSchema = z.strictObject({
  id: kebabId.describe('Also the word in the address.'),
  name: z.string().min(3).max(80).describe('As the filter shows it, in Latvian.'),
});
export type ArchiveTerm = z.output<typeof archiveTermSchema>;
