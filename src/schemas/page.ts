import { z } from 'zod';
import { isoDay, kebabId, sourceReference } from './shared.ts';

/** Front matter of a standing page (content/pages). */
export const pageSchema = z.strictObject({
  title: z.string().min(3).max(70).describe('What the page answers, in the reader’s words.'),
  description: z
    .string()
    .min(50, 'is shorter than 50 characters')
    .max(160, 'is longer than 160 characters')
    .describe('One sentence for search results.'),
  urlSlug: kebabId.optional().describe('The address word of an English or Russian page; a Latvian page is named by its file.'),
  shortTitle: z.string().min(3).max(28).optional().describe('For menus, where the title is long.'),
  parent: kebabId.optional().describe('File name of the page above this one.'),
  tabTitle: z.string().min(3).optional().describe('A neutral title for the tab and history of a page that must not give its reader away.'),
  isListed: z.boolean().optional().describe('false for a page that only redirects lead to: not in search engines, site map or sitemap.'),
  onlyLatvian: z.literal(true).optional().describe('For sections whose contents exist in Latvian only.'),
  checkedOn: isoDay.describe('The day somebody last checked that all of it is true.'),
  sources: z.array(sourceReference).describe('What the page rests on.'),
});
export type PageFrontMatter = z.output<typeof pageSchema>;
