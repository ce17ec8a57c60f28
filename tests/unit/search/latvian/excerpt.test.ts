import { describe, expect, test } from 'vitest';
import { asWritten, CutText, excerptOf, markedText, markerOf } from '../../../../src/search/latvian/excerpt.ts';
import { planOf } from '../../../../src/search/latvian/plan.ts';
import { texts, vocabulary } from './world.ts';

const marker = (query: string) => markerOf(planOf(query, vocabulary).marks);
const marked = (query: string, text: string) =>
  markedText(new CutText(text), marker(query))
    .filter((part) => part.marked)
    .map(({ text: word }) => word);

describe('marks', () => {
  test.each([
    ['kampana', 'Jaunā Kampaņa un kampaņas', ['Kampaņa', 'kampaņas']],
    ['tiesas', 'Tiesa, tiesības un tiesas', ['Tiesa,', 'tiesas']],
    ['116006', 'Zvaniet 116006.', ['116006.']],
    ['sokolova', 'Iveta Sokola-Sokolova runā', ['Sokola-Sokolova']],
  ])('for %s stand on its forms only', (query, text, words) => {
    expect(marked(query, text)).toEqual(words);
  });

  test('lose no letter of the text', () => {
    for (const text of texts)
      expect(
        markedText(new CutText(text), marker('tiesa upuris kampaņa'))
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
  });
});

describe('an excerpt', () => {
  const long = `${'vārds '.repeat(80)}kampaņa un tiesa ${'beigas '.repeat(80)}`;

  test('shows the passage with the words', () => {
    const { parts, cutBefore, cutAfter } = excerptOf(new CutText(long), marker('tiesa kampaņa'));
    expect(parts.filter((part) => part.marked).map(({ text }) => text)).toEqual(['kampaņa', 'tiesa']);
    expect([cutBefore, cutAfter]).toEqual([true, true]);
  });

  test('is the beginning of a text that has none of them', () => {
    expect(excerptOf(new CutText('Īss teksts.'), marker('tiesa'))).toEqual({
      parts: [{ text: 'Īss teksts.', marked: false }],
      cutBefore: false,
      cutAfter: false,
    });
  });

  test('of nothing is empty', () => {
    expect(excerptOf(new CutText(''), marker('tiesa')).parts).toEqual([]);
  });
});

test('a correction is shown as the pages write it', () => {
  const pages = texts.map((text) => new CutText(text));
  expect(asWritten('reintegracij', pages)).toBe('reintegrācija');
  expect(asWritten('nekur', pages)).toBe('nekur');
});
