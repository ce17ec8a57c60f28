import { describe, expect, test } from 'vitest';
import { locales } from '../../src/i18n/locales.ts';
import { pathIn } from '../../src/i18n/paths.ts';
import { attribute } from '../support/built-site/html.ts';
import { allPages, everyPage, isIndexed, type Page, plantedPage } from '../support/built-site/pages.ts';
import { ownAddress } from '../support/built-site/records.ts';

/** Where only old addresses lead: nobody looks for it, so nothing links to it. */
const OLD_ADDRESS_NAME = 'veca-adrese';

function targets(page: Page): string[] {
  const links = page.elements.filter(({ tagName }) => tagName === 'a');
  return links.flatMap((link) => ownAddress(attribute(link, 'href') ?? '', page.address)?.split('#')[0] ?? []);
}

/** Every address that can be walked to by links from a start, within its language. */
function reachableFrom(start: string, pages: readonly Page[]): Set<string> {
  const byAddress = new Map(pages.map((page) => [page.address, page]));
  const reached = new Set<string>();
  const queue = [start];
  for (let address = queue.pop(); address !== undefined; address = queue.pop()) {
    const page = byAddress.get(address);
    if (!page || reached.has(address)) continue;
    reached.add(address);
    queue.push(...targets(page).filter((target) => target.startsWith(start)));
  }
  return reached;
}

describe('the rule', () => {
  test('finds a planted page that nothing links to', () => {
    const pages = [plantedPage('<a href="/lv/a/">A</a>', '/lv/'), plantedPage('', '/lv/a/'), plantedPage('', '/lv/b/')];
    expect([...reachableFrom('/lv/', pages)]).toEqual(['/lv/', '/lv/a/']);
  });
});

const reached = new Set(locales.flatMap((locale) => [...reachableFrom(pathIn(locale), allPages)]));
const oldAddressPages = new Set(
  allPages
    .filter(({ address }) => address === pathIn('lv', OLD_ADDRESS_NAME))
    .flatMap((page) => page.elements.filter((one) => one.tagName === 'link' && attribute(one, 'hreflang')))
    .flatMap((link) => ownAddress(attribute(link, 'href') ?? '') ?? []),
);

everyPage(
  'can be reached by links from the home page of its language',
  ({ address }) => (reached.has(address) ? [] : ['no link leads to it']),
  allPages.filter((page) => isIndexed(page) && !oldAddressPages.has(page.address)),
);
