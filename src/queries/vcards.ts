import { describeHours } from '~/i18n/hours.ts';
import { locales, type Locale } from '~/i18n/locales.ts';
import { translator } from '~/i18n/t.ts';
import type { Contact, Phone } from '~/schemas/contact.ts';
import { publishedContacts, shortName } from './contacts.ts';

export const vcardVersions = ['4.0', '3.0'] as const;
export type VcardVersion = (typeof vcardVersions)[number];

/** The name on a card that must not give its owner away is no name of anybody: "Info 2120". */
export function neutralName({ phones: [phone] }: Contact): string | undefined {
  return phone && `Info ${numberOf(phone).slice(-4)}`;
}

/** Address of a contact's card; without a language it is the neutral one. Contacts without phone and e-mail have none. */
export function vcardPath({ id }: Pick<Contact, 'id'>, version: VcardVersion, locale?: Locale): string {
  const kind = locale === undefined ? '-info' : locale === 'lv' ? '' : `-${locale}`;
  return `/kontakti/${id}${kind}${version === '3.0' ? '-3' : ''}.vcf`;
}

export function hasVcard({ phones, email }: Contact): boolean {
  return phones.length > 0 || email !== undefined;
}

/** Paths of `kontakti/[card].vcf.ts`. */
export function vcardPaths() {
  const cardOf = (path: string) => path.slice('/kontakti/'.length, -'.vcf'.length);
  return publishedContacts()
    .filter(hasVcard)
    .flatMap((contact) =>
      vcardVersions.flatMap((version) => [
        ...locales.map((locale) => ({
          params: { card: cardOf(vcardPath(contact, version, locale)) },
          props: { text: vcard(contact, version, locale) },
        })),
        ...(contact.phones.length > 0
          ? [{ params: { card: cardOf(vcardPath(contact, version)) }, props: { text: neutralVcard(contact, version) } }]
          : []),
      ]),
    );
}

/** RFC 6350 (4.0) or RFC 2426 (3.0): all that a phone book may keep of a contact. */
export function vcard(contact: Contact, version: VcardVersion, locale: Locale): string {
  const t = translator(locale);
  const { phones, email, web, address, languages = [], checkedOn } = contact;
  const name = escaped(shortName(contact, locale));
  const hours = phones
    .map(({ printed, label, hours: when }) => `${label[locale]}, ${printed}: ${describeHours(when, locale, t)}`)
    .join('\n');
  return wrapped(version, [
    ...(version === '4.0' ? ['KIND:org'] : []),
    `FN:${name}`,
    `N:${name};;;;`,
    `ORG:${name}`,
    ...phones.map((phone) => telephone(phone, version)),
    ...(email ? [`EMAIL:${email}`] : []),
    ...(web ? [`URL:${web}`] : []),
    ...(address
      ? [`ADR:;;${[address.street, address.place, '', address.postcode, address.country.toUpperCase()].map(escaped).join(';')}`]
      : []),
    ...(version === '4.0' ? languages.map((language) => `LANG:${language}`) : []),
    ...(hours ? [`NOTE:${escaped(hours)}`] : []),
    `REV:${checkedOn.replaceAll('-', '')}T000000Z`,
  ]);
}

/** A card with numbers only, under a name that says nothing. */
function neutralVcard(contact: Contact, version: VcardVersion): string {
  const name = neutralName(contact) ?? '';
  return wrapped(version, [`FN:${name}`, `N:${name};;;;`, ...contact.phones.map((phone) => telephone(phone, version))]);
}

function telephone(phone: Phone, version: VcardVersion): string {
  // A short number is no tel: address of its own (RFC 3966 wants a context), so it stands as text.
  const isAddress = version === '4.0' && phone.e164 !== undefined;
  return isAddress ? `TEL;TYPE=voice;VALUE=uri:tel:${numberOf(phone)}` : `TEL;TYPE=voice:${numberOf(phone)}`;
}

function numberOf({ e164, shortCode }: Phone): string {
  return e164 ?? shortCode ?? '';
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll('\n', '\\n');
}

function wrapped(version: VcardVersion, lines: readonly string[]): string {
  return ['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD', ''].map(folded).join('\r\n');
}

/** No line is longer than 75 octets; a further one begins with a space. Letters are not cut. */
function folded(line: string): string {
  const parts = [''];
  for (const letter of line) {
    const part = parts.at(-1) ?? '';
    if (Buffer.byteLength(part + letter) > (parts.length === 1 ? 75 : 74)) parts.push(letter);
    else parts[parts.length - 1] = part + letter;
  }
  return parts.join('\r\n ');
}
