import { expect, test } from 'playwright/test';
import { languageOf, latvianTemplatePaths, templates, visit } from '../support/browser/site.ts';
import { words } from '../support/browser/words.ts';

test('the first stop of the keyboard leads past menu and help to the content', async ({ page }) => {
  await visit(page, [...latvianTemplatePaths, ...Object.values(templates['home'] ?? {})], async (path) => {
    const skip = page.getByRole('link', { name: words[languageOf(path)].skip });
    await page.keyboard.press('Tab');
    await expect.soft(skip, path).toBeFocused();
    await expect.soft(skip, path).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Enter');
    await expect.soft(page.getByRole('main'), path).toBeFocused();
    await page.keyboard.press('Tab');
    const isPast = await page.evaluate(() => !document.activeElement?.closest('header, nav[aria-label] ol'));
    expect.soft(isPast, `${path} the next stop is in the content or after it`).toBe(true);
  });
});
