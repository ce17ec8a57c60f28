import { test } from 'playwright/test';
import { axeFaults } from '../support/browser/axe.ts';
import { desktop, phone, setting } from '../support/browser/settings.ts';
import { expectNone, latvianTemplatePaths, visit } from '../support/browser/site.ts';

const looks = {
  'light colours': {},
  'dark colours': { colorScheme: 'dark' },
  'forced colours': { forcedColors: 'active' },
  'forced dark colours': { forcedColors: 'active', colorScheme: 'dark' },
  'more contrast': { contrast: 'more' },
} as const;

for (const [width, viewport] of Object.entries({ phone, desktop })) {
  for (const [name, look] of Object.entries(looks)) {
    test.describe(`on a ${width} in ${name}`, () => {
      test.use(setting(viewport, look));
      test('axe finds nothing on any kind of page', async ({ page }) => {
        await visit(page, latvianTemplatePaths, async (path) => expectNone(await axeFaults(page), path));
      });
    });
  }
}
