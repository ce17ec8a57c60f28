import { z } from 'zod';
import { isoDay, kebabId, sourceReference } from './shared.ts';

/** The parts of the easy-to-read section, in the order in which its front shows them; `easyRead.part.<part>` names them. */
export const easyReadParts = ['help', 'trafficking', 'safety', 'pages'] as const;
export type EasyReadPart = (typeof easyReadParts)[number];

/** Front matter of a page in easy language (content/easy-read). `index` is the section’s front. */
export const easyReadSchema = z.strictObject({
  title: z.string().min(3).max(50).describe('What the page is about, in easy words.'),
  description: z
    .string()
    .min(50, 'is shorter than 50 characters')
    .max(160, 'is longer than 160 characters')
    .describe('Short sentences for the section’s front and for search results.'),
  longPage: z
    .templateLiteral(['pages/', kebabId], 'is no entry such as pages/pazimes')
    .describe('The page in usual language that says more.'),
  part: z.enum(easyReadParts).optional().describe('The part of the section; only its front has none.'),
  order: z.int().min(0).describe('The place in the section; no two pages of a language share one. 0 is the front.'),
  picture: kebabId
    .optional()
    .describe('Id of content/data/easy-pictures.yml: what the section’s front shows of the page; only the front has none.'),
  urlSlug: kebabId.optional().describe('The address word of an English or Russian page; Latvian pages and fronts have none.'),
  tabTitle: z.string().min(3).optional().describe('A neutral title for the tab and history of a page that must not give its reader away.'),
  testers: z
    .array(
      z.strictObject({
        who: z.string().min(1).describe('The readers as they want to be called, and who was with them.'),
        testedOn: isoDay,
        result: z.string().min(1).describe('What came of it, in one easy sentence.'),
      }),
    )
    .describe('Tests by people who need easy language. Empty: the page says that there was none.'),
  checkedOn: isoDay.describe('The day somebody last checked that all of it is true.'),
  sources: z.array(sourceReference).describe('What the page rests on.'),
});
export type EasyReadFrontMatter = z.output<typeof easyReadSchema>;
