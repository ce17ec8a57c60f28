import { describe, expect, test } from 'vitest';
import { attribute } from '../support/built-site/html.ts';
import { fileAt } from '../support/built-site/dist.ts';
import { bodyText, everyPage, framedPages, type Page, plantedPage, select, titleOf } from '../support/built-site/pages.ts';
import { newsAt, origin, ownAddress, siteRecord } from '../support/built-site/records.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Names of things rather than words for people. */
const NOT_WORDS = ['@context', '@id', '@type'];

/** Codes for machines of what stands on the page in words; contact-data.test.ts compares them. */
const CODES = ['closes', 'contactOption', 'dayOfWeek', 'encodingFormat', 'opens'];

function blocksOf(page: Page): string[] {
  const scripts = select(page, (one) => one.tagName === 'script' && attribute(one, 'type') === 'application/ld+json');
  return scripts.map(({ childNodes: [node] }) => (node && 'value' in node ? node.value : ''));
}

function stringsIn(value: Json, key = ''): [key: string, text: string][] {
  if (typeof value === 'string') return NOT_WORDS.includes(key) || CODES.includes(key) ? [] : [[key, value]];
  if (Array.isArray(value)) return value.flatMap((one) => stringsIn(one, key));
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([name, one]) => stringsIn(one, name)) : [];
}

/** What the page shows its reader, and what its head says of it. */
function isOnPage(page: Page, key: string, text: string): boolean {
  if (URL.canParse(text) && text.startsWith('http')) return isOwnFile(text) || bodyText(page).includes(text) || isLinked(page, text);
  if (key === 'telephone')
    return bodyText(page).replaceAll('\u00a0', ' ').includes(text.replaceAll('\u00a0', ' ')) || isDialled(page, text);
  if (key === 'inLanguage') return text === page.locale;
  if (/^date|^(?:valid|start|end)/.test(key))
    return select(page, ({ tagName }) => tagName === 'time').some((time) => attribute(time, 'datetime') === text);
  const heads = [titleOf(page), ...select(page, ({ tagName }) => tagName === 'meta').map((one) => attribute(one, 'content') ?? '')];
  return bodyText(page).includes(text) || heads.includes(text);
}

function isDialled(page: Page, number: string): boolean {
  return page.named('a').some((call) => attribute(call, 'href') === `tel:${number.replaceAll(/[^\d+]/g, '')}`);
}

function isOwnFile(href: string): boolean {
  const address = ownAddress(href);
  return address !== undefined && fileAt(address.split('#')[0] ?? '') !== undefined;
}

function isLinked(page: Page, href: string): boolean {
  return page.elements.some((element) => attribute(element, 'href') === href);
}

function faults(page: Page): string[] {
  const blocks = blocksOf(page);
  if (blocks.length === 0) return ['has no structured data'];
  return blocks.flatMap((block) => {
    let data: Json;
    try {
      data = JSON.parse(block) as Json;
    } catch (error) {
      return [`cannot be read: ${(error as Error).message}`];
    }
    return stringsIn(data).flatMap(([key, text]) => (isOnPage(page, key, text) ? [] : [`${key} "${text}" is not on the page`]));
  });
}

function typesOf(page: Page): string[] {
  return blocksOf(page).flatMap((block) => [...block.matchAll(/"@type":"([^"]+)"/g)].map(([, type]) => type ?? ''));
}

function kindFaults(page: Page): string[] {
  const types = typesOf(page);
  const hasCrumbs = select(page, (one) => one.tagName === 'li' && attribute(one, 'aria-current') === 'page').length > 0;
  const hasNeutralTab = titleOf(page).endsWith(siteRecord().neutralName[page.locale]);
  const wanted = [
    ...(hasNeutralTab ? [] : ['Organization']),
    ...(hasCrumbs ? ['BreadcrumbList'] : []),
    ...(newsAt(page.address) ? ['NewsArticle'] : []),
  ];
  return wanted.filter((type) => !types.some((one) => one === type || one.endsWith(type))).map((type) => `has no ${type}`);
}

describe('the rule', () => {
  const page = (data: string, body = '') => plantedPage(`<script type="application/ld+json">${data}</script>${body}`);

  test('passes what the page says', () => {
    const data = '{"@type":"X","name":"Lapa","telephone":"+371 112","datePublished":"2020-01-02","inLanguage":"lv"}';
    expect(faults(page(data, '<h1>Lapa</h1><a href="tel:+371112">A</a><time datetime="2020-01-02">B</time>'))).toEqual([]);
  });
  test('finds planted text that cannot be read', () => expect(faults(page('{"a":'))).toHaveLength(1));
  test.each([
    '{"headline":"Cits virsraksts"}',
    '{"telephone":"113"}',
    '{"datePublished":"2020-01-02"}',
    '{"inLanguage":"en"}',
    `{"url":"${origin()}/nav/"}`,
  ])('finds planted %s', (data) => {
    expect(faults(page(data))).toHaveLength(1);
  });
  test('finds a planted lack of it', () => expect(faults(plantedPage('<p></p>'))).toHaveLength(1));
  test('finds a planted page without its kinds', () =>
    expect(kindFaults(page('{}', '<ol><li aria-current="page">A</li></ol>'))).toEqual(['has no Organization', 'has no BreadcrumbList']));
});

everyPage('has structured data of which every word is on the page', faults, framedPages);
everyPage('describes who runs it, where it stands and, for news, the article', kindFaults, framedPages);
