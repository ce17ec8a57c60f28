import { z } from 'zod';
import { evidence, languageTag } from './contact.ts';
import { isoDay, kebabId, localizedText, webAddress } from './shared.ts';

/** content/data/countries.yml: where to turn in a country abroad. */
export const countrySchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z]{2}$/, 'is not a country code of two small letters')
    .describe('ISO 3166 code in small letters. Quote ‘no’.'),
  name: localizedText.describe('Name of the country.'),
  urlSlug: z
    .strictObject({
      lv: kebabId.describe('Word in the Latvian address.'),
      en: kebabId.describe('Word in the English address.'),
      ru: kebabId.describe('Word in the Russian address.'),
    })
    .describe('The word in the address of the country’s page.'),
  emergency: z
    .array(
      z.strictObject({
        shortCode: z
          .string()
          .regex(/^\d{3}$/, 'is not a short number of three digits; quote it')
          .describe('Digits to dial inside the country.'),
        label: localizedText.describe('Who answers.'),
      }),
    )
    .min(1)
    .describe('Emergency numbers, the first to call at the top.'),
  contacts: z.array(kebabId).min(1).describe('Ids of content/data/contacts.yml, best first.'),
  consular: kebabId.describe('The Latvian consular line: an id of content/data/contacts.yml.'),
  localLanguages: z.array(languageTag).min(1).describe('Languages of the card to show there, as language tags, the most useful first.'),
  links: z
    .array(
      z.strictObject({
        href: webAddress.describe('Address of the page.'),
        label: localizedText.describe('Where it leads.'),
      }),
    )
    .min(1)
    .optional()
    .describe('Further help that has no record of its own.'),
  notes: localizedText.optional().describe('What the reader should know about help there; confirmed facts only.'),
  sources: z.array(evidence).min(1).describe('Where the emergency numbers, links and notes were found.'),
  checkedOn: isoDay.describe('The day the record was last checked against its sources.'),
});
export type Country = z.output<typeof countrySchema>;
