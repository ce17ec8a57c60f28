import { z } from 'zod';
import { isoDay, kebabId, localizedText, sourceReference, webAddress } from './shared.ts';

const digitsOf = (printed: string) => printed.replaceAll(/\D/g, '');

const partialDay = z
  .string({ error: 'is not a date. Write a quoted year, month or day, for example ‘2019’, ‘2019-07’ or ‘2019-07-16’' })
  .regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/, 'is not a date. Write ‘2019’, ‘2019-07’ or ‘2019-07-16’');

const e164 = z
  .string()
  .regex(/^\+[1-9]\d{6,14}$/, 'is not an international number. Write + and digits only, quoted, for example ‘+37128612120’');
const shortCode = z.string().regex(/^\d{3,6}$/, 'is not a short number. Write its digits only, quoted, for example ‘112’');
const printedNumber = z
  .string()
  .regex(/^\+?\d(?:[\d\u00A0]*\d)?$/, 'is not a printed number. Group the digits with no-break spaces (U+00A0), no other signs');
const countryCode = z.string().regex(/^[a-z]{2}$/, 'is not a country code of two small letters, for example lv');

export const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/, 'is not a language tag, for example lv or prs');

/** What a fact rests on: a public page, or a document of seeds/sources.yml. */
export const evidence = z.union(
  [
    z.strictObject({
      href: webAddress.describe('Address of the page.'),
      date: partialDay.optional().describe('Date of the page as exactly as it is known (year, month or day); left out where it has none.'),
      says: z.string().min(3).describe('What it confirms. For editors, in English; not shown to readers.'),
    }),
    sourceReference.extend({
      says: z.string().min(3).describe('What it confirms. For editors, in English; not shown to readers.'),
    }),
  ],
  { error: 'is not a source. Write href, perhaps date, and says; or id (of seeds/sources.yml), where and says' },
);
export type Evidence = z.output<typeof evidence>;

const clockTime = z
  .string()
  .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'is not a time. Write it quoted as ‘09:00’; midnight at the end of a day is ‘24:00’');

const openingRule = z
  .strictObject({
    days: z
      .array(z.enum(['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']))
      .min(1)
      .refine((days) => new Set(days).size === days.length, 'names a day twice')
      .describe('Days of the week on which these times hold.'),
    from: clockTime.describe('First minute at which somebody answers.'),
    to: clockTime.describe('The minute at which answering ends; always later than from, so a night is two rules.'),
  })
  .refine(({ from, to }) => from < to, 'ends before it begins');

/** When somebody answers: always, by rules, or not known. */
export const openingHours = z.union(
  [
    z.strictObject({ always: z.literal(true).describe('Day and night, every day of the year.') }),
    z.strictObject({
      timeZone: z.string().refine(isTimeZone, 'is not a time zone such as Europe/Riga').describe('The clock by which the times are meant.'),
      rules: z.array(openingRule).min(1).describe('Times by day of the week; a day without a rule is closed.'),
      holidays: z.enum(['closed', 'open', 'unknown']).describe('Whether these times also hold on public holidays.'),
    }),
    z.strictObject({
      unknown: z.literal(true).describe('No source states the hours.'),
      text: localizedText.describe('What is said instead of hours: at least that they are not confirmed.'),
    }),
  ],
  { error: 'is none of the three forms { always: true }, { timeZone, rules, holidays } and { unknown: true, text }' },
);
export type OpeningHours = z.output<typeof openingHours>;

