import { expect, test } from 'playwright/test';
import { templates, visit } from '../support/browser/site.ts';

const { home, safety } = templates;
const printed = [home?.lv, safety?.lv, templates['help']?.lv, '/lv/jaunumi/2016/greta-ekspertu-vizite/'].flatMap((path) => path ?? []);

test('on paper stand the text and the contacts, and no menu, help strip or language switch', async ({ page }) => {
  await visit(page, printed, async (path) => {
    await page.emulateMedia({ media: 'print' });
    await expect.soft(page.getByRole('heading', { level: 1 }), path).toBeVisible();
    for (const navigation of await page.locator('nav').all()) await expect.soft(navigation, `${path} navigation`).toBeHidden();
    const folded = page.locator('main details > :not(summary)');
    for (const text of await folded.all()) await expect.soft(text, `${path} what is folded away on the screen`).toBeVisible();
  });
});

test('printing makes a document of several pages', async ({ page }) => {
  await visit(page, printed, async (path) => {
    const pdf = await page.pdf({ format: 'A4' });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    expect.soft(pages.length, path).toBeGreaterThanOrEqual(1);
    expect.soft(pages.length, path).toBeLessThanOrEqual(12);
  });
});
