import { describe, expect, test } from 'vitest';
import { buildVocabulary } from '../../../../src/search/latvian/build-vocabulary.ts';
import { lettersOf, pack, rangeOf, unpack } from '../../../../src/search/latvian/vocabulary.ts';
import { synonyms, texts, vocabulary } from './world.ts';

describe('the vocabulary of a site', () => {
  test('comes back from its packed form as it was', () => {
    const inventory = buildVocabulary(texts, []);
    const { words, frequencies, pages, numbers } = unpack(pack(inventory));
    expect({ words, pages, numbers }).toEqual({ words: inventory.words, pages: inventory.pages, numbers: inventory.numbers });
    expect(frequencies.every((frequency, index) => frequency <= (inventory.frequencies[index] ?? 0))).toBe(true);
  });

  test('is the same whatever the order of the pages', () => {
    expect(pack(buildVocabulary([...texts].reverse(), synonyms))).toEqual(pack(buildVocabulary(texts, synonyms)));
  });

  test('keeps one entry for all forms of a word', () => {
    expect(vocabulary.words.filter((word) => word.startsWith('kompensac'))).toEqual(['kompensacij-']);
  });

  test('keeps the forms of a word whose stem begins another', () => {
    expect(vocabulary.words.filter((word) => word.startsWith('ties'))).toEqual(expect.arrayContaining(['tiesa', 'tiesas', 'tiesnes-']));
  });

  test('has neither stop words nor numbers', () => {
    expect(vocabulary.words).not.toContain('par');
    expect(vocabulary.words.every((word) => /^[a-z]+-?$/.test(word))).toBe(true);
  });

  test('knows how grouped numbers are printed', () => {
    expect(vocabulary.numbers).toEqual({ 116006: '116 006' });
  });

  test('rounds frequencies down to powers of two from eight on', () => {
    const common = unpack(pack(buildVocabulary([...Array<string>(13).fill('darbs'), 'reti'], [])));
    expect(Object.fromEntries(common.words.map((word, index) => [word, common.frequencies[index]]))).toEqual({ 'darb-': 8, reti: 1 });
  });

  test('refuses words that are not sorted', () => {
    expect(() => pack({ pages: 1, words: ['b', 'a'], frequencies: [1, 1], numbers: {}, synonyms: [] })).toThrow(
      '"a" cannot be packed after "b"',
    );
  });
});

test('a range holds all words with a beginning, and only these', () => {
  for (const prefix of ['t', 'ti', 'ties', 'kampan', 'zzz', '']) {
    const [from, to] = rangeOf(vocabulary, prefix);
    expect(vocabulary.words.slice(from, to)).toEqual(vocabulary.words.filter((word) => lettersOf(word).startsWith(prefix)));
  }
});
