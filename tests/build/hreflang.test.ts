import { describe, expect, test } from 'vitest';
import { isLocale } from '../../src/i18n/locales.ts';
import {
  alternatesOf,
  canonicalOf,
  everyPage,
  framedPages,
  isIndexed,
  type Page,
  pageAt,
  plantedPage,
} from '../support/built-site/pages.ts';
import { origin, ownAddress } from '../support/built-site/records.ts';

type Find = (address: string) => Page | undefined;

function twinFaults(page: Page, language: string, href: string, find: Find): string[] {
  const twin = find(ownAddress(href) ?? '');
  if (!twin) return [`${language}: nothing stands at ${href}`];
  if (twin.locale !== language) return [`${language}: ${href} is in ${twin.locale}`];
  if (!isIndexed(twin)) return [`${language}: ${href} may not be indexed`];
  return alternatesOf(twin).get(page.locale) === canonicalOf(page) ? [] : [`${language}: ${href} does not point back`];
}

function faults(page: Page, find: Find): string[] {
  const alternates = alternatesOf(page);
  if (!isIndexed(page)) return alternates.size > 0 ? ['a page that may not be indexed names other languages'] : [];
  const own = alternates.get(page.locale) === canonicalOf(page) ? [] : ['does not name itself'];
  const fallback = alternates.get('x-default') === alternates.get('lv') ? [] : ['x-default is not the Latvian page'];
  const twins = [...alternates].flatMap(([language, href]) => {
    if (language === 'x-default') return [];
    return isLocale(language) ? twinFaults(page, language, href, find) : [`unknown language ${language}`];
  });
  return [...own, ...fallback, ...twins];
}

describe('the rule', () => {
  const link = (language: string, address: string) => `<link rel="alternate" hreflang="${language}" href="${origin()}${address}">`;
  const page = (address: string, ...links: string[]) =>
    plantedPage(`<html><head><link rel="canonical" href="${origin()}${address}">${links.join('')}</head></html>`, address);
  const lv = link('lv', '/lv/a/') + link('x-default', '/lv/a/');
  const en = link('en', '/en/a/');
  const check = (...pages: [Page, ...Page[]]) => faults(pages[0], (address) => pages.find((one) => one.address === address));

  test('passes two that point at each other', () => expect(check(page('/lv/a/', lv, en), page('/en/a/', lv, en))).toEqual([]));
  test('finds a planted twin that does not point back', () => expect(check(page('/lv/a/', lv, en), page('/en/a/', en))).toHaveLength(1));
  test('finds a planted twin that is not there', () => expect(check(page('/lv/a/', lv, en))).toHaveLength(1));
  test('finds a planted page that does not name itself', () =>
    expect(check(page('/lv/a/', en, link('x-default', '/lv/a/')), page('/en/a/', lv, en))).toHaveLength(2));
  test('finds a planted lack of x-default', () =>
    expect(check(page('/lv/a/', link('lv', '/lv/a/')))).toEqual(['x-default is not the Latvian page']));
  test('finds a planted wrong language', () =>
    expect(check(page('/lv/a/', lv, link('ru', '/en/a/')), page('/en/a/', lv, en))).toHaveLength(1));
});

everyPage('names its twins in other languages, and they name it', (page) => faults(page, pageAt), framedPages);
