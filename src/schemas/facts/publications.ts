import { z } from 'zod';
import { kebabId, webAddress } from '../shared.ts';
import { amount, factFields, languageCode, nameList, partialDate } from './shared.ts';

/** A document, film, game or other material that the sources name. File: seeds/facts/publications.yml. */
export const publicationFactSchema = z.strictObject({
  ...factFields,
  title: z.string().min(3).max(400),
  titleBasis: z
    .enum(['original', 'slug', 'description'])
    .describe('original: as printed; slug: rebuilt from an address; description: it has no printed title.'),
  kind: z.enum([
    'guideline',
    'manual',
    'study',
    'report',
    'policy',
    'teaching-material',
    'glossary',
    'brochure',
    'leaflet',
    'comic',
    'poster',
    'video',
    'film',
    'podcast',
    'song',
    'exhibition',
    'app',
    'game',
    'course',
    'article',
    'presentations',
    'speech',
    'calendar',
    'information-sheet',
  ]),
  date: partialDate.optional().describe('When it was published.'),
  endDate: partialDate.optional().describe('Where it was made or spread over a longer time.'),
  publishers: nameList.optional().describe('Publishers, authors, producers.'),
  languages: z.array(languageCode).min(1).optional(),
  href: webAddress.optional().describe('The address printed in the source; it may no longer work.'),
  amounts: z.array(amount).min(1).optional(),
  project: kebabId.optional().describe('Id of a record in seeds/facts/projects.yml.'),
});
export type PublicationFact = z.output<typeof publicationFactSchema>;
