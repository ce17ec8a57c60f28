import { describe, expect, test } from 'vitest';
import { describeHours } from '../../src/i18n/hours.ts';
import { readHolidays } from '../../src/i18n/holidays.ts';
import { locales, type Locale } from '../../src/i18n/locales.ts';
import { readHours } from '../../src/i18n/opening-attribute.ts';
import { translator } from '../../src/i18n/t.ts';
import { attribute, closest, type Element, elementsIn, isOneOf, textOf } from '../support/built-site/html.ts';
import { contacts, helpFront } from '../support/built-site/help.ts';
import { framedPages, type Page, pageAt, plantedPage, select } from '../support/built-site/pages.ts';
import { world } from '../support/built-site/records.ts';

const inLatvia = contacts.filter(({ category }) => category !== 'abroad');

function listOf(page: Page): Element | undefined {
  return select(page, (one) => attribute(one, 'data-open-now') !== undefined)[0];
}

/** The line of a number: the nearest block around its link. */
function lineOf(list: Element, href: string, owner: string): Element | undefined {
  const calls = elementsIn(list).filter((one) => attribute(one, 'href') === href);
  const call = calls.find((one) => textOf(closest(one, isOneOf('li')) ?? one).includes(owner));
  return call && closest(call, (one) => one !== call && one.tagName !== 'a');
}

/** Without JavaScript the hours stand there in words; for the module the same hours stand in an attribute. */
function faults(page: Page): string[] {
  const { locale } = page;
  const list = listOf(page);
  if (!list) return ['has no list of who is open now'];
  return inLatvia.flatMap(({ id, phones, name }) =>
    phones.flatMap(({ e164, shortCode, hours }) => {
      const line = lineOf(list, `tel:${e164 ?? shortCode}`, name[locale].replace(/ \([^()]*\)$/, ''));
      if (!line) return [`${id}: ${e164 ?? shortCode} is not in the list`];
      const words = describeHours(hours, locale, translator(locale));
      const marked = elementsIn(line)
        .map((one) => attribute(one, 'data-hours'))
        .find((one) => one !== undefined);
      const isRight = 'unknown' in hours ? marked === undefined : JSON.stringify(readHours(marked ?? '')) === JSON.stringify(hours);
      return [
        ...(textOf(line).includes(words) ? [] : [`${id}: "${words}" is not beside ${e164 ?? shortCode}`]),
        ...(isRight ? [] : [`${id}: the module would read ${marked}`]),
      ];
    }),
  );
}

function front(locale: Locale): Page {
  const page = pageAt(helpFront(locale));
  if (!page) throw new Error(`nothing stands at ${helpFront(locale)}`);
  return page;
}

describe('the rule', () => {
  const { html, address } = front('lv');

  test('finds a planted number without hours', () =>
    expect(faults(plantedPage(html.replaceAll('katru dienu 12–22', ''), address))).toHaveLength(1));
  test('finds planted hours that the module would read otherwise', () =>
    expect(faults(plantedPage(html.replace('1234567 12:00-22:00', '1234567 12:00-23:00'), address))).toHaveLength(1));
  test('finds a planted lack of a number', () =>
    expect(faults(plantedPage(html.replaceAll('tel:116123', 'tel:112'), address))).toHaveLength(1));
});

describe.each(locales)('the front of help in %s', (locale) => {
  test('gives every number in Latvia with its hours, in words and for the module', () => expect(faults(front(locale))).toEqual([]));

  test('hands the module the holidays of the law', () => {
    const list = listOf(front(locale));
    const given = readHolidays((list && attribute(list, 'data-holidays')) ?? '');
    const meant = world().holidays?.value.days.map(({ when, movesToMonday }) => (movesToMonday ? { when, movesToMonday } : { when }));
    expect(given).toEqual(meant);
  });
});

test('only pages with the list load its module', () => {
  const loading = framedPages.filter((page) =>
    page.named('script').some((script) => /\/openNow\.\w+\.js$/.test(attribute(script, 'src') ?? '')),
  );
  expect(loading.map(({ address }) => address).sort()).toEqual(locales.map(helpFront).sort());
  expect(
    framedPages
      .filter((page) => listOf(page))
      .map(({ address }) => address)
      .sort(),
  ).toEqual(locales.map(helpFront).sort());
});
