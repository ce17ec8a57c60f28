import { expect, test, type Locator, type Page } from 'playwright/test';
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
    // Somebody who clicks twice gets the next ones once.
    await box(page).getByRole('button', { name: searchMore }).dblclick();
    await expect(titles(page)).toHaveCount(25);
    const found = await titles(page).evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(new Set(found).size).toBe(found.length);
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
