import { describe, expect, test } from 'vitest';
import { newsItemAddress, pathIn } from '../../../src/i18n/paths.ts';
import { foldToSlug } from '../../../src/i18n/slug.ts';

describe('addresses', () => {
  test('begin with the language and end in a slash', () => {
    expect([pathIn('lv'), pathIn('ru', 'novosti', 2017)]).toEqual(['/lv/', '/ru/novosti/2017/']);
  });

  test('name a Latvian news item by its file, others by their address word', () => {
    const name = '2017-12-11-petijums';
    expect(newsItemAddress('lv', name, { publishedOn: '2017-12-11' })).toBe('/lv/jaunumi/2017/petijums/');
    expect(newsItemAddress('en', name, { publishedOn: '2017-12-11', urlSlug: 'costs-study' })).toBe('/en/news/2017/costs-study/');
  });
});

describe('foldToSlug', () => {
  test.each([
    ['Ziņo! Šķūnī ķēde, žņaugs', 'zino-skuni-kede-znaugs'],
    ['„Viegli lasīt” — jau 2026. gadā', 'viegli-lasit-jau-2026-gada'],
    ['  ', ''],
  ])('folds %s', (title, slug) => {
    expect(foldToSlug(title)).toBe(slug);
  });

  test('cuts a long title between words', () => {
    const slug = foldToSlug('vārds '.repeat(20));
    expect(slug.length).toBeLessThanOrEqual(60);
    expect(slug).toMatch(/^(vards-)*vards$/);
  });
});
