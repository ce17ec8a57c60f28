import { describe, expect, test } from 'vitest';
import { attribute } from '../support/built-site/html.ts';
import { allPages, everyPage, type Page, plantedPage } from '../support/built-site/pages.ts';

function faults(page: Page): string[] {
  const html = page.elements.find(({ tagName }) => tagName === 'html');
  const lang = html && attribute(html, 'lang');
  return lang === page.locale ? [] : [`<html lang="${lang ?? ''}"> at an address in ${page.locale}`];
}

describe('the rule', () => {
  const html = '<!DOCTYPE html><html lang="en"><body></body></html>';

  test('finds a planted English page in the Latvian folder', () => expect(faults(plantedPage(html, '/lv/lapa/'))).toHaveLength(1));
  test('finds a planted page without a language', () =>
    expect(faults(plantedPage('<!DOCTYPE html><html><body></body></html>'))).toHaveLength(1));
  test('passes an English page in the English folder', () => expect(faults(plantedPage(html, '/en/page/'))).toEqual([]));
});

everyPage('is marked with the language of its folder', faults, allPages);
