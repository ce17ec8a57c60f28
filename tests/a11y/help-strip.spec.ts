import { expect, test, type Locator } from 'playwright/test';
import { phone, setting } from '../support/browser/settings.ts';
import { languageOf, templatePaths, visit } from '../support/browser/site.ts';
import { words } from '../support/browser/words.ts';

test.use(setting(phone));

async function expectWhollyInFirstScreen(locator: Locator, what: string): Promise<void> {
  await expect.soft(locator, what).toHaveCount(1);
  const box = await locator.boundingBox();
  const inside = box !== null && box.x >= 0 && box.y >= 0 && box.x + box.width <= phone.width && box.y + box.height <= phone.height;
  expect.soft(inside, `${what} in the first screen, at ${JSON.stringify(box)}`).toBe(true);
}

test('112, the helpline and the way out stand in the first screen of a phone, in a quarter of it, and stay there', async ({ page }) => {
  await visit(page, templatePaths, async (path) => {
    const { helpStrip, exit } = words[languageOf(path)];
    const strip = page.getByRole('navigation', { name: helpStrip });
    await expectWhollyInFirstScreen(strip, `${path} strip`);
    await expectWhollyInFirstScreen(strip.locator('a[href="tel:112"]'), `${path} 112`);
    await expectWhollyInFirstScreen(strip.locator('a[href="tel:+37128612120"]'), `${path} helpline`);
    await expectWhollyInFirstScreen(strip.getByRole('link', { name: exit, exact: true }), `${path} exit`);
    expect.soft((await strip.boundingBox())?.height, path).toBeLessThanOrEqual(phone.height / 4);
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    expect.soft((await strip.boundingBox())?.y, `${path} when scrolled`).toBe(0);
  });
});

test('the way out is the first or second stop of the keyboard', async ({ page }) => {
  await visit(page, templatePaths, async (path) => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    await expect.soft(focused, path).toHaveAttribute('data-exit');
    await expect.soft(focused, path).toHaveAttribute('href', /^https:/);
  });
});
