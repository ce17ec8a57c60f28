import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { locales } from '../../src/i18n/locales.ts';
import { contactSchema } from '../../src/schemas/contact.ts';
import { textFile } from '../support/built-site/dist.ts';
import { contactAddress, contacts, countries, countryAddress } from '../support/built-site/help.ts';
import { origin, world } from '../support/built-site/records.ts';

const inAllLanguages = z.strictObject({ lv: z.string(), en: z.string(), ru: z.string() });

/** The register's own fields, but for notes to editors and numbers that are no longer right. */
const { shape } = z.strictObject(contactSchema.shape).omit({ phones: true, sources: true, publish: true, replaces: true });

/** What users of the file may rely on. A field may be added here; one that changes or goes needs a new version. */
const fileSchema = z.strictObject({
  version: z.literal(1),
  licence: z.url(),
  checkedOn: z.strictObject({ oldest: z.iso.date(), newest: z.iso.date() }),
  contacts: z.array(
    z.strictObject({
      ...shape,
      phones: z.array(z.looseObject({ printed: z.string(), label: inAllLanguages, hoursInWords: inAllLanguages })),
      page: inAllLanguages,
    }),
  ),
  countries: z.array(
    z.strictObject({
      id: z.string(),
      name: inAllLanguages,
      emergency: z.array(z.strictObject({ shortCode: z.string(), label: inAllLanguages })),
      contacts: z.array(z.string()),
      consular: z.string(),
      links: z.array(z.strictObject({ href: z.url(), label: inAllLanguages })).optional(),
      notes: inAllLanguages.optional(),
      checkedOn: z.iso.date(),
      page: inAllLanguages,
    }),
  ),
  holidays: z.array(z.strictObject({ when: z.string(), movesToMonday: z.boolean() })),
});
type File = z.output<typeof fileSchema>;

const text = textFile('help.json');
const file = JSON.parse(text) as File;

/** Numbers, e-mail and postal addresses that must not be given out any more. */
function withdrawnIn(json: string): string[] {
  const folded = json.replaceAll(/[\s\u00a0-]/g, '').toLowerCase();
  return world()
    .withdrawnContacts.filter(
      ({ value: { kind, value } }) => kind !== 'claim' && folded.includes(value.replaceAll(/[\s-]/g, '').toLowerCase()),
    )
    .map(({ value }) => value.id);
}

describe('help.json', () => {
  test('has the form that its users rely on', () =>
    expect(z.prettifyError(fileSchema.safeParse(file).error ?? new z.ZodError([]))).toBe(''));

  test('says of every contact what the register says, and nothing else', () => {
    expect(file.contacts.map(({ id }) => id)).toEqual(contacts.map(({ id }) => id));
    for (const [index, contact] of contacts.entries()) {
      const { page, phones, ...rest } = file.contacts[index] ?? ({} as File['contacts'][number]);
      expect({ ...contact, ...rest }).toEqual(contact);
      expect(phones.map(({ hoursInWords, ...phone }) => ({ ...phone, words: Object.keys(hoursInWords) }))).toEqual(
        contact.phones.map((phone) => ({ ...phone, words: [...locales] })),
      );
      expect(page).toEqual(Object.fromEntries(locales.map((locale) => [locale, origin() + contactAddress(contact, locale)])));
    }
  });

  test('says of every country what the register says, and nothing else', () => {
    expect(new Set(file.countries.map(({ id }) => id))).toEqual(new Set(countries.map(({ id }) => id)));
    for (const { page, ...rest } of file.countries) {
      const country = countries.find(({ id }) => id === rest.id);
      expect({ ...country, ...rest }).toEqual(country);
      expect(page).toEqual(Object.fromEntries(locales.map((locale) => [locale, country && origin() + countryAddress(country, locale)])));
    }
  });

  test('gives no notes for editors and nothing withdrawn', () => {
    expect(text).not.toContain('"says"');
    expect(withdrawnIn(text)).toEqual([]);
    const [phone] = world().withdrawnContacts.filter(({ value }) => value.kind === 'phone');
    expect(withdrawnIn(`{"a":"${phone?.value.value}"}`)).not.toEqual([]);
  });
});
