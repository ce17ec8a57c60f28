import { describeHours } from '~/i18n/hours.ts';
import { locales, type Locale } from '~/i18n/locales.ts';
import { translator } from '~/i18n/t.ts';
import type { Contact, OpeningHours } from '~/schemas/contact.ts';
import type { Country } from '~/schemas/country.ts';
import { contactPath, publishedContacts } from './contacts.ts';
import { countriesIn, countryPath } from './countries.ts';
import { holidays } from './site.ts';

/** Raised when a field is renamed or taken away; new fields may come at any time. */
const version = 1;

/** /help.json: all contacts for anybody to reuse. The form is explained in content/README.md. `origin` is the scheme and host of this copy. */
export async function openData(origin: string) {
  const contacts = publishedContacts();
  const countries = countriesIn('lv');
  const days = [...contacts, ...countries].map(({ checkedOn }) => checkedOn).sort();
  return {
    version,
    licence: 'https://creativecommons.org/licenses/by/4.0/',
    checkedOn: { oldest: days[0], newest: days.at(-1) },
    contacts: await Promise.all(
      contacts.map(async (contact) => ({
        ...published(contact),
        page: await pagesOf((locale) => contactPath(contact.id, locale), origin),
      })),
    ),
    countries: await Promise.all(
      countries.map(async (country) => ({
        ...publishedCountry(country),
        page: await pagesOf((locale) => countryPath(country, locale), origin),
      })),
    ),
    holidays: holidays().map(({ when, movesToMonday = false }) => ({ when, movesToMonday })),
  };
}

/** Notes for editors and numbers that are no longer right stay behind. */
function published({
  id,
  category,
  name,
  what,
  forWhom,
  phones,
  languages,
  textChannels,
  email,
  web,
  address,
  visitingHours,
  nightFallback,
  callInstead,
  note,
  checkedOn,
  newestSourceOn,
  confidence,
}: Contact) {
  return {
    id,
    category,
    name,
    what,
    forWhom,
    phones: phones.map((phone) => ({ ...phone, hoursInWords: hoursInWords(phone.hours) })),
    languages,
    textChannels,
    email,
    web,
    address,
    visitingHours,
    nightFallback,
    callInstead,
    note,
    checkedOn,
    newestSourceOn,
    confidence,
  };
}

/** For those who show hours without computing with them. */
function hoursInWords(hours: OpeningHours): Record<string, string> {
  return Object.fromEntries(locales.map((locale) => [locale, describeHours(hours, locale, translator(locale))]));
}

function publishedCountry({ id, name, emergency, contacts, consular, links, notes, checkedOn }: Country) {
  return { id, name, emergency, contacts, consular, links, notes, checkedOn };
}

async function pagesOf(path: (locale: Locale) => Promise<string>, origin: string): Promise<Record<string, string>> {
  return Object.fromEntries(await Promise.all(locales.map(async (locale) => [locale, origin + (await path(locale))] as const)));
}
