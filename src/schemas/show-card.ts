import { z } from 'zod';
import { languageTag } from './contact.ts';

const placeholder = '{emergency}';

const line = z
  .string()
  .min(3)
  .max(60, 'is longer than 60 characters; somebody reads it at arm’s length')
  .refine((text) => !/\d/.test(text), 'types a number; write {emergency}')
  .refine((text) => !/[{}]/.test(text.replaceAll(placeholder, '')), 'has a placeholder other than {emergency}');

/** One card: the same sentences in the local language and in Latvian. */
const card = z
  .strictObject({
    local: z
      .array(line)
      .min(3)
      .max(6)
      .describe('Sentences in the language of the country, the most important first. {emergency} becomes its emergency number.'),
    lv: z.array(line).min(3).max(6).describe('The same sentences in Latvian, line by line.'),
  })
  .superRefine(({ local, lv }, context) => {
    const fault = (message: string) => {
      context.addIssue({ code: 'custom', path: ['lv'], message });
    };
    if (local.length !== lv.length) fault(`has ${lv.length} lines, local has ${local.length}`);
    if (local.some((text, index) => text.includes(placeholder) !== lv[index]?.includes(placeholder)))
      fault('has {emergency} in other lines than local');
  });

export const cardReaders = ['police', 'doctor', 'driver'] as const;
export type CardReader = (typeof cardReaders)[number];

/** content/data/show-cards.yml: what to show in a country, in one of its languages. */
export const showCardsSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z]{2}$/, 'is not a country code of two small letters')
    .describe('The country: an id of content/data/countries.yml. Quote ‘no’.'),
  language: languageTag.describe('Language of the local sentences.'),
  reviewed: z.boolean().describe('true only after a native speaker has checked the local sentences.'),
  cards: z.strictObject({ police: card, doctor: card, driver: card }).describe('One card for each who may read it.'),
});
export type ShowCards = z.output<typeof showCardsSchema>;
