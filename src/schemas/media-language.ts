import { z } from 'zod';

/** content/data/media-language.yml: places where our own texts keep words that the headline checker finds. */
export const keptWordsSchema = z.strictObject({
  file: z
    .string()
    .min(1)
    .describe(
      'Path below content/, for example pages/lv/formas.mdx; * stands for any letters but /, so pages/*/vardi.mdx is all languages.',
    ),
  rules: z
    .union([z.literal('all'), z.array(z.string().min(1)).min(1)])
    .describe('Rules of src/media-language that find something there, or all for a text that teaches the wrong words.'),
  reason: z.string().min(10).describe('Why the words stay: a quoted title, the words of a law, a marked example.'),
});
export type KeptWords = z.output<typeof keptWordsSchema>;
