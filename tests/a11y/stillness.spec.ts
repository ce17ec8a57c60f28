import { expect, test } from 'playwright/test';
import { desktop, phone, setting } from '../support/browser/settings.ts';
import { latvianTemplatePaths, templates, visit } from '../support/browser/site.ts';
import { movedWhileArriving, movingParts } from '../support/browser/rules/motion.ts';

/** Pages with the shortest and with the longest path to them, in each language. */
const frames = [templates.home, templates['news item']].flatMap((paths) => Object.values(paths ?? {}));

test.describe('for a reader who asked for less motion', () => {
  test.use(setting(phone));
  test('nothing moves', async ({ page }) => {
    await visit(page, latvianTemplatePaths, async (path) => expect.soft(await page.evaluate(movingParts), path).toEqual([]));
  });
});

for (const [name, viewport] of Object.entries({ phone, desktop })) {
  test.describe(`on a ${name}`, () => {
    test('the frame of a page keeps its place while the rest arrives', async ({ browser, baseURL }) => {
      const context = await browser.newContext({ baseURL: baseURL ?? '', viewport, bypassCSP: true });
      const page = await context.newPage();
      for (const path of frames) {
        await page.goto(path);
        const html = await (await context.request.get(path)).text();
        expect.soft(await page.evaluate(movedWhileArriving, { html, length: html.indexOf('<main') }), path).toEqual([]);
      }
      await context.close();
    });
    test('nothing shifts while a page loads for the first time', async ({ browser, baseURL }) => {
      for (const path of latvianTemplatePaths) {
        // A context of its own, so that fonts are fetched anew.
        const context = await browser.newContext({ baseURL: baseURL ?? '', viewport });
        const page = await context.newPage();
        await page.goto(path);
        await page.evaluate(() => document.fonts.ready);
        const shift = await page.evaluate(
          () =>
            new Promise<number>((resolve) => {
              let sum = 0;
              new PerformanceObserver((list) => {
                for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
              }).observe({ type: 'layout-shift', buffered: true });
              setTimeout(() => resolve(sum), 200);
            }),
        );
        expect.soft(shift, path).toBe(0);
        await context.close();
      }
    });
  });
}
