import { expect, test } from 'playwright/test';
import { phone } from '../support/browser/settings.ts';
import { words } from '../support/browser/words.ts';

const finland = '/lv/kur-meklet-palidzibu/arzemes/somija/';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled, viewport: phone });

    test('a card opens by key, in large letters, and closes the one before', async ({ page }) => {
      await page.goto(finland);
      const police = page.locator('details').filter({ hasText: words.lv.forPolice }).first();
      const driver = page.locator('details').filter({ hasText: words.lv.forDriver }).first();
      await police.locator('summary').focus();
      await page.keyboard.press('Enter');
      const sentence = page.getByText('Tarvitsen apua.').first();
      await expect(sentence).toBeVisible();
      await expect(sentence).toHaveAttribute('lang', 'fi');
      expect(Number.parseFloat(await sentence.evaluate((one) => getComputedStyle(one).fontSize))).toBeGreaterThanOrEqual(28);
      await driver.locator('summary').click();
      await expect(sentence).toBeHidden();
      await expect(driver).toContainText('112');
    });

    test('a number of the country is two taps away from the front of help', async ({ page }) => {
      await page.goto('/lv/kur-meklet-palidzibu/ja-esi-arzemes/');
      await page.getByRole('link', { name: 'Somija', exact: true }).click();
      await expect(page).toHaveURL(finland);
      await expect(page.locator('main').getByRole('link', { name: /112/ }).first()).toHaveAttribute('href', 'tel:112');
    });
  });
}

test('on paper stand all cards, the open and the closed', async ({ page }) => {
  await page.goto(finland);
  await page.emulateMedia({ media: 'print' });
  for (const text of await page.locator('.show-card > ul').all()) await expect.soft(text).toBeVisible();
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThanOrEqual(4);
});
