import { describe, expect, test } from 'vitest';
import { fileAt } from '../support/built-site/dist.ts';
import { attribute } from '../support/built-site/html.ts';
import { select, textPages } from '../support/built-site/pages.ts';
import { world } from '../support/built-site/records.ts';

describe.each(['lv', 'en', 'ru'] as const)('the picture book in %s', (locale) => {
  const ids = world().easyPictures.map(({ value }) => value.id);
  const links = textPages
    .filter(({ address }) => address.startsWith(`/${locale}/`))
    .flatMap((page) => select(page, ({ tagName }) => tagName === 'a').flatMap((link) => attribute(link, 'href') ?? []))
    .filter((href) => href.startsWith('/bildes/'));

  test('offers every picture once', () => expect(links.sort()).toEqual(ids.map((id) => `/bildes/${id}.svg`).sort()));
  test('leads to files that are there', () => expect(links.filter((href) => fileAt(href) === undefined)).toEqual([]));
});
