import { expect, test } from 'playwright/test';
import { phone } from '../support/browser/settings.ts';
import { languages } from '../support/browser/site.ts';
import { words } from '../support/browser/words.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled, viewport: phone });
    for (const language of languages) {
      test(`the menu opens by touch and by keyboard, and leads on, in ${language}`, async ({ page }) => {
        const { menu, menuLinks, mainMenu, news } = words[language];
        await page.goto(`/${language}/`);
        await expect(page.getByRole('navigation', { name: mainMenu })).toBeHidden();
        const links = page.getByRole('navigation', { name: menuLinks });
        const button = page.locator('summary', { hasText: menu });
        await expect(links).toBeHidden();
        await button.click();
        await expect(links).toBeVisible();
        await button.press('Enter');
        await expect(links).toBeHidden();
        await button.press('Enter');
        await links.getByRole('link', { name: news }).click();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(news);
      });
    }
  });
}
