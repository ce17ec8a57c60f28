import { describe, expect, test } from 'vitest';
import { attribute, closest, isOneOf, textOf } from '../support/built-site/html.ts';
import { allPages, everyPage, type Page, plantedPage } from '../support/built-site/pages.ts';
import { digitsOf, world } from '../support/built-site/records.ts';

/** Latvian numbers of eight digits, numbers with a country code, European short numbers. Figures group by U+202F, so they do not fit. */
const NUMBER =
  /(?<![\d+])(?!\d{4}-\d\d-\d\d)(?:\+\d(?:[ \u00a0()-]{0,2}\d){6,13}|[26]\d(?:[ \u00a0-]?\d){6}|116[ \u00a0]?\d{3}|8000?[ \u00a0]?\d{4})(?!\d)/g;

const registered = new Set(
  world().contacts.flatMap(({ value }) =>
    value.phones.flatMap(({ e164, shortCode, printed }) => [digitsOf(e164 ?? shortCode ?? ''), digitsOf(printed)]),
  ),
);

/** Everything a reader may see or hear outside links that dial. Struck-out numbers belong to withdrawn-contacts.test.ts. */
function plainTexts(page: Page): string[] {
  const body = page.elements.find(({ tagName }) => tagName === 'body');
  const isCall = (element: Page['elements'][number]) => (attribute(element, 'href') ?? '').startsWith('tel:');
  // A checksum may have eight digits in a row.
  const text = body ? textOf(body, (element) => isCall(element) || element.tagName === 's').replaceAll(/\b[0-9a-f]{64}\b/g, '') : '';
  const labels = page.elements
    .filter((element) => !closest(element, (one) => isCall(one) || isOneOf('svg', 'script')(one)))
    .flatMap((element) => ['alt', 'aria-label', 'content', 'title'].flatMap((name) => attribute(element, name) ?? []));
  return [text, ...labels];
}

function faults(page: Page): string[] {
  const numbers = plainTexts(page).flatMap((text) => text.match(NUMBER) ?? []);
  return numbers
    .filter((number) => !registered.has(digitsOf(number)))
    .map((number) => `${number} is neither a link nor in content/data/contacts.yml`);
}

describe('the rule', () => {
  test.each(['2000 0000', '20000001', '+371 2000 0002', '67 000 003', '116999', '+44 20 7946 0000'])('finds a planted %s', (number) => {
    expect(faults(plantedPage(`<p>Zvaniet ${number}.</p>`))).toHaveLength(1);
  });
  test('finds a planted number in a label', () => expect(faults(plantedPage('<p title="2000 0000">A</p>'))).toHaveLength(1));
  test('leaves a checksum alone', () => expect(faults(plantedPage(`<p>${'28612120'.repeat(8)}</p>`))).toEqual([]));
  test.each(['2017. gada 12. decembris', '20\u202f000\u202f000', '2016–2025', 'Nr. 445'])('leaves %s alone', (text) => {
    expect(faults(plantedPage(`<p>${text}</p>`))).toEqual([]);
  });
});

everyPage('prints no phone number that is not in the register', faults, allPages);
