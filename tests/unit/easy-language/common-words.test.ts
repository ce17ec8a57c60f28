import { describe, expect, test } from 'vitest';
import { latvianMorphology } from '../../../src/easy-language/morphology.ts';
import { commonWords, readVocabulary } from '../../../src/easy-language/vocabulary.ts';

const words = commonWords();
/** Pelnīt, third person: a gap of the dictionary. */
const missing = ['pelna'];
const morphology = await latvianMorphology();

describe('the list of common words', () => {
  test('has at least 1500 words, each once', () => {
    expect(words.length).toBeGreaterThanOrEqual(1500);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });
  test('holds words of the Latvian dictionary only', () => expect(words.filter((word) => !morphology.isKnown(word))).toEqual(missing));
});

describe('looking a word up', () => {
  const { isCommon } = readVocabulary(morphology);
  test.each(['gājām', 'bērniem', 'nezvaniet', 'vislabākā', 'baidījās', 'Jāmaksā', 'brāļiem', 'lāci', 'naktīs', 'devuši'])(
    'knows the form %s',
    (form) => expect(isCommon(form)).toBe(true),
  );
  test.each(['identificēt', 'ekspluatācijas', 'konsulam', 'koordinācija', 'nodrošina', 'blablabla'])('does not know %s', (form) =>
    expect(isCommon(form)).toBe(false),
  );
  test('does not take a noun made from a common verb for common', () => expect(isCommon('maksāšanas')).toBe(false));
});
