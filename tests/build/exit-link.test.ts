import { describe, expect, test } from 'vitest';
import { attribute, closest, type Element, isOneOf, textOf } from '../support/built-site/html.ts';
import { everyPage, type Page, plantedPage, select } from '../support/built-site/pages.ts';
import { siteRecord } from '../support/built-site/records.ts';

function isFocusable(element: Element): boolean {
  const index = attribute(element, 'tabindex');
  if (index !== undefined) return Number(index) >= 0;
  if (attribute(element, 'disabled') !== undefined || attribute(element, 'type') === 'hidden') return false;
  return (
    (element.tagName === 'a' && attribute(element, 'href') !== undefined) ||
    isOneOf('button', 'input', 'select', 'summary', 'textarea')(element)
  );
}

/** Where one leaves to: the neutral site of content/data/site.yml; on a small help page one in the reader's own language. */
function isExitAddress(href: string, { locale, styleSheet }: Page): boolean {
  return styleSheet === 'minimal' ? /^https:\/\/[a-z-]+\.wikipedia\.org\/$/.test(href) : href === siteRecord().exitHref[locale];
}

function exitLinks(page: Page): Element[] {
  return select(
    page,
    (one) => one.tagName === 'a' && (attribute(one, 'data-exit') !== undefined || isExitAddress(attribute(one, 'href') ?? '', page)),
  );
}

function orderFaults(page: Page): string[] {
  const links = exitLinks(page);
  const firstTwo = select(page, isFocusable).slice(0, 2);
  return firstTwo.some((element) => links.includes(element)) ? [] : ['the way out is neither the first nor the second stop of the Tab key'];
}

/** A plain link that works without script, tells nothing about the page it leaves and asks for nothing. */
function plainnessFaults(page: Page): string[] {
  return exitLinks(page).flatMap((link) => {
    const relations = (attribute(link, 'rel') ?? '').split(/\s+/);
    const href = attribute(link, 'href') ?? '';
    const faults = ['noreferrer', 'nofollow'].filter((name) => !relations.includes(name)).map((name) => `rel lacks ${name}`);
    if (!isExitAddress(href, page)) faults.push(`leads to ${href}`);
    if (attribute(link, 'data-exit') === undefined) faults.push('is not known to the script (data-exit)');
    for (const name of ['target', 'ping', 'role', 'download', 'hidden'])
      if (attribute(link, name) !== undefined) faults.push(`has ${name}`);
    if (closest(link, isOneOf('details', 'dialog', 'noscript', 'template'))) faults.push('stands where it is hidden');
    if (textOf(link).trim() === '') faults.push('has no words');
    return faults;
  });
}

describe('the rule', () => {
  const href = siteRecord().exitHref.lv;
  const link = `<a href="${href}" rel="nofollow noreferrer" data-exit>Prom</a>`;
  const others = '<a href="#a">A</a><a href="#b">B</a>';

  test('passes a plain link in second place', () => {
    const page = plantedPage(`<a href="#a">A</a>${link}`);
    expect([...orderFaults(page), ...plainnessFaults(page)]).toEqual([]);
  });
  test('finds a planted page without one', () => expect(orderFaults(plantedPage(others))).toHaveLength(1));
  test('finds a planted one in third place', () => expect(orderFaults(plantedPage(others + link))).toHaveLength(1));
  test('finds a planted button instead', () => expect(orderFaults(plantedPage('<button>Prom</button>'))).toHaveLength(1));
  test('finds a planted link that tells where one was', () =>
    expect(plainnessFaults(plantedPage(`<a href="${href}" data-exit>Prom</a>`))).toHaveLength(2));
  test('finds a planted way out to another site', () => {
    expect(plainnessFaults(plantedPage(link.replace(href, 'https://example.org/')))).toEqual(['leads to https://example.org/']);
  });
  test('finds a planted new window', () =>
    expect(plainnessFaults(plantedPage(link.replace('<a', '<a target="_blank"')))).toEqual(['has target']));
});

everyPage('offers the way out at the first or second stop of the Tab key', orderFaults);
everyPage('leaves by plain links only', plainnessFaults);
