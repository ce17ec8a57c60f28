import { getDocumentProxy, extractText } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { readHelpInLanguages } from '../../src/queries/help-in-languages.ts';
import { paperSizes } from '../../src/queries/paper-sizes.ts';
import { bytesOf, distFiles, ROOT } from '../support/built-site/dist.ts';
import { attribute } from '../support/built-site/html.ts';
import { paperPages, select } from '../support/built-site/pages.ts';
import { digitsOf, world } from '../support/built-site/records.ts';

const record = readHelpInLanguages(ROOT).value;
if (!record) throw new Error('content/data/help-in-languages.yml is faulty. Run npm run check:content.');

interface Paper {
  pages: number;
  /** Millimetres. */
  size: number[];
  text: string;
  title: string;
  language: string;
  isTagged: boolean;
}

async function read(file: string): Promise<Paper> {
  const pdf = await getDocumentProxy(new Uint8Array(bytesOf(file)));
  const { text } = await extractText(pdf, { mergePages: true });
  const { info } = await pdf.getMetadata();
  const [, , width = 0, height = 0] = (await pdf.getPage(1)).view;
  const { Title = '', Language = '' } = info as { Title?: string; Language?: string };
  return {
    pages: pdf.numPages,
    size: [width, height].map((points) => Math.round((points * 25.4) / 72)),
    text: text.replaceAll(/\s+/g, ' '),
    title: Title,
    language: Language,
    isTagged: (await pdf.getMarkInfo())?.Marked === true,
  };
}

/** How often a number stands in a text, however it is grouped. */
function count(text: string, number: string): number {
  return digitsOf(text).split(number).length - 1;
}

const numbers = Object.entries(record.contacts).flatMap(([role, id]) => {
  const [phone] = world().contacts.find(({ value }) => value.id === id)?.value.phones ?? [];
  return role === 'newcomers' || !phone ? [] : [digitsOf(phone.e164 ?? phone.shortCode ?? '')];
});
const files = distFiles.filter((file) => file.endsWith('.pdf'));
const cards = files.filter((file) => file.includes('kartites'));
const posters = files.filter((file) => file.includes('plakats'));

test('there are cards in many languages, and a poster of each size in each language of the site', () => {
  expect(cards.length).toBeGreaterThanOrEqual(15);
  expect(posters.length).toBe(6);
});

test('every PDF is offered by the page of its sheet', () => {
  const offered = paperPages.flatMap((page) => select(page, ({ tagName }) => tagName === 'a').map((link) => attribute(link, 'href') ?? ''));
  expect(files.filter((file) => !offered.includes(`/${file}`))).toEqual([]);
});

describe.each(cards)('%s', (file) => {
  const id = /lv-([\w-]+)\.pdf$/.exec(file)?.[1];
  const language = record.languages.find((one) => one.id.toLowerCase() === id);

  test('is one page of A4 with eight cards in Latvian and the other language', async () => {
    const paper = await read(file);
    expect([paper.pages, ...paper.size]).toEqual([1, ...paperSizes.a4]);
    expect([paper.isTagged, paper.language, paper.title === '']).toEqual([true, 'lv', false]);
    const flat = paper.text.replaceAll(' ', '');
    const words = (text = '') => flat.split(text.replaceAll(' ', '')).length - 1;
    expect(words(language?.texts.isFree)).toBe(8);
    expect(words(record.languages.find((one) => one.id === 'lv')?.texts.isFree)).toBe(8);
    for (const number of numbers) expect(count(paper.text, number), number).toBeGreaterThanOrEqual(16);
  });
});

describe.each(posters)('%s', (file) => {
  const [, locale = '', size = 'a4'] = /plakats-(\w\w)-(a\d)\.pdf$/.exec(file) ?? [];

  test('is one page with every number, the title and a helpline on each strip', async () => {
    const paper = await read(file);
    const [width, height] = paperSizes[size as keyof typeof paperSizes];
    expect([paper.pages, ...paper.size]).toEqual([1, width, height]);
    expect([paper.isTagged, paper.language]).toEqual([true, locale]);
    expect(paper.text.replaceAll(' ', '')).toContain(paper.title.replaceAll(' ', ''));
    for (const number of numbers) expect(count(paper.text, number), number).toBeGreaterThanOrEqual(1);
    expect(count(paper.text, numbers[1] ?? 'none')).toBeGreaterThan(8);
  });
});
