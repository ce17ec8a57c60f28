import { test } from 'playwright/test';
import { axeFaults } from '../support/browser/axe.ts';
import { desktop, phone, setting } from '../support/browser/settings.ts';
import { expectNone, latvianTemplatePaths, visit } from '../support/browser/site.ts';

const usual = { colorScheme: 'light', forcedColors: 'none', contrast: 'no-preference' } as const;
const looks = {
  'light colours': usual,
  'dark colours': { ...usual, colorScheme: 'dark' },
  'forced colours': { ...usual, forcedColors: 'active' },
  'forced dark colours': { ...usual, forcedColors: 'active', colorScheme: 'dark' },
  'more contrast': { ...usual, contrast: 'more' },
} as const;

for (const [width, viewport] of Object.entries({ phone, desktop })) {
  test.describe(`on a ${width}`, () => {
    test.use(setting(viewport));
    test(`axe finds nothing on any kind of page in ${Object.keys(looks).join(', ')}`, async ({ page }) => {
      await visit(page, latvianTemplatePaths, async (path) => {
        for (const [name, look] of Object.entries(looks)) {
          await page.emulateMedia(look);
          expectNone(await axeFaults(page), `${path} in ${name}`);
        }
      });
    });
  });
}
