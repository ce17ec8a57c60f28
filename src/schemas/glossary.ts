import { z } from 'zod';
import { kebabId, localizedText, sourceReference } from './shared.ts';

/** The six parts of the glossary, in order; each is a file of content/glossary. */
export const glossaryParts = ['general', 'persons', 'forms', 'mechanisms', 'phenomena', 'children'] as const;
export type GlossaryPart = (typeof glossaryParts)[number];

const names = z.array(z.string().min(2).max(120)).min(1);
const inSomeLanguages = z.strictObject({ lv: names.optional(), en: names.optional(), ru: names.optional() });

const citation = z
  .strictObject({
    cite: localizedText.describe('The act and the place in it, as one would write it in a text.'),
    law: kebabId.optional().describe('Id of seeds/facts/laws.yml.'),
    source: z.string().min(1).optional().describe('Id of seeds/sources.yml: where we read what the act says, if it is not the act itself.'),
  })
  .refine(({ law, source }) => law !== undefined || source !== undefined, 'names neither a law nor a source. Write one of them');

/** content/glossary/<part>.yml: a term on three levels – law, plain and easy language. */
export const glossaryTermSchema = z.strictObject({
  id: kebabId.describe('The Latvian address word. Never changes.'),
  term: localizedText.describe('The word in its basic form, small letters except in names.'),
  urlSlug: z.strictObject({ en: kebabId, ru: kebabId }).describe('The address words of the English and Russian pages.'),
  also: inSomeLanguages.optional().describe('Other names of the same thing.'),
  law: z
    .strictObject({
      ...localizedText.shape,
      citations: z.array(citation).min(1),
    })
    .optional()
    .describe('What the law says, in our own words; left out where the sources show no legal definition.'),
  plain: localizedText.describe('For everybody: one to three sentences.'),
  easy: localizedText.describe('In easy language: short sentences; **bold** only for “not”.'),
  say: localizedText.optional().describe('The better words.'),
  avoid: z
    .array(z.strictObject({ words: localizedText, why: localizedText }))
    .min(1)
    .optional()
    .describe('Words to avoid, with the reason.'),
  seeAlso: z.array(kebabId).min(1).describe('Ids of neighbouring terms.'),
  sources: z.array(sourceReference).describe('What the explanation rests on; [] where it is our own.'),
  linked: inSomeLanguages.describe(
    'The words that become a link to the term in texts. Latvian: each word that changes its ending has a * after it. English and Russian: {a,b} are endings. {} links nowhere.',
  ),
  passedOver: inSomeLanguages
    .optional()
    .describe('Longer names that begin with the same words and mean something else; they do not become a link.'),
});
export type GlossaryTerm = z.output<typeof glossaryTermSchema>;
