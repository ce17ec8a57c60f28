import { locales, type Locale } from '../../../src/i18n/locales.ts';
import { addressWords, pathIn } from '../../../src/i18n/paths.ts';
import type { Contact } from '../../../src/schemas/contact.ts';
import type { Country } from '../../../src/schemas/country.ts';
import { type Page, pageAt } from './pages.ts';
import { world } from './records.ts';

export const contacts: readonly Contact[] = world().contacts.map(({ value }) => value);
export const countries: readonly Country[] = world().countries.map(({ value }) => value);

/** The address of the front of help; contacts and countries stand below it. */
export function helpFront(locale: Locale): string {
  const front = world().pages.find((page) => page.locale === locale && page.name === 'kur-meklet-palidzibu');
  return pathIn(locale, front?.data.urlSlug ?? 'kur-meklet-palidzibu');
}

export function contactAddress({ id }: Contact, locale: Locale): string {
  return `${helpFront(locale)}${id}/`;
}

export function countryAddress({ urlSlug }: Country, locale: Locale): string {
  return `${helpFront(locale)}${addressWords.abroad[locale]}/${urlSlug[locale]}/`;
}

/** A record with its page in one language. */
export interface RecordPage<T> {
  record: T;
  locale: Locale;
  page: Page;
}

/** The pages of all records in all languages. Throws at the first that is not built. */
function pagesOf<T>(records: readonly T[], address: (record: T, locale: Locale) => string): RecordPage<T>[] {
  return records.flatMap((record) =>
    locales.map((locale) => {
      const page = pageAt(address(record, locale));
      if (!page) throw new Error(`nothing stands at ${address(record, locale)}`);
      return { record, locale, page };
    }),
  );
}

export const contactPages = (): RecordPage<Contact>[] => pagesOf(contacts, contactAddress);
export const countryPages = (): RecordPage<Country>[] => pagesOf(countries, countryAddress);
