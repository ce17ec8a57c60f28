import { describe, expect, test } from 'vitest';
import { attribute, textOf } from '../support/built-site/html.ts';
import { allPages, everyPage, type Page, plantedPage, select } from '../support/built-site/pages.ts';
import { digitsOf, world } from '../support/built-site/records.ts';

interface Number {
  e164?: string | undefined;
  shortCode?: string | undefined;
  printed: string;
  printedInternational?: string | undefined;
}

/** Numbers of contacts, and the emergency numbers of countries. */
const phones: Number[] = [
  ...world().contacts.flatMap(({ value }) => value.phones),
  ...world().countries.flatMap(({ value }) => value.emergency.map(({ shortCode }) => ({ shortCode, printed: shortCode }))),
];
const registered = new Set(phones.map(({ e164, shortCode }) => `tel:${e164 ?? shortCode}`));

function registerFaults(page: Page): string[] {
  const calls = select(page, (one) => (attribute(one, 'href') ?? '').startsWith('tel:'));
  return calls
    .map((call) => attribute(call, 'href') ?? '')
    .flatMap((href) => (registered.has(href) ? [] : [`${href} is in neither content/data/contacts.yml nor countries.yml`]));
}

/** What is read must be what is dialled, and no line may end within it. */
function wordingFaults(page: Page): string[] {
  return select(page, (one) => (attribute(one, 'href') ?? '').startsWith('tel:')).flatMap((call) => {
    const href = attribute(call, 'href') ?? '';
    const text = textOf(call);
    const shown = phones
      .filter(({ e164, shortCode }) => `tel:${e164 ?? shortCode}` === href)
      .flatMap((phone) => [phone.printed, phone.printedInternational ?? phone.printed]);
    const hasDigits = shown.some((printed) => digitsOf(text).includes(digitsOf(printed)));
    if (!hasDigits) return [`"${text}" dials ${href}`];
    return /\d \d{2}/.test(text) ? [`"${text}" may break between its digits; use no-break spaces`] : [];
  });
}

describe('the rule', () => {
  test('finds a planted number that nobody registered', () =>
    expect(registerFaults(plantedPage('<a href="tel:+37120000000">2000 0000</a>'))).toHaveLength(1));
  test('finds a planted link that dials another number', () =>
    expect(wordingFaults(plantedPage('<a href="tel:112">113</a>'))).toHaveLength(1));
  test('finds a planted number that breaks', () => {
    const phone = phones.find(({ printed, e164 }) => e164 && printed.includes('\u00a0'));
    expect(wordingFaults(plantedPage(`<a href="tel:${phone?.e164}">${phone?.printed.replaceAll('\u00a0', ' ')}</a>`))).toHaveLength(1);
  });
});

everyPage('dials only numbers of content/data/contacts.yml and countries.yml', registerFaults, allPages);
everyPage('prints the numbers that it dials, unbroken', wordingFaults, allPages);
