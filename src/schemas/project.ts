import type { z } from 'zod';
import { archiveText } from './archive.ts';
import { kebabId } from './shared.ts';

/** Front matter of content/projects: what a page adds to its record of seeds/facts/projects.yml. */
export const projectSchema = archiveText.extend({
  record: kebabId.describe('Id of the record in seeds/facts/projects.yml, which holds dates, partners and money.'),
});
export type ProjectFrontMatter = z.output<typeof projectSchema>;