/** A number to call. It has either e164 and printedInternational, or shortCode. */
const phone = z
  .strictObject({
    e164: e164.optional().describe('The number as a telephone dials it from anywhere.'),
    shortCode: shortCode.optional().describe('A short number; it works only inside its country.'),
    printed: printedNumber.describe('As it is written at home, grouped with no-break spaces.'),
    printedInternational: printedNumber.optional().describe('As it is written for callers from abroad, beginning with +.'),
    label: localizedText.describe('Which line this is, in a few words.'),
    hours: openingHours.describe('When somebody answers this number.'),
    cost: z
      .strictObject({
        kind: z.enum(['free', 'call-rate', 'unknown']).describe('free: the call costs nothing; call-rate: what the caller’s tariff says.'),
        text: localizedText.describe('The same in words, with its limits.'),
      })
      .describe('What the call costs.'),
    onBill: z
      .enum(['yes', 'no', 'unknown'])
      .describe('Whether the call shows on the phone bill; quote ‘yes’ and ‘no’. unknown unless a source says it.'),
    onBillText: localizedText.optional().describe('The same in words; only where it is known.'),
  })
  .superRefine((value, context) => {
    const fault = (path: string, message: string) => {
      context.addIssue({ code: 'custom', path: [path], message });
    };
    if ((value.e164 === undefined) === (value.shortCode === undefined)) fault('e164', 'write exactly one of e164 and shortCode');
    if ((value.e164 === undefined) !== (value.printedInternational === undefined))
      fault('printedInternational', 'belongs to numbers with e164, and only to them');
    if (value.e164 !== undefined && value.printedInternational !== undefined) {
      const dialled = digitsOf(value.e164);
      if (!value.printedInternational.startsWith('+') || digitsOf(value.printedInternational) !== dialled)
        fault('printedInternational', 'has other digits than e164');
      const home = digitsOf(value.printed);
      const national = home.replace(/^0/, '');
      const same = value.printed.startsWith('+') ? home === dialled : dialled.endsWith(national) && dialled.length - national.length <= 3;
      if (!same) fault('printed', 'has other digits than e164');
    }
    if (value.shortCode !== undefined && digitsOf(value.printed) !== value.shortCode) fault('printed', 'has other digits than shortCode');
    if ((value.onBill === 'unknown') !== (value.onBillText === undefined))
      fault('onBillText', 'is written exactly where onBill is yes or no');
  });
export type Phone = z.output<typeof phone>;

/** A way to get help without speaking. */
const textChannel = z
  .strictObject({
    kind: z.enum(['chat', 'sms', 'whatsapp', 'viber', 'email', 'form']).describe('How one writes.'),
    address: z.string().min(3).describe('Web address (chat, form), international number (sms, whatsapp, viber) or e-mail address.'),
    label: localizedText.describe('What one can write about, in a few words.'),
    hours: openingHours.optional().describe('When messages are answered; left out for e-mail and forms.'),
  })
  .superRefine(({ kind, address }, context) => {
    const form = kind === 'email' ? z.email() : kind === 'chat' || kind === 'form' ? webAddress : e164;
    if (!form.safeParse(address).success) context.addIssue({ code: 'custom', path: ['address'], message: `is not an address for ${kind}` });
  });

const address = z.strictObject({
  street: z.string().min(3).describe('Street, house and flat, as post is addressed.'),
  place: z.string().min(2).describe('Town or village.'),
  postcode: z.string().min(4).describe('Postcode, for example LV-1011.'),
  municipality: z.string().min(2).describe('Municipality, for the list by place.'),
  country: countryCode.describe('ISO 3166 code in small letters.'),
});

