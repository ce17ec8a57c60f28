import { z } from 'zod';
import { isoDay, kebabId, sourceReference, webAddress } from './shared.ts';

/** A language of two letters. Quote 'no': YAML editors may take it for false. */
const languageCode = z.string().regex(/^[a-z]{2}$/, 'is not a two-letter language code such as lv');

/** A file that a news item names. Nobody has most of the old site's files: they are listed as unavailable, not dropped. */
const attachment = z.discriminatedUnion('availability', [
  z.strictObject({
    availability: z.literal('unavailable').describe('The source names the file, but it could not be had.'),
    title: z.string().min(3),
    language: languageCode.optional().describe('Language of the title as it stands here.'),
  }),
  z.strictObject({
    availability: z.literal('external').describe('The file stands at an address that the source gives.'),
    title: z.string().min(3),
    language: languageCode.optional().describe('Language of the title as it stands here.'),
    href: webAddress,
  }),
  z.strictObject({
    availability: z.literal('here').describe('The file is published by this site, in public/files.'),
    title: z.string().min(3),
    language: languageCode.optional().describe('Language of the title as it stands here.'),
    file: z.string().regex(/^[a-z0-9-]+\.(pdf|csv|docx|odt|zip)$/, 'is not a file name of public/files'),
  }),
]);

const gallery = z.discriminatedUnion('availability', [
  z.strictObject({ availability: z.literal('unavailable').describe('The source names a gallery that nobody has.') }),
  z.strictObject({
    availability: z.literal('here'),
    pictures: z
      .array(
        z.strictObject({
          file: z
            .string()
            .regex(/^[a-z0-9-]+\.(jpg|png|webp)$/)
            .describe('A file of src/assets/gallery.'),
          alt: z.string().min(8).max(250).describe('What is to be seen, for those who cannot see it.'),
          credit: z.string().min(3).describe('Who took the picture.'),
        }),
      )
      .min(1),
  }),
]);

export const newsSchema = z.strictObject({
  title: z.string().min(8).max(160).describe('What happened, in the reader’s words.'),
  description: z
    .string()
    .min(50, 'is shorter than 50 characters')
    .max(160, 'is longer than 160 characters')
    .describe('One sentence for lists, search results and previews.'),
  publishedOn: isoDay.describe('The day it was published or happened; the file name begins with it.'),
  precision: z.enum(['day', 'month', 'year']).describe('How exactly that date is known.'),
  basis: z
    .enum(['page', 'address', 'chronicle', 'report', 'new'])
    .describe(
      'What the text was written from: a page of the old site; only its address and a mention; the embassy’s chronicle; the plan’s report; or new.',
    ),
  originalTitle: z.string().optional().describe('The title on the old site.'),
  originalTitleLanguage: languageCode.optional().describe('Only where that title is in another language than the item.'),
  projects: z.array(kebabId).describe('Ids of content/data/projects.yml.'),
  themes: z.array(kebabId).min(1, 'needs at least one theme of content/data/themes.yml').max(3),
  records: z.array(z.string()).describe('Ids of seeds/facts/news*.yml that this item tells.'),
  sources: z.array(sourceReference).min(1, 'needs at least one source of seeds/sources.yml'),
  attachments: z.array(attachment).optional(),
  gallery: gallery.optional(),
  credit: z
    .strictObject({
      publisher: z.string().min(2).describe('Who published the text first.'),
      publishedOn: isoDay.optional(),
      href: webAddress.optional(),
    })
    .optional()
    .describe('Only where the item was taken over from somebody else.'),
  urlSlug: kebabId.optional().describe('The address word of an English or Russian item.'),
});
export type NewsFrontMatter = z.output<typeof newsSchema>;
export type NewsAttachment = z.output<typeof attachment>;
export type NewsGallery = z.output<typeof gallery>;
