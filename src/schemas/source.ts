import { z } from 'zod';
import { partialDate } from './facts/shared.ts';
import { kebabId, webAddress } from './shared.ts';

/** One record of seeds/sources.yml: a document, a page, a law or a register that something on the site rests on. */
export const sourceSchema = z.strictObject({
  id: kebabId.describe('Never changes: texts and facts point to it.'),
  title: z.string().min(2).describe('The title as printed there, in its own language; a description where it has none.'),
  titleLanguage: z
    .string()
    .regex(/^[a-z]{2}$/, 'is not a two-letter language code such as lv')
    .optional()
    .describe('Only where the title here describes the source in another language than its own.'),
  publisher: z.string().min(2).describe('Who published it.'),
  date: partialDate.optional().describe('When it was published; left out if the source does not say.'),
  language: z
    .string()
    .regex(/^[a-z]{2}$/, 'is not a two-letter language code such as lv')
    .describe('The language it is written in.'),
  kind: z.enum(['document', 'web', 'law', 'register']),
  href: webAddress.optional().describe('Its public address; left out if there is none or only a part of it is known.'),
  use: z.string().min(10).describe('One Latvian sentence: what the site takes from it.'),
  note: z.string().min(2).optional().describe('What a reader must know before relying on it.'),
});
export type Source = z.output<typeof sourceSchema>;