/** content/data/contacts.yml: one body or line that a reader may turn to. */
export const contactSchema = z
  .strictObject({
    id: kebabId.describe('Short name by which pages and other records call this contact. Never changes. Quote ‘no’.'),
    category: z
      .enum(['emergency', 'helpline', 'police', 'ngo', 'state', 'consular', 'international', 'abroad'])
      .describe('What kind of body it is. The file is in the order of this list.'),
    name: localizedText.describe('Name as a reader would look for it.'),
    what: localizedText.describe('What it does, in one or two plain sentences.'),
    forWhom: localizedText.describe('Whom it is for.'),
    phones: z.array(phone).describe('Numbers, the one to call first at the top; [] where none is confirmed.'),
    languages: z
      .array(languageTag)
      .min(1)
      .optional()
      .describe('Languages in which one is helped, as language tags; left out where no source says it.'),
    textChannels: z.array(textChannel).min(1).optional().describe('Confirmed ways to write instead of calling.'),
    email: z.email().optional().describe('General e-mail address.'),
    web: webAddress.optional().describe('The body’s own page.'),
    address: address.optional().describe('Where to go, or to send post.'),
    visitingHours: openingHours.optional().describe('When people are received at that address, if it differs from the phones.'),
    nightFallback: z.array(kebabId).min(1).optional().describe('Contacts to call when this one does not answer, best first.'),
    callInstead: z.array(kebabId).min(1).optional().describe('Contacts to call because this one shows no phone, best first.'),
    replaces: z
      .array(z.string().min(3))
      .min(1)
      .optional()
      .describe('Old printed numbers that this contact replaced; each is also in withdrawn-contacts.yml.'),
    note: localizedText.optional().describe('What the reader should know besides: limits, doubts, branches.'),
    sources: z.array(evidence).min(1).describe('Where the facts of this record were found.'),
    checkedOn: isoDay.describe('The day the record was last checked against its sources. After 365 days the content gate fails.'),
    newestSourceOn: partialDay
      .optional()
      .describe('Date of the newest source of the numbers and details shown; left out where no source has a date.'),
    confidence: z
      .enum(['confirmed', 'one-source', 'check'])
      .describe('confirmed: two or more independent sources; one-source: one body says it; check: must be checked before more is shown.'),
    publish: z.enum(['full', 'name-and-web']).describe('name-and-web: no phone, e-mail or address may stand here until it is checked.'),
  })
  .superRefine((contact, context) => {
    const fault = (path: string, message: string) => {
      context.addIssue({ code: 'custom', path: [path], message });
    };
    if (contact.publish === 'name-and-web') {
      if (contact.phones.length > 0) fault('phones', 'must be [] while publish is name-and-web');
      if (contact.email !== undefined) fault('email', 'must be left out while publish is name-and-web');
      if (contact.address !== undefined) fault('address', 'must be left out while publish is name-and-web');
      if (contact.textChannels !== undefined) fault('textChannels', 'must be left out while publish is name-and-web');
    }
    if ((contact.phones.length === 0) !== (contact.callInstead !== undefined))
      fault('callInstead', 'is written exactly where phones is []');
    const answersAlways = contact.phones.some(({ hours }) => 'always' in hours);
    if (contact.phones.length > 0 && !answersAlways && contact.nightFallback === undefined)
      fault('nightFallback', 'is missing: no phone of this contact answers day and night');
    if ([...(contact.nightFallback ?? []), ...(contact.callInstead ?? [])].includes(contact.id))
      fault('id', 'sends the reader back to the same contact');
    const own = contact.phones.map(({ e164: number, shortCode: code }) => digitsOf(number ?? code ?? ''));
    for (const field of ['name', 'what', 'forWhom', 'note'] as const) {
      const stray = Object.values(contact[field] ?? {})
        .flatMap(longNumbersIn)
        .find((number) => !own.includes(number));
      if (stray !== undefined) fault(field, `types the number ${stray}, which is not a phone of this record; numbers come from phones`);
    }
  });
export type Contact = z.output<typeof contactSchema>;

/** content/data/withdrawn-contacts.yml: what no page may show as current. */
export const withdrawnContactSchema = z
  .strictObject({
    id: kebabId.describe('Whose it was and the end of the value, for example skalbes-67222922.'),
    value: z.string().min(2).describe('What is withdrawn: the digits of a number, an e-mail address, an address, or the words of a claim.'),
    kind: z.enum(['phone', 'email', 'address', 'claim']).describe('What the value is.'),
    about: z
      .string()
      .min(3)
      .optional()
      .describe('Only for a claim: the number (digits) or the contact (id) it was said of. The same words may be true of another.'),
    alsoWritten: z.array(z.string().min(2)).min(1).optional().describe('Other ways in which the same value is written.'),
    was: localizedText.describe('Whose it was.'),
    sources: z.array(z.string().min(1)).describe('Ids of seeds/sources.yml that print it; [] where it was seen elsewhere.'),
    insteadContact: kebabId.describe('The contact to show beside it.'),
    reason: localizedText.describe('Why it must not be used, in one sentence.'),
  })
  .superRefine((withdrawn, context) => {
    if ((withdrawn.kind === 'claim') !== (withdrawn.about !== undefined))
      context.addIssue({ code: 'custom', path: ['about'], message: 'is written exactly where kind is claim' });
    if (withdrawn.kind === 'phone' && !/^\d{5,15}$/.test(withdrawn.value))
      context.addIssue({ code: 'custom', path: ['value'], message: 'is not the digits of a number' });
    if (withdrawn.kind === 'email' && !z.email().safeParse(withdrawn.value).success)
      context.addIssue({ code: 'custom', path: ['value'], message: 'is not an e-mail address' });
  });
export type WithdrawnContact = z.output<typeof withdrawnContactSchema>;

/** Numbers of three and more digits in a text, without years. */
function longNumbersIn(text: string): string[] {
  return (text.match(/\d(?:[\d \u00A0-]*\d)?/g) ?? [])
    .map(digitsOf)
    .filter((number) => number.length >= 3 && !/^(?:19|20)\d\d$/.test(number));
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
