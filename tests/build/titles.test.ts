import { describe, expect, test } from 'vitest';
import { addressesBy, everyPage, framedPages, isIndexed, type Page, plantedPage, textPages, titleOf } from '../support/built-site/pages.ts';
import { siteRecord } from '../support/built-site/records.ts';

/** "Lapa · Vietne": the page's words, one sign between, the site's name or its neutral stand-in in the page's language. */
function formFaults(page: Page): string[] {
  const title = titleOf(page);
  const names = [siteRecord().name[page.locale], siteRecord().neutralName[page.locale]];
  const name = names.find((one) => title.endsWith(` · ${one}`));
  if (name === undefined) return [`"${title}" ends in neither ${names.map((one) => `" · ${one}"`).join(' nor ')}`];
  const words = title.slice(0, -` · ${name}`.length);
  return words.trim() === '' || words.includes('·') || words === name ? [`"${title}" does not say which page it is`] : [];
}

/** Pages that answer "not found" share their words; every other title belongs to one page. */
function ownTitle(page: Page): string | undefined {
  return isIndexed(page) ? titleOf(page) : undefined;
}

function twinFaults(page: Page, titles: Map<string, string[]>): string[] {
  const twins = titles.get(ownTitle(page) ?? '') ?? [];
  return twins.filter((address) => address !== page.address).map((address) => `"${titleOf(page)}" is also the title of ${address}`);
}

function titled(title: string, address?: string): Page {
  return plantedPage(`<!DOCTYPE html><html lang="lv"><head><title>${title}</title></head><body></body></html>`, address);
}

describe('the rule', () => {
  const name = siteRecord().name.lv;

  test('finds a planted title without the site', () => expect(formFaults(titled('Jaunumi'))).toHaveLength(1));
  test('finds a planted title with another sign', () => expect(formFaults(titled(`Jaunumi | ${name}`))).toHaveLength(1));
  test('finds a planted title that is only the site', () => expect(formFaults(titled(` · ${name}`))).toHaveLength(1));
  test('finds a planted page without a title', () => expect(formFaults(plantedPage('<p></p>'))).toHaveLength(1));
  test('finds a planted second title', () => {
    const [one, two] = [titled('Jaunumi', '/lv/a/'), titled('Jaunumi', '/lv/b/')];
    expect(twinFaults(one, addressesBy([one, two], ownTitle))).toEqual(['"Jaunumi" is also the title of /lv/b/']);
  });
});

everyPage('has a title of the form "Lapa · Vietne"', formFaults, framedPages);
const titles = addressesBy(textPages, ownTitle);
everyPage('has a title of its own', (page) => twinFaults(page, titles));
