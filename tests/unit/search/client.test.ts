import { describe, expect, test } from 'vitest';
import { createSearch, type Engine } from '../../../src/search/client.ts';
import { fold, wordsOf } from '../../../src/search/latvian/fold.ts';
import { texts, vocabulary } from './latvian/world.ts';

/** An engine over the invented pages that matches beginnings of words and counts how often pages are fetched. */
function engine(): Engine & { fetched: string[]; asked: { term: string; options: unknown }[] } {
  const fetched: string[] = [];
  const asked: { term: string; options: unknown }[] = [];
  return {
    fetched,
    asked,
    preload: () => Promise.resolve(null),
    filters: () => Promise.resolve({ type: { news: texts.length } }),
    search: (term, options) => {
      asked.push({ term, options });
      const results = texts.flatMap((content, page) => {
        const words = content.split(' ').flatMap((word, place) => (wordsOf(word).some((own) => own.startsWith(fold(term))) ? [place] : []));
        const id = String(page);
        const data = () => {
          fetched.push(id);
          const meta = { title: `Lapa ${page}: kampaņa`, date: '2017-12-11' };
          return Promise.resolve({ url: `/lv/${page}/`, content, meta, filters: { type: ['news'] } });
        };
        return words.length > 0 ? [{ id, score: 1, words, data }] : [];
      });
      return Promise.resolve({ results });
    },
  };
}

describe('a Latvian search', () => {
  test('gives path, title, type, date and a marked excerpt', async () => {
    const { results, total } = await createSearch(engine(), vocabulary).search('kampanas');
    expect(total).toBe(2);
    expect(results[0]).toMatchObject({ path: '/lv/0/', title: 'Lapa 0: kampaņa', type: 'news', date: '2017-12-11' });
    expect(results[0]?.excerpt.parts[0]).toEqual({ text: 'Kampaņa', marked: true });
    expect(results[0]?.titleParts.at(-1)).toEqual({ text: 'kampaņa', marked: true });
  });

  test('says what was meant, as the pages write it', async () => {
    const { corrections } = await createSearch(engine(), vocabulary).search('reintgrācija');
    expect(corrections).toEqual([{ typed: 'reintgracija', meant: 'reintegrācija' }]);
  });

  test('fetches a page once, and only those that are shown', async () => {
    const own = engine();
    const { search } = createSearch(own, vocabulary);
    const { more } = await search('kampaņa', { count: 1 });
    await search('kampaņu', { count: 1 });
    expect(own.fetched).toHaveLength(1);
    expect(await more(1, 5)).toHaveLength(1);
    expect(own.fetched).toHaveLength(2);
  });

  test('fetches a page again that did not come', async () => {
    const own = engine();
    const { search } = createSearch(
      {
        ...own,
        search: async (term, options) => {
          const found = await own.search(term, options);
          const cutOff = () => Promise.reject(new TypeError('cut off'));
          return { results: (found?.results ?? []).map((hit) => ({ ...hit, data: () => (isCutOff ? cutOff() : hit.data()) })) };
        },
      },
      vocabulary,
    );
    let isCutOff = true;
    await expect(search('kampaņa')).rejects.toThrow('cut off');
    isCutOff = false;
    expect((await search('kampaņa')).results).toHaveLength(2);
  });

  test('hands the filters to every search', async () => {
    const own = engine();
    await createSearch(own, vocabulary).search('tiesas sods', { filters: { type: ['news'] } });
    expect(own.asked.map(({ options }) => options)).toEqual(own.asked.map(() => ({ filters: { type: ['news'] } })));
  });

  test('finds nothing for an empty query', async () => {
    expect(await createSearch(engine(), vocabulary).search('  ')).toMatchObject({ total: 0, results: [], corrections: [] });
  });
});

describe('a search in another language', () => {
  test('leaves the query to the engine and marks the places it names', async () => {
    const own = engine();
    const { results } = await createSearch(own).search('plakāti');
    expect(own.asked.map(({ term }) => term)).toEqual(['plakāti']);
    expect(results[0]?.excerpt.parts.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['plakāti,']);
  });

  test('gives pages with only some of the words where few have all', async () => {
    const own = engine();
    const { total } = await createSearch(own).search('plakāti nekurnav');
    expect(own.asked.map(({ term }) => term)).toEqual(['plakāti nekurnav', 'plakāti', 'nekurnav']);
    expect(total).toBe((await createSearch(engine()).search('plakāti')).total);
  });

  test('finds nothing for an empty query', async () => {
    expect((await createSearch(engine()).search('')).total).toBe(0);
  });
});

test('facets come from the engine', async () => {
  expect(await createSearch(engine(), vocabulary).facets()).toEqual({ type: { news: texts.length } });
});
