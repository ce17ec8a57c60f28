import { test } from 'playwright/test';
import { longLines, smallOrTightText, weakContrast } from '../support/browser/rules/easy-page.ts';
import { setting } from '../support/browser/settings.ts';
import { easyPaths, expectNone, visit } from '../support/browser/site.ts';

const heights = { 360: 640, 768: 1024, 1280: 800 };

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use(setting({ width: 1280, height: 800 }, colorScheme));
    test('easy pages have lines of at most 55 characters, letters of at least 20 px, lines 1.6 apart and a contrast of 7:1', async ({
      page,
      request,
    }) => {
      await visit(page, await easyPaths(request), async (path) => {
        for (const [width, height] of Object.entries(heights)) {
          await page.setViewportSize({ width: Number(width), height });
          if (colorScheme === 'light') {
            expectNone(await page.evaluate(longLines), `${path} at ${width} px`);
            expectNone(await page.evaluate(smallOrTightText), `${path} at ${width} px`);
          }
        }
        expectNone(await page.evaluate(weakContrast), path);
      });
    });
  });
}
