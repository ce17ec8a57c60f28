import { describe, expect, test } from 'vitest';
import { packLexicon, unpackLexicon } from '../../../src/offer-check/lexicon.ts';
import { concepts, languages, parseLexicon, readLexicon } from '../../../src/offer-check/rules.ts';

const [PAY, PASSPORT, NOT] = [0, 1, 2];
const lexicon = unpackLexicon(
  packLexicon([
    { word: 'maks*', concept: PAY },
    { word: 'pase', concept: PASSPORT },
    { word: 'maksajums*', concept: PASSPORT },
    { word: 'maksajums*', concept: PAY },
    { word: 'neg*', concept: PASSPORT },
    { word: 'ne+', concept: NOT },
  ]),
);

describe('a lexicon', () => {
  test.each([
    ['a word that begins so', 'maksat', [PAY]],
    ['a word by its longest beginning', 'maksajums', [PAY, PASSPORT]],
    ['a whole word', 'pase', [PASSPORT]],
    ['not a longer one than is meant', 'pasei', []],
    ['a prefix and the rest', 'nemaksat', [NOT, PAY]],
    ['no prefix where the word itself is known', 'negribu', [PASSPORT]],
    ['nothing of a word that is not known', 'nebalts', []],
    ['nothing of a sign', 'a', []],
  ])('knows %s', (_, word, known) => expect(lexicon(word)).toEqual(known));
  test.each(languages)('has words for every concept in %s', (language) => {
    const named = new Set(readLexicon(language).map(({ concept }) => concept));
    expect(concepts.filter((_, number) => !named.has(number))).toEqual([]);
  });
  test.each(languages)('gives entries their concepts in %s, but for one in a hundred whose number another has too', (language) => {
    const entries = readLexicon(language).filter(({ word }) => !word.endsWith('+'));
    const whole = new Set(entries.map(({ word }) => word));
    const own = unpackLexicon(packLexicon(entries));
    // Of "pas*" and "pas", the whole word is looked up first.
    const lost = entries.filter(({ word, concept }) => !own(word.replace('*', '')).includes(concept) && !whole.has(word.replace('*', '')));
    expect(lost.length / entries.length).toBeLessThan(0.01);
  });
  test('folds its entries as texts are folded', () =>
    expect(parseLexicon('pay\tsamaksā* їсти\n')).toEqual([
      { word: 'samaksa*', concept: concepts.indexOf('pay') },
      { word: 'істи', concept: concepts.indexOf('pay') },
    ]));
  test.each([
    ['a concept that is none', 'ghost\tmaksa', 'is no concept'],
    ['two words', 'pay\tmaksā-tu', 'is no word'],
    ['too short a beginning', 'pay\tma*', 'is no word'],
    ['nothing', 'pay\t', 'is no word'],
  ])('with %s is refused', (_, tsv, message) => expect(() => parseLexicon(tsv)).toThrow(message));
});
