import { expect, test } from 'playwright/test';
import { desktop, phone, setting } from '../support/browser/settings.ts';
import { latvianTemplatePaths, templates, visit } from '../support/browser/site.ts';
import { movedWhileArriving, movingParts, shiftWhileLoading } from '../support/browser/rules/motion.ts';

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
      const context = await browser.newContext({ baseURL: baseURL ?? '', viewport });
      const page = await context.newPage();
      // Letters are fetched anew for every page, as on a first visit.
      const session = await context.newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.setCacheDisabled', { cacheDisabled: true });
      let fetched = 0;
      page.on('requestfinished', (request) => (fetched += request.url().endsWith('.woff2') ? 1 : 0));
      await visit(page, latvianTemplatePaths, async (path) => expect.soft(await page.evaluate(shiftWhileLoading), path).toBe(0));
      expect(fetched).toBeGreaterThan(latvianTemplatePaths.length);
      await context.close();
    });
  });
}
