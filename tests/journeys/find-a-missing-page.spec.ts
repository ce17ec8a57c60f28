import { expect, test } from 'playwright/test';
import { languages, missing } from '../support/browser/site.ts';
import { words } from '../support/browser/words.ts';

for (const language of languages) {
  test(`an address that is not there is answered in ${language}, with help and a way on`, async ({ page }) => {
    const { notFound, helpStrip, toHome } = words[language];
    const response = await page.goto(missing[language]);
    expect(response?.status()).toBe(404);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(notFound);
    await expect(page.getByRole('navigation', { name: helpStrip }).locator('a[href="tel:112"]')).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: toHome }).click();
    await expect(page).toHaveURL(`/${language}/`);
  });
}

test('an address outside the three languages is answered in Latvian', async ({ page }) => {
  const response = await page.goto('/xx/yy/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.lv.notFound);
});

test('the bare address of the site leads to the Latvian home page', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveURL('/lv/');
});
