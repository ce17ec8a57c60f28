import { expect, test } from 'playwright/test';
import { words } from '../support/browser/words.ts';

const { news, neighbours, older, newer, pages, nextPage, previousPage, allNews, breadcrumb } = words.lv;

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('from the home page to the news of a year, an item, its neighbours and back', async ({ page }) => {
      await page.goto('/lv/');
      await page.getByRole('main').getByRole('link', { name: allNews }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(news);
      await page
        .getByRole('main')
        .getByRole('link', { name: /^2016 \(\d+\)$/ })
        .click();
      await expect(page).toHaveURL('/lv/jaunumi/2016/');
      const titles = page.getByRole('main').getByRole('heading', { level: 2 }).getByRole('link');
      const second = (await titles.nth(1).textContent())?.trim() ?? '';
      const third = (await titles.nth(2).textContent())?.trim() ?? '';
      await titles.nth(1).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(second);
      const beside = page.getByRole('list', { name: neighbours });
      await expect(beside.getByRole('listitem').filter({ hasText: newer })).toHaveCount(1);
      await beside.getByRole('listitem').filter({ hasText: older }).getByRole('link').click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(third);
      await beside.getByRole('listitem').filter({ hasText: newer }).getByRole('link').click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(second);
      await page.getByRole('navigation', { name: breadcrumb }).getByRole('link', { name: news }).click();
      await expect(page).toHaveURL('/lv/jaunumi/');
    });

    test('through all pages of the list and back, each item once, as many as the list says', async ({ page }) => {
      await page.goto('/lv/jaunumi/');
      const said = Number.parseInt(
        (await page
          .getByRole('main')
          .getByText(/^\d+ ziņ/)
          .textContent()) ?? '',
        10,
      );
      const list = page.getByRole('navigation', { name: pages });
      const titles = page.getByRole('main').getByRole('heading', { level: 2 }).getByRole('link');
      const hrefs: (string | null)[] = [];
      const next = list.getByRole('link', { name: nextPage });
      for (;;) {
        hrefs.push(...(await titles.evaluateAll((links) => links.map((link) => link.getAttribute('href')))));
        if ((await next.count()) === 0) break;
        const address = await next.getAttribute('href');
        await next.click();
        await expect(page).toHaveURL(address ?? '');
      }
      expect(hrefs.length).toBe(said);
      expect(new Set(hrefs).size).toBe(said);
      await list.getByRole('link', { name: previousPage }).click();
      await list.getByRole('link', { name: '1. lapa', exact: true }).click();
      await expect(page).toHaveURL('/lv/jaunumi/');
    });
  });
}

test('by keyboard alone from the home page to an item', async ({ page }) => {
  await page.goto('/lv/');
  const first = page
    .locator('section', { has: page.getByRole('heading', { name: words.lv.newest }) })
    .getByRole('heading', { level: 3 })
    .getByRole('link')
    .first();
  const title = (await first.textContent())?.trim() ?? '';
  for (let stop = 0; stop < 80 && !(await first.evaluate((link) => link === document.activeElement)); stop += 1)
    await page.keyboard.press('Tab');
  await expect(first).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
});
