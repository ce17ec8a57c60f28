import { z } from 'zod';
import { isoDay, kebabId, localizedText, webAddress } from './shared.ts';

/** content/data/site.yml: who runs this copy, and where. */
export const siteSchema = z.strictObject({
  name: localizedText.describe('The site’s name in the header and in titles.'),
  neutralName: localizedText.describe(
    'Stands for the site’s name in tab, history and previews of pages that must not give their reader away.',
  ),
  isMirror: z.boolean().describe('True while this is not the institution’s own site: shows the mirror notice.'),
  operator: z.strictObject({
    name: localizedText,
    email: z.email().nullable().describe('null until there is an address that somebody reads.'),
  }),
  official: z.strictObject({ href: webAddress, body: localizedText }).describe('The resource that is mirrored and who runs it.'),
  origin: webAddress.describe('Scheme and host of this copy, no slash at the end.'),
  onion: z
    .string()
    .regex(/^[a-z2-7]{56}\.onion$/)
    .optional()
    .describe('The address of this copy’s onion service; src/deploy/onion/README.md says how it is made.'),
  oldHosts: z.array(z.string()).min(1).describe('Hosts whose old addresses must keep working.'),
  exitHref: z
    .strictObject({ lv: webAddress, en: webAddress, ru: webAddress })
    .describe('Where the exit link leads: neutral, fast, not personalised.'),
  securityTxtExpiresOn: isoDay.describe('The content gate fails 60 days before.'),
});
export type Site = z.output<typeof siteSchema>;

/** content/data/projects.yml and themes.yml: what news can be filtered by. */
export const topicSchema = z.strictObject({
  id: kebabId.describe('Also the word in the Latvian address.'),
  name: localizedText,
  description: localizedText.describe('One sentence at the top of the list.'),
  urlSlug: z.strictObject({ en: kebabId, ru: kebabId }).describe('The word in the English and Russian addresses.'),
});
export type Topic = z.output<typeof topicSchema>;

/** content/data/navigation.yml: page names, in order. */
export const navigationSchema = z.strictObject({
  header: z.array(z.string()).min(1).describe('Entries such as news or pages/par-vietni.'),
  footer: z.array(z.string()).min(1),
  helpStrip: z
    .strictObject({ emergency: z.string(), helpline: z.string(), links: z.array(z.string()) })
    .describe('Two ids of content/data/contacts.yml, and the entries of the sections that help.'),
  homeContacts: z.array(z.string()).min(1).describe('Ids of content/data/contacts.yml, in order.'),
});
export type Navigation = z.output<typeof navigationSchema>;
