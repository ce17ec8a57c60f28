import { z } from 'zod';
import { kebabId, webAddress } from '../shared.ts';
import { datePrecision, factFields, languageCode, partialDate, shortText } from './shared.ts';

/** What is known of one item of the old site, or of one dated event. Files: seeds/facts/news*.yml. */
export const newsFactSchema = z.strictObject({
  ...factFields,
  kind: z
    .enum(['page', 'address', 'event'])
    .describe(
      'page: the text of the old page is known; address: only its address and a mention; event: a dated event, never a page of the old site.',
    ),
  title: z.string().min(3).describe('The title of the old page; for events a short Latvian name of the event.'),
  titleBasis: z
    .enum(['original', 'quoted', 'slug', 'paraphrase'])
    .optional()
    .describe('Where the title is from: the page itself; a mention; the address, with diacritics restored; our own words.'),
  date: partialDate.optional().describe('When the item was published or the event began; left out if not known.'),
  endDate: partialDate.optional().describe('Last day of an event that took longer than a day.'),
  datePrecision: datePrecision.optional(),
  printedDate: z.string().optional().describe('The date as the old page prints it, where it is wrong or unusual.'),
  language: languageCode.describe('The language of the title.'),
  project: kebabId.optional().describe('Id of a record in seeds/facts/projects.yml.'),
  summary: shortText.optional(),
  legacyUrl: webAddress.optional().describe('Address on the old site.'),
  attachments: z
    .array(
      z.strictObject({
        title: z.string().min(1),
        authors: z.array(z.string().min(1)).min(1).optional(),
        language: languageCode.optional(),
        href: webAddress.optional().describe('Only where the source gives a public address.'),
      }),
    )
    .min(1)
    .optional()
    .describe('Files and broadcasts that the page names; the files themselves are not preserved.'),
  photoGallery: z.literal(true).optional().describe('The page names a photo gallery.'),
});
export type NewsFact = z.output<typeof newsFactSchema>;
