import { z } from 'zod';
import { factFields, year } from './shared.ts';

/** A figure that texts show by `:fact[id]`. Files: seeds/facts/figures-<source>.yml. */
export const figureSchema = z.strictObject({
  ...factFields,
  value: z.union([z.number(), z.string().min(1)]).describe('A number; a text such as "12–15" only if it is not one number.'),
  label: z
    .strictObject({
      lv: z.string().min(1),
      en: z.string().min(1).optional(),
      ru: z.string().min(1).optional(),
    })
    .describe('What is counted, with the unit; en and ru where an English or Russian text shows the figure.'),
  year: year.optional().describe('The year the figure is about.'),
});
export type Figure = z.output<typeof figureSchema>;
