import { describe, expect, test } from 'vitest';
import type { TextEntry } from '../../src/records/world.ts';
import type { NewsFrontMatter } from '../../src/schemas/news.ts';
import { isOneOf, textOf } from '../support/built-site/html.ts';
import { everyPage, type Page, pageAt, plantedPage, select, textPages } from '../support/built-site/pages.ts';
import { newsAddress, newsAt, world } from '../support/built-site/records.ts';

/** Addresses of the built items that tell a record. */
function tellers(id: string, items: readonly TextEntry<NewsFrontMatter>[], find: (address: string) => Page | undefined): string[] {
  return items
    .filter(({ data }) => data.records.includes(id))
    .map(newsAddress)
    .filter((address) => find(address) !== undefined);
}

function titleFaults(page: Page, title: string): string[] {
  const [heading] = select(page, isOneOf('h1'));
  const text = heading ? textOf(heading) : '';
  return text === title ? [] : [`is headed "${text}", its file "${title}"`];
}

const { news, newsFacts } = world();

describe('the rule', () => {
  const [item] = news.filter(({ data }) => data.records.length > 0);
  const id = item?.data.records[0] ?? '';

  test('finds a planted record that no item tells', () => expect(tellers('000-nav', news, pageAt)).toEqual([]));
  test('finds a planted item that was not built', () => expect(tellers(id, news, () => undefined)).toEqual([]));
  test('finds a planted other heading', () => expect(titleFaults(plantedPage('<h1>A</h1>'), 'B')).toHaveLength(1));
});

test.each(newsFacts.map(({ value, file }) => [value.id, file] as const))('%s of %s is told by an item of the site', (id) => {
  expect(tellers(id, news, pageAt).length).toBeGreaterThan(0);
});
test.each(news.map((item) => [item.file, newsAddress(item)] as const))('%s is a page', (_, address) =>
  expect(pageAt(address)?.address).toBe(address),
);
everyPage(
  'is headed with the title of its file',
  (page) => titleFaults(page, newsAt(page.address)?.data.title ?? ''),
  textPages.filter(({ address }) => newsAt(address)),
);
