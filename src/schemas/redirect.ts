import { z } from 'zod';
import { isoDay } from './shared.ts';

const OLD_ADDRESS = /^\/(?:[\w-]+(?:\/[\w-]+)*)?$/;
const TARGET = /^(?:(?:news|pages)\/[a-z0-9-]+|\/(?:[a-z0-9-]+\/)+(?:#[\w-]+)?)$/;

/** One line of content/data/redirects.yml: an address that was once published, and the page that took its place. */
export const redirectSchema = z.strictObject({
  from: z
    .string()
    .regex(OLD_ADDRESS, 'is not an old address. Write the path only, without domain and without a slash at the end')
    .describe('Path of the old address, on every domain the site ever had.'),
  to: z
    .string()
    .regex(TARGET, 'is neither news/<file name>, pages/<file name> nor a path such as /lv/jaunumi/')
    .describe('news/<file name without .md>, pages/<file name without ending>, or a path of this site ending in a slash.'),
  isTemporary: z.literal(true).optional().describe('The target will change: answered by 302, which no browser keeps for good.'),
  sinceOn: isoDay.describe('The day the old address stopped being a page here.'),
  reason: z.string().min(10, 'is too short to explain the move').describe('Why, for the next editor.'),
});
export type RedirectRecord = z.output<typeof redirectSchema>;

/** content/data/redirects.yml. Every `from` stands once. */
export const redirectsSchema = z
  .array(redirectSchema)
  .min(1, 'has no line. The old addresses may not be dropped')
  .superRefine((records, context) => {
    const seen = new Set<string>();
    for (const [index, { from }] of records.entries()) {
      if (seen.has(from))
        context.addIssue({
          code: 'custom',
          path: [index, 'from'],
          message: `${from} stands twice. Delete one line`,
        });
      seen.add(from);
    }
  });
