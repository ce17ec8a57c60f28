import { describe, expect, test } from 'vitest';
import { attribute } from '../support/built-site/html.ts';
import { everyPage, linksOf, type Page, plantedPage } from '../support/built-site/pages.ts';
import { origin } from '../support/built-site/records.ts';

function faults(page: Page): string[] {
  const addresses = linksOf(page, 'canonical').map((link) => attribute(link, 'href'));
  const expected = origin() + page.address;
  return addresses.length === 1 && addresses[0] === expected ? [] : [`canonical is ${addresses.join(', ') || 'missing'}, not ${expected}`];
}

describe('the rule', () => {
  const page = (links: string) => plantedPage(`<html lang="lv"><head>${links}</head></html>`, '/lv/a/');
  const right = `<link rel="canonical" href="${origin()}/lv/a/">`;

  test('passes the page’s own address', () => expect(faults(page(right))).toEqual([]));
  test('finds a planted lack', () => expect(faults(page(''))).toHaveLength(1));
  test('finds a planted address of another page', () => expect(faults(page(right.replace('/lv/a/', '/lv/b/')))).toHaveLength(1));
  test('finds a planted address without the host', () => expect(faults(page('<link rel="canonical" href="/lv/a/">'))).toHaveLength(1));
  test('finds a planted second one', () => expect(faults(page(right + right))).toHaveLength(1));
});

everyPage('names its own address as the canonical one', faults);
