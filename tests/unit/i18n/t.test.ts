import { describe, expect, test } from 'vitest';
import { translator } from '../../../src/i18n/t.ts';

describe('translator', () => {
  test.each([
    ['lv', 1, 'Publicēts pirms 1 gada'],
    ['lv', 9, 'Publicēts pirms 9 gadiem'],
    ['lv', 11, 'Publicēts pirms 11 gadiem'],
    ['lv', 21, 'Publicēts pirms 21 gada'],
    ['en', 1, 'Published 1 year ago'],
    ['ru', 2, 'Опубликовано 2 года назад'],
    ['ru', 5, 'Опубликовано 5 лет назад'],
  ] as const)('chooses the plural form in %s for %i', (locale, count, text) => {
    expect(translator(locale)('age.published', { count })).toBe(text);
  });

  test('puts parameters into their places', () => {
    expect(translator('en')('pagination.page', { page: 3 })).toBe('Page 3');
  });

  test('names file and key of a word that is missing', () => {
    // @ts-expect-error: the key is unknown on purpose.
    expect(() => translator('ru')('no.such.key')).toThrow('content/data/ui/ru.json: "no.such.key" is missing');
  });
});
