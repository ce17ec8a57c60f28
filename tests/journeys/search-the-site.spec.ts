import { expect, test, type Locator, type Page } from 'playwright/test';
import { translator } from '../../src/i18n/t.ts';
import { holdBack, leave } from '../support/browser/leaving.ts';
import { words } from '../support/browser/words.ts';

const { searchLabel, searchButton, searchFilters, searchType, typeCampaign, searchFound, searchMore, nothingFound, searchIndex } = words.lv;
const address = '/lv/meklet/';
const box = (page: Page) => page.getByRole('search');
const field = (page: Page) => page.getByRole('searchbox', { name: searchLabel });
const titles = (page: Page) => box(page).getByRole('heading', { level: 2 }).getByRole('link');
/** What is said when results come: "Atrasti 24 rezultāti." */
const found = new RegExp(searchFound.replace('{count}', String.raw`\d+`).replace(/\S+\.$/, ''));

async function isFocused(element: Locator): Promise<boolean> {
  return element.evaluate((one) => one === document.activeElement);
}

/** Presses Tab until the element is reached. Throws when it is not. */
async function tabTo(page: Page, element: Locator): Promise<void> {
  for (let stop = 0; stop < 80; stop += 1) {
    if ((await element.count()) > 0 && (await isFocused(element))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not reach it');
}

test.describe('with JavaScript', () => {
  test('typing without diacritics finds pages with the words marked, and says how many', async ({ page }) => {
    await page.goto(address);
    await field(page).fill('fiktivas laulibas');
    await expect(box(page).getByRole('status')).toHaveText(found);
    await expect(titles(page)).toHaveCount(5);
    await expect(
      box(page)
        .locator('mark')
        .filter({ hasText: /^fiktīv/i })
        .first(),
    ).toBeVisible();
    await titles(page).first().click();
    await expect(page.getByRole('main')).toContainText(/fiktīv/i);
  });

  test('a type narrows the results to its own', async ({ page }) => {
    await page.goto(address);
    await field(page).fill('Liepāja');
    await expect(titles(page).first()).toBeVisible();
    await box(page).getByText(searchFilters, { exact: true }).click();
    const type = box(page).getByRole('combobox', { name: searchType });
    await expect(type.getByRole('option', { name: typeCampaign })).toBeAttached();
    await type.selectOption(typeCampaign);
    await expect(titles(page).first()).toHaveAttribute('href', /^\/lv\/kampanas\//);
    for (const link of await titles(page).all()) await expect(link).toHaveAttribute('href', /^\/lv\/kampanas\//);
  });

  test('more results follow the first, and the first new one has the focus', async ({ page }) => {
    await page.goto(address);
    await field(page).fill('mācības');
    await expect(titles(page)).toHaveCount(5);
    await box(page).getByRole('button', { name: searchMore }).click();
    await expect(titles(page)).toHaveCount(15);
    await expect(titles(page).nth(5)).toBeFocused();
  });

  test('somebody who clicks twice gets the next results once, and none where another question came between', async ({ page }) => {
    await page.goto(address);
    await field(page).fill('mācības');
    await expect(titles(page)).toHaveCount(5);
    const { letGo, asked } = await holdBack(page, '**/pagefind/fragment/**');
    const more = box(page).getByRole('button', { name: searchMore });
    await more.click();
    await more.click();
    await expect.poll(asked).toBe(10);
    letGo();
    await expect(titles(page)).toHaveCount(15);
    await expect(titles(page).nth(5)).toBeFocused();
    const shown = await titles(page).evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(new Set(shown).size).toBe(shown.length);
    await more.click();
    await field(page).fill('qqqqxxxx');
    await box(page).getByRole('button', { name: searchButton }).click();
    await expect(box(page).getByText(nothingFound)).toBeVisible();
    await expect(titles(page)).toHaveCount(0);
  });

  test('results that come only after the reader has left are not shown', async ({ page }) => {
    await page.goto(address);
    await field(page).fill('mācības');
    await expect(titles(page)).toHaveCount(5);
    const { letGo } = await holdBack(page, '**/pagefind/fragment/**');
    await box(page).getByRole('button', { name: searchMore }).click();
    await leave(page);
    await expect(titles(page)).toHaveCount(0);
    letGo();
    await page.unrouteAll({ behavior: 'wait' });
    await page.waitForLoadState('networkidle');
    await expect(titles(page)).toHaveCount(0);
    await expect(field(page)).toHaveValue('');
  });

  test('where the line breaks it is said, and filters and results come when asked for again', async ({ page }) => {
    await page.goto(address);
    await field(page).fill('mācības');
    await expect(titles(page)).toHaveCount(5);
    const filters = box(page).getByText(searchFilters, { exact: true });
    const status = box(page).getByRole('status');
    await page.route('**/pagefind/filter/**', (route) => route.abort());
    await filters.click();
    await expect(status).toHaveText(translator('lv')('search.failed'));
    await page.unroute('**/pagefind/filter/**');
    await filters.click();
    await filters.click();
    await expect(box(page).getByRole('combobox', { name: searchType }).getByRole('option', { name: typeCampaign })).toHaveCount(1);
    await page.route('**/pagefind/fragment/**', (route) => route.abort());
    const more = box(page).getByRole('button', { name: searchMore });
    await more.click();
    await expect(status).toHaveText(translator('lv')('search.failed'));
    await expect(titles(page)).toHaveCount(5);
    await page.unroute('**/pagefind/fragment/**');
    await more.click();
    await expect(titles(page)).toHaveCount(15);
  });

  test('by keyboard alone from the field to a page', async ({ page }) => {
    await page.goto(address);
    await tabTo(page, field(page));
    await page.keyboard.type('tiesibsargs');
    await page.keyboard.press('Enter');
    await expect(titles(page).first()).toBeVisible();
    const href = (await titles(page).first().getAttribute('href')) ?? '';
    await tabTo(page, titles(page).first());
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(href);
  });

  test('where nothing is found, help and the list of all pages are offered', async ({ page }) => {
    await page.goto(address);
    await field(page).fill('qqqqxxxx');
    await expect(box(page).getByText(nothingFound)).toBeVisible();
    await expect(titles(page)).toHaveCount(0);
    await expect(box(page).getByRole('link', { name: searchIndex })).toHaveAttribute('href', '#index');
    await box(page).locator('a[href="/lv/kur-meklet-palidzibu/"]').click();
    await expect(page).toHaveURL('/lv/kur-meklet-palidzibu/');
  });

  test('what is typed stays out of the address, the history, the storage and what is sent', async ({ page, context }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
    await page.goto(address);
    const before = await page.evaluate(() => ({ href: location.href, entries: history.length }));
    await field(page).fill('tiesibsargs');
    await box(page).getByRole('button', { name: searchButton }).click();
    await expect(titles(page).first()).toBeVisible();
    expect(await page.evaluate(() => ({ href: location.href, entries: history.length }))).toEqual(before);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);
    expect(await page.evaluate(async () => (await indexedDB.databases()).length + (await caches.keys().catch(() => [])).length)).toBe(0);
    expect(await context.cookies()).toEqual([]);
    expect(asked.filter((one) => one.includes('tiesibsarg'))).toEqual([]);
    await titles(page).first().click();
    await page.goBack();
    await expect(field(page)).toHaveValue('');
    await expect(titles(page)).toHaveCount(0);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('no form is shown that would not work, and the list of all pages leads to one', async ({ page }) => {
    await page.goto(address);
    await expect(page.getByRole('main').getByRole('searchbox')).toHaveCount(0);
    const index = page.locator('#index');
    await expect(index.getByRole('heading', { name: searchIndex })).toBeVisible();
    await index.getByRole('link', { name: 'P–R' }).click();
    await page.getByRole('main').getByRole('link', { name: 'Palīdzība bez dokumentiem' }).click();
    await expect(page).toHaveURL('/lv/kur-meklet-palidzibu/palidziba-bez-dokumentiem/');
  });
});
