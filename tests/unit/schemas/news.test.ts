import { describe, expect, test } from 'vitest';
import { newsSchema } from '../../../src/schemas/news.ts';

const valid = {
  title: 'Publicēts pētījums par palīdzības izmaksām',
  description: 'HEUNI pētījums salīdzina, cik maksā palīdzība cietušajiem trijās Baltijas valstīs.',
  publishedOn: '2017-12-11',
  precision: 'day',
  basis: 'page',
  projects: ['strom-ii'],
  themes: ['petijumi'],
  records: ['004-2017-12-11'],
  sources: [{ id: '004', where: 'ziņa, 2017-12-11' }],
};

describe('newsSchema', () => {
  test('takes a complete item', () => {
    expect(newsSchema.parse(valid)).toEqual(valid);
  });

  test.each([
    ['an unknown field', { ...valid, author: 'A' }],
    ['a short description', { ...valid, description: 'Par īsu.' }],
    ['a day that does not exist', { ...valid, publishedOn: '2017-02-30' }],
    ['no theme', { ...valid, themes: [] }],
    ['four themes', { ...valid, themes: ['a', 'b', 'c', 'd'] }],
    ['no source', { ...valid, sources: [] }],
    [
      'an unavailable file with an address',
      { ...valid, attachments: [{ title: 'Fails', availability: 'unavailable', href: 'https://a.lv/' }] },
    ],
    ['an external file without address', { ...valid, attachments: [{ title: 'Fails', availability: 'external' }] }],
    [
      'a gallery picture without alternative text',
      { ...valid, gallery: { availability: 'here', pictures: [{ file: 'a.jpg', credit: 'Foto' }] } },
    ],
    [
      'a gallery picture without credit',
      { ...valid, gallery: { availability: 'here', pictures: [{ file: 'a.jpg', alt: 'Konferences zāle' }] } },
    ],
    ['an address word with Latvian letters', { ...valid, urlSlug: 'ziņa' }],
  ])('refuses %s', (_fault, item) => {
    expect(newsSchema.safeParse(item).success).toBe(false);
  });
});
