import { expect, test } from 'vitest';
import { ranking, unpack, type PackedVocabulary } from '../../src/search/latvian/index.ts';
import { PlainIndex } from '../../src/search/plain-index/plain-index.ts';
import { openPagefind, readIndexFile } from '../support/built-site/search.ts';

/** Every so many words of the vocabulary one is asked for. */
const step = 20;
/** Where words of one page stand at the same place Pagefind takes one of them, no matter which. */
const mostOtherScores = 0.01;

test('the Latvian index finds the pages and places that Pagefind finds, and scores them alike', async () => {
  const { words } = unpack(JSON.parse(new TextDecoder().decode(await readIndexFile('vocabulary.lv.json'))) as PackedVocabulary);
  const [theirs, ours] = await Promise.all([openPagefind('lv', { ranking }), PlainIndex.open('lv', ranking, readIndexFile)]);
  let [hits, others] = [0, 0];
  for (const word of words.filter((_, at) => at % step === 0)) {
    const term = word.replace('-', '');
    const [expected, own] = await Promise.all([theirs.search(term), ours.search(term)]);
    const byId = new Map(own.results.map((hit) => [hit.id, hit]));
    expect(byId.size, term).toBe(expected?.results.length);
    for (const { id, score, words: places } of expected?.results ?? []) {
      const same = byId.get(id);
      expect(same?.words, `${term} on ${id}`).toEqual(places);
      hits += 1;
      if (Math.abs((same?.score ?? 0) - score) > score / 1000) others += 1;
    }
  }
  expect(hits).toBeGreaterThan(1000);
  expect(others / hits).toBeLessThan(mostOtherScores);
});
