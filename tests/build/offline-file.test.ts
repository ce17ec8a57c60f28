import { describe, expect, test } from 'vitest';
import { locales } from '../../src/i18n/locales.ts';
import { bytesOf } from '../support/built-site/dist.ts';
import { attribute } from '../support/built-site/html.ts';
import { everyPage, offlineFiles, type Page, plantedPage, select } from '../support/built-site/pages.ts';
import { world } from '../support/built-site/records.ts';

/** What the file may take of a cheap phone's storage and of a weak connection, unpacked. */
const MOST_BYTES = 40 * 1024;

/** Whatever a browser would fetch when the file is opened. */
function fetchFaults(page: Page): string[] {
  return select(page, ({ tagName }) =>
    ['script', 'img', 'iframe', 'object', 'embed', 'audio', 'video', 'source', 'link'].includes(tagName),
  ).flatMap((one) => {
    const isName = one.tagName === 'link' && attribute(one, 'rel') === 'canonical';
    return isName ? [] : [`has <${one.tagName}>`];
  });
}

/** Links that lead nowhere from a folder of downloads. */
function addressFaults(page: Page): string[] {
  const links = select(page, ({ tagName }) => tagName === 'a').map((link) => attribute(link, 'href') ?? '');
  return links.filter((href) => !/^(?:https:|tel:|mailto:|#)/.test(href)).map((href) => `leads to ${href}`);
}

/** Numbers in Latvia, and the emergency numbers of all countries. */
function missingNumbers(page: Page): string[] {
  const dialled = new Set(select(page, ({ tagName }) => tagName === 'a').map((link) => attribute(link, 'href')));
  const phones = world().contacts.flatMap(({ value }) => (value.category === 'abroad' ? value.phones.slice(0, 1) : value.phones));
  const codes = world().countries.flatMap(({ value }) => value.emergency.map(({ shortCode }) => shortCode));
  const wanted = [...phones.map(({ e164, shortCode }) => `tel:${e164 ?? shortCode}`), ...codes.map((code) => `tel:${code}`)];
  return [...new Set(wanted)].filter((number) => !dialled.has(number));
}

describe('the rule', () => {
  test('finds a planted script and a planted picture', () => {
    expect(fetchFaults(plantedPage('<script type="module" src="/a.js"></script><img src="/a.png" alt="">'))).toHaveLength(2);
  });
  test('finds a planted address that needs the site around it', () =>
    expect(addressFaults(plantedPage('<a href="/lv/">A</a>'))).toEqual(['leads to /lv/']));
  test('finds a planted lack of numbers', () =>
    expect(missingNumbers(plantedPage('<a href="tel:112">112</a>')).length).toBeGreaterThan(10));
});

test('there is a file in every language', () => expect(offlineFiles.map(({ locale }) => locale).sort()).toEqual([...locales].sort()));
everyPage('fetches nothing when it is opened', fetchFaults, offlineFiles);
everyPage('leads only to full addresses, numbers and places in itself', addressFaults, offlineFiles);
everyPage('holds every number in Latvia and those of all countries', missingNumbers, offlineFiles);
test.each(offlineFiles)('$address has at most 40 KB', ({ address }) =>
  expect(bytesOf(address.slice(1)).length).toBeLessThanOrEqual(MOST_BYTES),
);
