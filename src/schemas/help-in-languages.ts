import { z } from 'zod';
import { languageTag } from './contact.ts';
import { kebabId, localizedText, webAddress } from './shared.ts';

/** The names in { } of a text, sorted. */
export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name).sort();
}

/** A text with exactly these names in { }, each once. Numbers come from the register, so no digit of any script is typed. */
function text(...placeholders: string[]) {
  const wanted = [...placeholders].sort().join(', ');
  return z
    .string()
    .min(2)
    .refine((value) => placeholdersIn(value).join(', ') === wanted, `must have ${wanted ? `exactly {${wanted}}` : 'nothing'} in braces`)
    .refine((value) => !/\p{Nd}/u.test(value), 'has a typed digit; numbers and hours come from content/data/contacts.yml')
    .refine((value) => value === value.trim(), 'begins or ends with a space');
}

/** What every language says. Sentences are short and of simple grammar, so that they survive translation and stress. */
const helpTexts = z.strictObject({
  title: text().describe('Tab title: a neutral word such as “Information”, because it is seen in tabs and in history.'),
  youAreNotAlone: text().describe('The heading of the page.'),
  inDanger: text().describe('Heading above the emergency number.'),
  emergency: text().describe('Who comes, and what to say first.'),
  always: text().describe('Day and night.'),
  everyDay: text('from', 'to').describe('Every day from … to …'),
  mondayToFriday: text('from', 'to').describe('Days by their names: which days are working days differs by country.'),
  closedOnHolidays: text(),
  callIsFree: text(),
  callIsCharged: text(),
  needHelp: text().describe('Heading above the helpline.'),
  helpline: text().describe('What the helpline is about.'),
  isFree: text().describe('Advice costs nothing; the call may.'),
  fromOutside: text().describe('Heading above the centre for newcomers.'),
  newcomers: text(),
  interpreter: text().optional().describe('An interpreter helps in this language. Only where the register says so.'),
  harmed: text().describe('Heading above the line for victims of crime.'),
  victims: text(),
  atNight: text().describe('Heading above the crisis line.'),
  crisis: text().describe('Names the languages in which the crisis line answers.'),
  goodToKnow: text().describe('Heading.'),
  signs: text().describe('Questions by which a reader knows that the page is meant for them.'),
  anonymous: text('victims').describe('Where one may stay anonymous. The register confirms it for this line only.'),
  withoutPapers: text(),
  whatHappens: text().describe('Heading.'),
  steps: z.tuple([text('helpline'), text(), text(), text()]).describe('What happens on the helpline, with the limits of confidence.'),
  yourLanguage: text().describe('Heading.'),
  sayLanguage: text().describe('Interpreters are not confirmed; what to say first.'),
  notInLatvia: text().describe('Heading above the consular line.'),
  abroad: text().describe('Whom the consular line helps.'),
  abroadDanger: text('emergency').describe('The emergency number holds in the whole European Union.'),
  exit: text().describe('The link that leaves the page.'),
  exitNote: text().describe('What leaving does not do.'),
  leaving: text().describe('On the empty screen while the neutral page loads.'),
  otherLanguages: text(),
  more: text().describe('Before the links to the whole site in its three languages.'),
  notReviewed: text().describe('Shown while reviewed is false.'),
  numbersChecked: text('date'),
  mirror: text().describe('Shown while the site is not the institution’s own.'),
});
export type HelpTexts = z.output<typeof helpTexts>;

const helpLanguage = z.strictObject({
  id: languageTag.describe('Also the last word of the page’s address.'),
  ownName: z.string().min(2).describe('The language’s name in the language.'),
  name: localizedText.describe('For those who choose it for somebody else. Latvian: the form before “valoda”.'),
  direction: z.enum(['ltr', 'rtl']),
  exitHref: webAddress.describe('Where the exit link leads: neutral, fast, in the reader’s language.'),
  reviewed: z.boolean().describe('Whether a native speaker has checked the texts.'),
  texts: helpTexts,
});
export type HelpLanguage = z.output<typeof helpLanguage>;

/** content/data/help-in-languages.yml: the smallest help page in many languages. */
export const helpInLanguagesSchema = z.strictObject({
  contacts: z
    .strictObject({ emergency: kebabId, helpline: kebabId, newcomers: kebabId, victims: kebabId, crisis: kebabId, abroad: kebabId })
    .describe('Ids of content/data/contacts.yml; the first phone of each is shown.'),
  sayAloud: z.strictObject({ lv: text('language'), en: text('language') }).describe('The first sentences of a call.'),
  list: z
    .strictObject({
      title: localizedText,
      tabTitle: localizedText,
      description: localizedText,
      lead: localizedText,
      notReviewed: localizedText,
    })
    .describe('Words of the page that lists the languages.'),
  languages: z
    .array(helpLanguage)
    .min(1)
    .superRefine((languages, context) => {
      languages.forEach(({ id }, index) => {
        if (languages.findIndex((other) => other.id === id) !== index)
          context.addIssue({ code: 'custom', path: [index, 'id'], message: `${id} stands twice` });
      });
    }),
});
export type HelpInLanguages = z.output<typeof helpInLanguagesSchema>;
/** What a contact is for on these pages. */
export type HelpRole = keyof HelpInLanguages['contacts'];
