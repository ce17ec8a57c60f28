import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readHelpInLanguages } from '../../src/queries/help-in-languages.ts';
import { bytesOf, distFiles, ROOT } from '../support/built-site/dist.ts';
import { attribute, closest, type Element, hasClass, textOf } from '../support/built-site/html.ts';
import { everyPage, type Page, paperPages, plantedPage, select } from '../support/built-site/pages.ts';
import { digitsOf, world } from '../support/built-site/records.ts';

const MOST_SCRIPT = 2 * 1024;
const CARDS = 8;

/** The numbers that every sheet shows, as content/data/help-in-languages.yml chooses them. */
const numbers = Object.entries(readHelpInLanguages(ROOT).value?.contacts ?? {}).flatMap(([role, id]) => {
  const [phone] = world().contacts.find(({ value }) => value.id === id)?.value.phones ?? [];
  return role === 'newcomers' || !phone ? [] : [digitsOf(phone.e164 ?? phone.shortCode ?? '')];
});

const withClass = (page: Page, name: string) => select(page, (one) => hasClass(one, name));

function lackIn(part: Element): string[] {
  const digits = digitsOf(textOf(part));
  return numbers.filter((number) => !digits.includes(number));
}

/** Whatever one holds of a sheet after it is cut must be whole. */
function wordsFaults(page: Page): string[] {
  const halves = withClass(page, 'paper-half');
  const parts = halves.length > 0 ? halves : withClass(page, 'paper-calls');
  return parts.length === 0
    ? ['there is no sheet']
    : parts.flatMap((part) => lackIn(part).map((number) => `${number} is missing beside ${textOf(part).slice(0, 30)}`));
}

/** The same words eight or nine times would be a punishment for those who listen. */
function repetitionFaults(page: Page): string[] {
  const [cards, strips] = [withClass(page, 'paper-card'), withClass(page, 'paper-strip')];
  const isHidden = (one: Element) => closest(one, (above) => attribute(above, 'aria-hidden') === 'true') !== undefined;
  return [
    ...(cards.length > 0 && (cards.length !== CARDS || cards.filter(isHidden).length !== CARDS - 1)
      ? ['not one of eight cards is read aloud']
      : []),
    ...(strips.some((strip) => !isHidden(strip)) ? ['strips are read aloud'] : []),
  ];
}

/** A line for a contact on every card and poster, and a field that waits for its script. */
function ownContactFaults(page: Page): string[] {
  const lines = select(page, (one) => attribute(one, 'data-own-contact') !== undefined);
  const fields = select(page, (one) => attribute(one, 'data-own-contact-field') !== undefined);
  const expected = withClass(page, 'paper-half').length || withClass(page, 'paper-strip').length + 1;
  return [
    ...(lines.length === expected && lines.every((line) => textOf(line) === '') ? [] : [`${lines.length} empty lines, not ${expected}`]),
    ...(fields.length === 1 && fields.every((field) => attribute(field, 'hidden') !== undefined)
      ? []
      : ['the field is seen without its script']),
    ...(select(page, ({ tagName }) => tagName === 'form').length === 0 ? [] : ['there is a form that could be sent']),
  ];
}

describe('the rule', () => {
  const half = (text: string) => `<div class="paper-half"><p>${text}</p><span data-own-contact></span></div>`;

  test('finds a planted half without a number', () => expect(wordsFaults(plantedPage(half(numbers.slice(1).join(' '))))).toHaveLength(1));
  test('finds a planted page without a sheet', () => expect(wordsFaults(plantedPage('<p></p>'))).toEqual(['there is no sheet']));
  test('finds planted cards that are all read aloud', () =>
    expect(repetitionFaults(plantedPage('<div class="paper-card"></div>'.repeat(CARDS)))).toHaveLength(1));
  test('finds a planted form and a field that is seen', () => {
    expect(ownContactFaults(plantedPage(`${half('')}<form data-own-contact-field></form>`))).toHaveLength(2);
  });
});

test('there are numbers to look for', () => expect(numbers.length).toBe(5));
everyPage('shows every number on each part that is cut off', wordsFaults, paperPages);
everyPage('reads its words aloud once', repetitionFaults, paperPages);
everyPage('has room for a contact of one’s own and no way to send it', ownContactFaults, paperPages);

const small = distFiles.filter((file) => /^(?:contact-card|assets\/(?:contactCard|ownContact)\.\w+)\.js$/.test(file));
test('both modules are there', () => expect(small.length).toBe(3));
test.each(small)('%s has at most 2 KB', (file) => expect(brotliCompressSync(bytesOf(file)).length).toBeLessThanOrEqual(MOST_SCRIPT));
