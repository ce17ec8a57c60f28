import { describe, expect, test } from 'vitest';
import type { NewsFrontMatter } from '../../src/schemas/news.ts';
import { fileAt } from '../support/built-site/dist.ts';
import { attribute, type Element, elementsIn, isOneOf, textOf } from '../support/built-site/html.ts';
import { everyPage, type Page, plantedPage, select, textPages } from '../support/built-site/pages.ts';
import { newsAt, world } from '../support/built-site/records.ts';

type Attachment = NonNullable<NewsFrontMatter['attachments']>[number];

function words(page: Page, key: string): string {
  return world().ui[page.locale][key] ?? key;
}

/** An item that nobody has is named and said to be missing; one that somebody has can be opened. */
function attachmentFault(file: Attachment, lines: readonly Element[], page: Page): string | undefined {
  const named = lines.filter((one) => textOf(one).split('\n').includes(file.title));
  const found = named.map((line) => lineFault(file, line, page));
  return found.length === 0 ? `"${file.title}" is not listed` : found.includes(undefined) ? undefined : found[0];
}

function lineFault(file: Attachment, line: Element, page: Page): string | undefined {
  const links = elementsIn(line).flatMap((one) => attribute(one, 'href') ?? []);
  if (file.availability === 'external') return links.includes(file.href) ? undefined : `"${file.title}" does not lead to ${file.href}`;
  if (file.availability === 'here') return links.some((href) => fileAt(href)) ? undefined : `"${file.title}" leads to no file`;
  if (links.length > 0) return `"${file.title}" is a link, but nobody has the file`;
  return textOf(line).includes(words(page, 'news.attachmentMissing')) ? undefined : `"${file.title}" is not said to be missing`;
}

function faults(page: Page, { attachments = [], gallery }: Pick<NewsFrontMatter, 'attachments' | 'gallery'>): string[] {
  const lines = select(page, isOneOf('li'));
  const says = select(page, isOneOf('p')).some((one) => textOf(one) === words(page, 'news.galleryMissing'));
  const pictures = select(page, isOneOf('figure')).length;
  return [
    ...attachments.flatMap((file) => attachmentFault(file, lines, page) ?? []),
    ...(gallery?.availability === 'unavailable' && !says ? ['does not say that its pictures are missing'] : []),
    ...(gallery?.availability === 'here' && pictures < gallery.pictures.length
      ? [`shows ${pictures} of ${gallery.pictures.length} pictures`]
      : []),
    ...(gallery?.availability !== 'unavailable' && says ? ['says that pictures are missing which it never had'] : []),
  ];
}

/** What the records know of the old page: its item lists as many files, and a gallery where there was one. */
function recordFaults({ attachments = [], gallery, records }: Pick<NewsFrontMatter, 'attachments' | 'gallery' | 'records'>): string[] {
  const told = world()
    .newsFacts.map(({ value }) => value)
    .filter(({ id }) => records.includes(id));
  const files = told.flatMap((record) => record.attachments ?? []);
  return [
    ...(attachments.length >= files.length
      ? []
      : [`lists ${attachments.length} of ${files.length} files: ${files.map(({ title }) => title).join(' · ')}`]),
    ...(told.some(({ photoGallery }) => photoGallery) && !gallery ? ['does not mention the gallery that its page had'] : []),
  ];
}

describe('the rule', () => {
  const lost: Attachment = { availability: 'unavailable', title: 'Kampaņas buklets' };
  const note = world().ui.lv['news.attachmentMissing'];
  const listed = plantedPage(`<ul><li><span>Kampaņas buklets</span><p>${note}</p></li></ul>`);

  test('passes a file that is said to be missing', () => expect(faults(listed, { attachments: [lost] })).toEqual([]));
  test('finds a planted silence', () =>
    expect(faults(plantedPage('<ul><li>Kampaņas buklets</li></ul>'), { attachments: [lost] })).toHaveLength(1));
  test('finds a planted lack in the list', () => expect(faults(plantedPage('<p></p>'), { attachments: [lost] })).toHaveLength(1));
  test('finds a planted link to a file that nobody has', () => {
    expect(faults(plantedPage('<ul><li><a href="/files/a.pdf">Kampaņas buklets</a></li></ul>'), { attachments: [lost] })).toHaveLength(1);
  });
  test('finds a planted link to a file that is not here', () => {
    const page = plantedPage('<ul><li><a href="/files/a.pdf">Kampaņas buklets</a></li></ul>');
    expect(faults(page, { attachments: [{ availability: 'here', title: 'Kampaņas buklets', file: 'a.pdf' }] })).toHaveLength(1);
  });
  test('finds a planted silence about a gallery', () =>
    expect(faults(plantedPage('<p></p>'), { gallery: { availability: 'unavailable' } })).toHaveLength(1));
  test('finds a planted item that drops the files of its record', () => {
    const record = world().newsFacts.find(({ value }) => value.photoGallery && value.attachments);
    expect(recordFaults({ records: [record?.value.id ?? ''] })).toHaveLength(2);
  });
});

const newsPages = textPages.filter(({ address }) => newsAt(address));
everyPage('says of each file and gallery whether it is to be had', (page) => faults(page, newsAt(page.address)?.data ?? {}), newsPages);
everyPage(
  'names every file and gallery that its records know of',
  (page) => recordFaults(newsAt(page.address)?.data ?? { records: [] }),
  newsPages,
);
