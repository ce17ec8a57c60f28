import { describe, expect, test } from 'vitest';
import { textFile } from '../support/built-site/dist.ts';
import { pageAt } from '../support/built-site/pages.ts';
import { buildDay, origin, ownAddress } from '../support/built-site/records.ts';

const FEWEST_DAYS = 60;
const MOST_DAYS = 365;

function fields(text: string): [name: string, value: string][] {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]);
}

/** RFC 9116. */
function faults(text: string, today: string): string[] {
  const read = fields(text);
  const all = (name: string) => read.filter(([field]) => field.toLowerCase() === name).map(([, value]) => value);
  const [expires, ...more] = all('expires');
  const days = (Date.parse(expires ?? '') - Date.parse(today)) / 86_400_000;
  const contacts = all('contact');
  return [
    ...(expires === undefined || more.length > 0 || Number.isNaN(days) ? ['Expires does not stand there once, as a date'] : []),
    ...(days <= FEWEST_DAYS || days >= MOST_DAYS ? [`expires in ${days} days; renew securityTxtExpiresOn in content/data/site.yml`] : []),
    ...(contacts.length > 0 ? [] : ['has no Contact']),
    ...contacts.filter((value) => !/^(?:https|mailto|tel):/.test(value)).map((value) => `Contact ${value} is no address`),
    ...contacts
      .filter((value) => value.startsWith(origin()) && !pageAt(ownAddress(value) ?? ''))
      .map((value) => `nothing stands at ${value}`),
    ...(all('canonical').includes(`${origin()}/.well-known/security.txt`) ? [] : ['Canonical is not its own address']),
    ...(all('preferred-languages').length === 1 ? [] : ['Preferred-Languages does not stand there once']),
    ...(text.endsWith('\n') ? [] : ['the last line has no end']),
  ];
}

describe('the rule', () => {
  const planted = (expires: string, contact = 'mailto:a@example.org') =>
    `Contact: ${contact}\nExpires: ${expires}\nPreferred-Languages: lv\nCanonical: ${origin()}/.well-known/security.txt\n`;

  test('passes a file of half a year', () => expect(faults(planted('2026-07-01T00:00:00Z'), '2026-01-01')).toEqual([]));
  test('finds a planted early end', () => expect(faults(planted('2026-03-02T00:00:00Z'), '2026-01-01')).toHaveLength(1));
  test('finds a planted late end', () => expect(faults(planted('2027-01-01T00:00:00Z'), '2026-01-01')).toHaveLength(1));
  test('finds a planted end without a date', () => expect(faults(planted('soon'), '2026-01-01')).toHaveLength(1));
  test('finds a planted contact without a scheme', () =>
    expect(faults(planted('2026-07-01T00:00:00Z', 'a@example.org'), '2026-01-01')).toHaveLength(1));
  test('finds a planted contact page that is not there', () =>
    expect(faults(planted('2026-07-01T00:00:00Z', `${origin()}/nav/`), '2026-01-01')).toHaveLength(1));
});

test('security.txt is whole and valid for more than 60 days and less than a year', () => {
  expect(faults(textFile('.well-known/security.txt'), buildDay())).toEqual([]);
});
