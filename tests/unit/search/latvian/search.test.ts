import { expect, test } from 'vitest';
import { fold, wordsOf } from '../../../../src/search/latvian/fold.ts';
import { searchLatvian, type SearchEngine } from '../../../../src/search/latvian/search.ts';
import { texts, vocabulary } from './world.ts';

/** An engine that matches as Pagefind does: beginnings of words, all terms, phrases in quotation marks. */
function engine(): SearchEngine & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    preload: () => Promise.resolve(null),
    search: (term) => {
      asked.push(term);
      const results = texts.flatMap((text, page) => {
        const found = term.startsWith('"')
          ? fold(text).includes(term.slice(1, -1))
          : term.split(' ').every((part) => wordsOf(text).some((word) => word.startsWith(part)));
        return found ? [{ id: String(page), score: 1, words: [] }] : [];
      });
      return Promise.resolve({ results });
    },
  };
}

const pagesFor = async (query: string) => (await searchLatvian(query, engine(), vocabulary)).hits.map(({ id }) => Number(id)).sort();

test.each([
  ['kampaņās', [0, 3]],
  ['vervēšana', [0]],
  ['tiesnesim', [1]],
  ['upuriem', [2, 4]],
  ['pusaudžiem', [0]],
  ['krīzes telefons', [2, 4]],
  ['116 006', [0]],
  ['2011/36/ES', [3]],
  ['dreizei', [3]],
  ['kompensācia', [4]],
  ['afišas', [3]],
])('%s finds its pages', async (query, pages) => {
  expect(await pagesFor(query)).toEqual(pages);
});

test('the page that answers the whole query is first', async () => {
  const { hits } = await searchLatvian('tiesas sods', engine(), vocabulary);
  expect(hits[0]?.id).toBe('1');
});

test('an empty query does not touch the engine', async () => {
  const own = engine();
  expect((await searchLatvian(' ', own, vocabulary)).hits).toEqual([]);
  expect(own.asked).toEqual([]);
});
