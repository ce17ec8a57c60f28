import { z } from 'zod';
import { kebabId } from './shared.ts';

/** content/data/synonyms.yml: words that readers use for the same thing; for the Latvian search. */
export const synonymSetSchema = z.strictObject({
  id: kebabId.describe('Short English name of what the words mean. Never changes.'),
  words: z
    .array(
      z
        .string()
        .regex(/^\p{L}+(?:[ -]\p{L}+)*$/u, 'has something other than letters, single spaces and hyphens')
        .max(60),
    )
    .min(2)
    .refine((words) => new Set(words.map((word) => word.toLowerCase())).size === words.length, 'names a word twice')
    .describe('Latvian words and phrases in their basic form, the most usual first. Other forms of a word need not be listed.'),
});
export type SynonymSet = z.output<typeof synonymSetSchema>;
