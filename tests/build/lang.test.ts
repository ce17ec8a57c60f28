import { describe, expect, test } from 'vitest';
import { allPages, everyPage, type Page, plantedPage } from '../support/built-site/pages.ts';

function faults(page: Page): string[] {
  const { language, address, styleSheet, locale } = page;
  // A small help page stands in the Latvian folder, at an address that ends in its language.
  const expected = styleSheet === 'minimal' ? address.split('/').at(-2) : locale;
  return language === expected ? [] : [`<html lang="${language}"> at ${address}, which is in ${expected}`];
}

describe('the rule', () => {
  const html = '<!DOCTYPE html><html lang="en"><body></body></html>';

  test('finds a planted English page in the Latvian folder', () => expect(faults(plantedPage(html, '/lv/lapa/'))).toHaveLength(1));
  test('finds a planted page without a language', () =>
    expect(faults(plantedPage('<!DOCTYPE html><html><body></body></html>'))).toHaveLength(1));
  test('finds a planted small page at the address of another language', () => {
    const small = '<html lang="uk" data-style-sheet="minimal"></html>';
    expect([faults(plantedPage(small, '/lv/a/ru/')).length, faults(plantedPage(small, '/lv/a/uk/')).length]).toEqual([1, 0]);
  });
  test('passes an English page in the English folder', () => expect(faults(plantedPage(html, '/en/page/'))).toEqual([]));
});

everyPage('is marked with the language of its folder', faults, allPages);
