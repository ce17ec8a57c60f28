import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { locales } from '../../src/i18n/locales.ts';
import type { Contact } from '../../src/schemas/contact.ts';
import { distFiles, hasFile, textFile } from '../support/built-site/dist.ts';
import { attribute } from '../support/built-site/html.ts';
import { contactPages, contacts } from '../support/built-site/help.ts';
import { digitsOf } from '../support/built-site/records.ts';

const TELLING = /palīdz|centr|biedrīb|policij|help|police|помощ|полиц|drosa|marta/i;

interface Card {
  version: string;
  name: string;
  numbers: string[];
  properties: string[];
}

/** Reads a card with a library of its own, in either version. Throws where it is none. */
function readCard(text: string): Card {
  const all = ICAL.Component.fromString(text).getAllProperties();
  const valuesOf = (name: string) => all.filter((one) => one.name === name).map((one) => String(one.getFirstValue()));
  return {
    version: valuesOf('version')[0] ?? '',
    name: valuesOf('fn')[0] ?? '',
    numbers: valuesOf('tel').map(digitsOf),
    properties: all.map((one) => one.name),
  };
}

/** What makes a phone refuse a card: line ends, long lines, missing parts, numbers. */
function faults(text: string, version: string, { phones }: Contact): string[] {
  const lines = text.split('\r\n');
  const card = readCard(text);
  const numbers = phones.map(({ e164, shortCode }) => digitsOf(e164 ?? shortCode ?? ''));
  return [
    ...(text.replaceAll('\r\n', '').includes('\n') || lines.at(-1) !== '' ? ['has a line that does not end in CR LF'] : []),
    ...lines.filter((line) => Buffer.byteLength(line) > 75).map((line) => `has a long line: ${line}`),
    ...(lines[0] === 'BEGIN:VCARD' && lines[1] === `VERSION:${version}` ? [] : [`does not begin as vCard ${version}`]),
    ...(card.version === version && card.name !== '' && card.properties.includes('n') ? [] : ['has no name']),
    ...(card.numbers.join() === numbers.join() ? [] : [`dials ${card.numbers.join()}, the register has ${numbers.join()}`]),
  ];
}

const [first] = contacts.filter(({ phones }) => phones.length > 1);
if (!first) throw new Error('no contact has two phones');

describe('the rule', () => {
  const text = textFile(`kontakti/${first.id}.vcf`);

  test('passes a sound card', () => expect(faults(text, '4.0', first)).toEqual([]));
  test('finds a planted other number', () => expect(faults(text.replace(/tel:\+\d/, 'tel:+9'), '4.0', first)).toHaveLength(1));
  test('finds planted Unix line ends', () => expect(faults(text.replaceAll('\r\n', '\n'), '4.0', first).length).toBeGreaterThan(0));
  test('finds a planted long line', () =>
    expect(faults(text.replace('END:VCARD', `X-A:${'a'.repeat(80)}\r\nEND:VCARD`), '4.0', first)).toHaveLength(1));
  test('finds a planted other version', () => expect(faults(text, '3.0', first)).toHaveLength(2));
});

describe.each(contacts.filter(({ phones, email }) => phones.length > 0 || email))('$id', (contact) => {
  test.each(locales.flatMap((locale) => [['4.0', locale] as const, ['3.0', locale] as const]))(
    'has a sound card %s in %s, named like the contact',
    (version, locale) => {
      const file = `kontakti/${contact.id}${locale === 'lv' ? '' : `-${locale}`}${version === '3.0' ? '-3' : ''}.vcf`;
      expect(faults(textFile(file), version, contact)).toEqual([]);
      expect(contact.name[locale]).toContain(readCard(textFile(file)).name.slice(0, 12));
    },
  );

  test.skipIf(contact.phones.length === 0).each(['4.0', '3.0'])('has a card %s whose name and contents give nothing away', (version) => {
    const text = textFile(`kontakti/${contact.id}-info${version === '3.0' ? '-3' : ''}.vcf`);
    const { name, properties } = readCard(text);
    expect(faults(text, version, contact)).toEqual([]);
    expect(name).toMatch(/^Info \d{3,4}$/);
    expect(TELLING.test(text)).toBe(false);
    expect([...new Set(properties)].sort()).toEqual(['fn', 'n', 'tel', 'version']);
  });
});

test('the pages offer every card, under a file name that gives nothing away', () => {
  const offered = contactPages().flatMap(({ page }) => page.named('a').filter((link) => attribute(link, 'download') !== undefined));
  const files = [...new Set(offered.map((link) => (attribute(link, 'href') ?? '').slice(1)))];
  expect(files.filter((file) => !hasFile(file))).toEqual([]);
  expect(files.sort()).toEqual(distFiles.filter((file) => file.endsWith('.vcf')));
  expect([...new Set(offered.map((link) => attribute(link, 'download')))].sort()).toEqual(['contact.vcf', 'kontakt.vcf', 'kontakts.vcf']);
});
