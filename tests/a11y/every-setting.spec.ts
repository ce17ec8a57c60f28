import { test, type Page } from 'playwright/test';
import { axeFaults } from '../support/browser/axe.ts';
import { openReader } from '../support/browser/reader.ts';
import { desktop, phone, setting } from '../support/browser/settings.ts';
import { expectNone, latvianTemplatePaths, visit } from '../support/browser/site.ts';

const usual = { colorScheme: 'light', forcedColors: 'none', contrast: 'no-preference' } as const;
const light = { 'light colours': usual };
const dark = { 'dark colours': { ...usual, colorScheme: 'dark' } } as const;
const forced = { 'forced colours': { ...usual, forcedColors: 'active' } } as const;
const forcedDark = { 'forced dark colours': { ...usual, forcedColors: 'active', colorScheme: 'dark' } } as const;
const contrast = { 'more contrast': { ...usual, contrast: 'more' } } as const;
const settings: Record<string, { viewport: typeof phone; looks: Record<string, Parameters<Page['emulateMedia']>[0]> }> = {
  phone: { viewport: phone, looks: { ...light, ...dark, ...forced } },
  desktop: { viewport: desktop, looks: { ...light, ...dark, ...forcedDark, ...contrast } },
};

for (const [width, { viewport, looks }] of Object.entries(settings)) {
  test.describe(`on a ${width}`, () => {
    test.use(setting(viewport));
    test(`axe finds nothing on any kind of page in ${Object.keys(looks).join(', ')}`, async ({ page, browser }) => {
      const reader = await openReader(browser, { viewport });
      await visit(page, latvianTemplatePaths, async (path) => {
        const tab = await reader.show(page);
        for (const [index, [name, look]] of Object.entries(looks).entries()) {
          await tab.emulateMedia(look);
          // What a page is made of is the same in every look.
          expectNone(await axeFaults(tab, { isOnlyLook: index > 0 }), `${path} in ${name}`);
        }
      });
      await reader.close();
    });
  });
}
