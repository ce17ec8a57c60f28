import { describe, expect, test } from 'vitest';
import { locales, type Locale } from '../../src/i18n/locales.ts';
import { attribute } from '../support/built-site/html.ts';
import {
  contactAddress,
  contactPages,
  contacts,
  countries,
  countryAddress,
  countryPages,
  helpFront,
  type RecordPage,
} from '../support/built-site/help.ts';
import { alternatesOf, bodyText, isIndexed, type Page, pageAt, plantedPage } from '../support/built-site/pages.ts';
import { origin } from '../support/built-site/records.ts';

/** Addresses that a page links to in its main part. */
function linksOn(address: string): Set<string> {
  const page = pageAt(address);
  return new Set(page?.named('a').map((link) => attribute(link, 'href') ?? ''));
}

function twinFaults<T>({ record, page }: RecordPage<T>, address: (record: T, locale: Locale) => string): string[] {
  const said = alternatesOf(page);
  return locales
    .filter((locale) => said.get(locale) !== origin() + address(record, locale))
    .map((locale) => `does not name its twin in ${locale}`);
}

function missingTexts(page: Page, texts: readonly string[]): string[] {
  const shown = bodyText(page).replaceAll(/[\u00a0\s]+/g, ' ');
  return texts.filter((text) => !shown.includes(text.replaceAll(/[\u00a0\s]+/g, ' '))).map((text) => `does not say "${text}"`);
}

/** The page of the site map, and the standing pages that list contacts and countries, by language. */
const lists: Record<Locale, { map: string; all: string; abroad: string }> = {
  lv: { map: '/lv/lapas-karte/', all: `${helpFront('lv')}visi-kontakti/`, abroad: `${helpFront('lv')}ja-esi-arzemes/` },
  en: { map: '/en/site-map/', all: `${helpFront('en')}all-contacts/`, abroad: `${helpFront('en')}abroad/` },
  ru: { map: '/ru/karta-sajta/', all: `${helpFront('ru')}vse-kontakty/`, abroad: `${helpFront('ru')}za-granicej/` },
};

describe('the rule', () => {
  test('finds a planted page without a text of its record', () =>
    expect(missingTexts(plantedPage('<p>A</p>'), ['A', 'B'])).toEqual(['does not say "B"']));
  test('does not mind how words are spaced', () => expect(missingTexts(plantedPage('<p>2861\u00a02120</p>'), ['2861 2120'])).toEqual([]));
});

describe.each(contactPages())('$page.address', (shown) => {
  const { record, locale, page } = shown;
  test('names, explains and dates the contact', () => {
    const { name, what, forWhom, note, email, phones } = record;
    const numbers = phones.flatMap(({ printed, label, cost }) => [printed, label[locale], cost.text[locale]]);
    expect(
      missingTexts(page, [
        name[locale],
        what[locale],
        forWhom[locale],
        ...(note ? [note[locale]] : []),
        ...(email ? [email] : []),
        ...numbers,
      ]),
    ).toEqual([]);
    expect(page.named('time').map((time) => attribute(time, 'datetime'))).toContain(record.checkedOn);
  });
  test('links every source and every number to call instead', () => {
    const links = linksOn(page.address);
    expect(record.sources.filter((source) => 'href' in source && !links.has(source.href))).toEqual([]);
    const others = [...(record.nightFallback ?? []), ...(record.callInstead ?? [])].map(
      (id) => contacts.find((contact) => contact.id === id)?.phones[0],
    );
    expect(others.filter((phone) => phone && !links.has(`tel:${phone.e164 ?? phone.shortCode}`))).toEqual([]);
  });
  test('may be found, and knows its twins', () => {
    expect(isIndexed(page)).toBe(true);
    expect(twinFaults(shown, contactAddress)).toEqual([]);
    expect(linksOn(lists[locale].map)).toContain(page.address);
    if (record.category !== 'abroad') expect(linksOn(lists[locale].all)).toContain(page.address);
  });
});

describe.each(countryPages())('$page.address', (shown) => {
  const { record, locale, page } = shown;
  test('dials the emergency numbers, its contacts and the consul', () => {
    const links = linksOn(page.address);
    const phones = [...record.contacts, record.consular].flatMap((id) => contacts.find((contact) => contact.id === id)?.phones ?? []);
    expect(
      [...record.emergency, ...phones]
        .map((phone) => `tel:${'e164' in phone && phone.e164 ? phone.e164 : phone.shortCode}`)
        .filter((href) => !links.has(href)),
    ).toEqual([]);
    const consul = contacts.find(({ id }) => id === record.consular)?.phones[0]?.printedInternational ?? '';
    expect(
      missingTexts(page, [
        record.name[locale],
        consul,
        ...(record.notes ? [record.notes[locale]] : []),
        ...record.emergency.map(({ label }) => label[locale]),
      ]),
    ).toEqual([]);
  });
  test('may be found, and knows its twins', () => {
    expect(twinFaults(shown, countryAddress)).toEqual([]);
    expect(linksOn(lists[locale].map)).toContain(page.address);
    expect(linksOn(lists[locale].abroad)).toContain(page.address);
  });
});

test('there are contacts and countries', () => expect([contacts.length > 30, countries.length > 10]).toEqual([true, true]));
