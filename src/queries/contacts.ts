import { collator } from '~/i18n/format.ts';
import { locales, type Locale } from '~/i18n/locales.ts';
import { translator } from '~/i18n/t.ts';
import type { Contact } from '~/schemas/contact.ts';
import { standingPage, type Alternates } from './pages.ts';
import { world } from './world.ts';

/** File name of the standing page that contacts and countries stand below. */
export const helpFront = 'kur-meklet-palidzibu';

export interface ContactGroup {
  label: string;
  contacts: { contact: Contact; name: string; href: string }[];
}

/** Every contact that is published, in the order of the register. */
export function publishedContacts(): Contact[] {
  return world().contacts.map(({ value }) => value);
}

/** The address of the page that all pages about help stand below. */
export async function helpFrontPath(locale: Locale): Promise<string> {
  const front = await standingPage(helpFront, locale);
  if (!front) throw new Error(`content/pages/${locale}/${helpFront}.mdx is missing. Pages of contacts stand below it.`);
  return front.path;
}

export async function contactPath(id: string, locale: Locale): Promise<string> {
  return `${await helpFrontPath(locale)}${id}/`;
}

/** The addresses of a page that every language has. */
export async function inAllLanguages(path: (locale: Locale) => Promise<string>): Promise<Alternates> {
  return Object.fromEntries(await Promise.all(locales.map(async (locale) => [locale, await path(locale)] as const)));
}

/** Paths of `[locale]/[help]/[contact].astro`; a contact's number stands for its name where that could give a reader away. */
export async function contactPaths() {
  const fronts = await Promise.all(locales.map(async (locale) => ({ locale, help: (await helpFrontPath(locale)).split('/')[2] })));
  return fronts.flatMap(({ locale, help }) =>
    publishedContacts().map((contact, index) => ({
      params: { locale, help, contact: contact.id },
      props: { locale, contact, number: index + 1 },
    })),
  );
}

/** A page of a contact or country, for lists of pages. */
export interface HelpPage {
  path: string;
  label: string;
  alternates: Alternates;
  changedOn: string;
}

/** The pages of all contacts in one language, in the order of the register. */
export function contactPagesIn(locale: Locale): Promise<HelpPage[]> {
  return Promise.all(
    publishedContacts().map(async (contact) => {
      const path = (other: Locale) => contactPath(contact.id, other);
      return {
        path: await path(locale),
        label: shortName(contact, locale),
        alternates: await inAllLanguages(path),
        changedOn: contact.checkedOn,
      };
    }),
  );
}

/** A name without the words in brackets at its end: those are the name in another language, an abbreviation or a department. */
export function shortName({ name }: Pick<Contact, 'name'>, locale: Locale): string {
  return name[locale].replace(/ \([^()]*\)$/, '');
}

/** For search results: name and purpose in at most 160 characters, cut between words. */
export function contactDescription(contact: Contact, locale: Locale): string {
  const whole = `${shortName(contact, locale)}: ${contact.what[locale]} ${contact.forWhom[locale]}`;
  return whole.length <= 160 ? whole : `${whole.slice(0, 159).replace(/[\s,.:–-]+\S*$/, '')}…`;
}

/** Contacts in Latvia by category, in the order of the register. */
export async function contactsInLatvia(locale: Locale): Promise<ContactGroup[]> {
  const t = translator(locale);
  const groups = Map.groupBy(
    publishedContacts().filter(({ category }) => category !== 'abroad'),
    ({ category }) => category,
  );
  return Promise.all([...groups].map(([category, contacts]) => group(t(`category.${category}`), contacts, locale)));
}

/** Contacts with an address by municipality, in the order of the alphabet. */
export async function contactsByPlace(locale: Locale): Promise<ContactGroup[]> {
  const placed = publishedContacts().filter(({ address }) => address?.country === 'lv');
  const { compare } = collator(locale);
  const groups = [...Map.groupBy(placed, ({ address }) => address?.municipality ?? '')].sort(([a], [b]) => compare(a, b));
  return Promise.all(groups.map(([municipality, contacts]) => group(municipality, contacts, locale)));
}

async function group(label: string, contacts: readonly Contact[], locale: Locale): Promise<ContactGroup> {
  return {
    label,
    contacts: await Promise.all(
      contacts.map(async (contact) => ({ contact, name: shortName(contact, locale), href: await contactPath(contact.id, locale) })),
    ),
  };
}
