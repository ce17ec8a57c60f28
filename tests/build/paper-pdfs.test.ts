import { describe, expect, test } from 'vitest';
import { readHelpInLanguages } from '../../src/queries/help-in-languages.ts';
import { paperSizes } from '../../src/queries/paper-sizes.ts';
import { distFiles, ROOT } from '../support/built-site/dist.ts';
import { attribute } from '../support/built-site/html.ts';
import { paperPages, select } from '../support/built-site/pages.ts';
import { readPaper, withoutSpaces } from '../support/built-site/paper.ts';
import { readQrCode } from '../support/built-site/qr-reader.ts';
import { digitsOf, origin, world } from '../support/built-site/records.ts';

const CARDS = 8;

const record = readHelpInLanguages(ROOT).value;
if (!record) throw new Error('content/data/help-in-languages.yml is faulty. Run npm run check:content.');
const languages = record.languages;

/** How often a text stands in another. */
function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** The numbers that every sheet shows, the helpline second. */
const numbers = Object.entries(record.contacts).flatMap(([role, id]) => {
  const [phone] = world().contacts.find(({ value }) => value.id === id)?.value.phones ?? [];
  return role === 'newcomers' || !phone ? [] : [digitsOf(phone.e164 ?? phone.shortCode ?? '')];
});
const files = distFiles.filter((file) => file.endsWith('.pdf') && file.startsWith('druka/'));
const cards = files.filter((file) => file.includes('kartites'));
const posters = files.filter((file) => file.includes('plakats'));

test('there are cards in every language but Latvian itself, and a poster of each size in each language of the site', () => {
  const expected = languages.map(({ id }) => id.toLowerCase()).filter((id) => id !== 'lv');
  expect(cards).toEqual(expected.map((id) => `druka/kartites-lv-${id}.pdf`).sort());
  expect(posters.length).toBe(6);
  expect(numbers.length).toBe(5);
});

test('every PDF is offered by the page of its sheet', () => {
  const offered = paperPages.flatMap((page) => select(page, ({ tagName }) => tagName === 'a').map((link) => attribute(link, 'href') ?? ''));
  expect(files.filter((file) => !offered.includes(`/${file}`))).toEqual([]);
});

test('no PDF is packed a second time beside itself', () => expect(distFiles.filter((file) => /\.pdf\.\w+$/.test(file))).toEqual([]));

describe.each(cards)('%s', async (file) => {
  const id = /lv-([\w-]+)\.pdf$/.exec(file)?.[1];
  const language = languages.find((one) => one.id.toLowerCase() === id);
  const latvian = languages.find((one) => one.id === 'lv');
  const paper = await readPaper(file);

  test('is one page of A4 that says its language and title', () => {
    expect([paper.pages, ...paper.size]).toEqual([1, ...paperSizes.a4]);
    expect([paper.isTagged, paper.language, paper.title === '']).toEqual([true, 'lv', false]);
  });

  test('has eight cards in Latvian and the other language', () => {
    for (const texts of [latvian?.texts, language?.texts]) {
      const { youAreNotAlone = '?', inDanger = '?', isFree = '?', withoutPapers = '?' } = texts ?? {};
      for (const text of [youAreNotAlone, inDanger, isFree, withoutPapers])
        expect(count(paper.text, withoutSpaces(text)), text).toBeGreaterThanOrEqual(CARDS);
    }
  });

  test('shows every number of the register on each half', () => {
    for (const number of numbers) expect(count(digitsOf(paper.text), number), number).toBeGreaterThanOrEqual(2 * CARDS);
  });

  test('brings its letters with it', () => expect([paper.fonts > 0, paper.embeddedFonts]).toEqual([true, paper.fonts]));
});

describe.each(posters)('%s', async (file) => {
  const [, locale = '', size = 'a4'] = /plakats-(\w\w)-(a\d)\.pdf$/.exec(file) ?? [];
  const paper = await readPaper(file);

  test('is one page of its size that says its language and title', () => {
    expect([paper.pages, ...paper.size]).toEqual([1, ...paperSizes[size as keyof typeof paperSizes]]);
    expect([paper.isTagged, paper.language]).toEqual([true, locale]);
    expect(paper.text).toContain(withoutSpaces(paper.title));
  });

  test('shows every number of the register, and the helpline on each strip', () => {
    for (const number of numbers) expect(count(digitsOf(paper.text), number), number).toBeGreaterThanOrEqual(1);
    expect(count(digitsOf(paper.text), numbers[1] ?? 'none')).toBeGreaterThan(8);
  });

  test('has two codes that a telephone reads as pages of the site', async () => {
    expect(paper.codes.length).toBe(2);
    for (const code of paper.codes) {
      const read = (await readQrCode(code)) ?? '';
      expect(distFiles).toContain(`${read.replace(`${origin()}/`, '')}index.html`);
    }
  });

  test('brings its letters with it', () => expect([paper.fonts > 0, paper.embeddedFonts]).toEqual([true, paper.fonts]));
});
