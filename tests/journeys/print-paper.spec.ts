import { expect, test, type Page } from 'playwright/test';
import { leave } from '../support/browser/leaving.ts';
import { overlappingText } from '../support/browser/rules/layout.ts';
import { visit } from '../support/browser/site.ts';
import { listenToPage, tracesLeft } from '../support/browser/traces.ts';

const front = '/lv/kur-meklet-palidzibu/drukai/';
const poster = `${front}plakats-a4/`;
const cards = `${front}kartites-lv-uk/`;
/** A sheet of A4 at 96 points an inch: on paper the sheet is as large as that. */
const paper = { width: 794, height: 1123 };

async function sheetPaths(page: Page): Promise<string[]> {
  await page.goto(front);
  const links = page.locator('main a:not([href$=".pdf"])').filter({ hasNotText: 'PDF' });
  const paths = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
  return paths.filter((path) => path.startsWith(front) && path !== front);
}

/** Words that stand outside the part of the sheet that is kept for them, by more than the empty space around their letters. */
function spilledWords(): string[] {
  return [
    ...document.querySelectorAll<HTMLElement>('.paper-half, .paper-ground, .paper-calls, .paper-codes, .paper-near, .paper-strip'),
  ].flatMap((part) => {
    const box = part.getBoundingClientRect();
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    const faults: string[] = [];
    while (walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const { top, right, bottom, left, width } = range.getBoundingClientRect();
      const over = Math.max(box.top - top, right - box.right, bottom - box.bottom, box.left - left);
      const space = 0.3 * Number.parseFloat(getComputedStyle(walker.currentNode.parentElement ?? part).fontSize);
      if (width > 0 && over > space)
        faults.push(`${part.className} ${part.lang}: ${Math.round(over)} px: ${walker.currentNode.textContent?.trim()}`);
    }
    return faults;
  });
}

for (const path of [cards, poster, `${front}plakats-a3/`, '/ru/pomosch/dlya-pechati/plakat-a4/']) {
  test(`${path} is printed on one sheet of its size, with nothing else on it`, async ({ page }) => {
    await page.goto(path);
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
    const expected = path.includes('a3') ? [842, 1191] : [595, 842];
    expect([Number(width), Number(height)].map(Math.round)).toEqual(expected);
    await page.emulateMedia({ media: 'print' });
    for (const frame of await page.locator('header, footer, h1, nav').all()) await expect.soft(frame).toBeHidden();
  });
}

test('every sheet holds its words in every language', async ({ page }) => {
  await page.setViewportSize(paper);
  await page.emulateMedia({ media: 'print' });
  const paths = await sheetPaths(page);
  expect(paths.length).toBeGreaterThan(25);
  await visit(page, paths, async (path) => {
    expect.soft([...(await page.evaluate(spilledWords)), ...(await page.evaluate(overlappingText))], path).toEqual([]);
  });
});

test('one’s own contact is written on every card, and neither kept nor sent', async ({ page, baseURL }) => {
  const heard = listenToPage(page, new URL(baseURL ?? '').origin);
  await page.goto(cards);
  heard.requests();
  const field = page.getByRole('textbox', { name: 'Jūsu kontakts uz lapas' });
  await field.fill('Sociālais dienests');
  const lines = page.locator('[data-own-contact]');
  await expect(lines).toHaveCount(16);
  for (const line of await lines.all()) await expect.soft(line).toHaveText('Sociālais dienests');
  expect(await page.evaluate(spilledWords)).toEqual([]);
  expect(heard.requests()).toBe(0);
  expect([...heard.faults(), ...(await tracesLeft(page))]).toEqual([]);
  await leave(page);
  await expect(field).toHaveValue('');
  await expect(lines.first()).toHaveText('');
});

test('one’s own contact stands on the poster and on each strip', async ({ page }) => {
  await page.goto(poster);
  await page.getByRole('textbox', { name: 'Jūsu kontakts uz lapas' }).fill('Sociālais dienests');
  await expect(page.locator('.paper-near')).toContainText('Sociālais dienests');
  for (const strip of await page.locator('.paper-strip').all()) await expect.soft(strip).toContainText('Sociālais dienests');
  expect(await page.evaluate(spilledWords)).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('there is a line to write on by hand, and no field that would do nothing', async ({ page }) => {
    await page.goto(poster);
    await expect(page.locator('input')).toBeHidden();
    const line = await page.locator('.paper-near [data-own-contact]').boundingBox();
    expect(line?.width).toBeGreaterThan(300);
    await expect(page.getByRole('link', { name: 'Atvērt PDF' })).toHaveAttribute('href', /^\/druka\/.*\.pdf$/);
  });
});
