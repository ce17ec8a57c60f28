import { expect, test } from 'playwright/test';
import { controls, walk } from '../support/browser/keyboard.ts';
import { desktop, phone, setting } from '../support/browser/settings.ts';
import { expectNone, latvianTemplatePaths, visit } from '../support/browser/site.ts';

const settings = {
  'a phone in light colours': setting(phone),
  'a desktop in light colours': setting(desktop),
};

for (const [name, use] of Object.entries(settings)) {
  test.describe(`on ${name}`, () => {
    test.use(use);
    test('Tab reaches every control once, in reading order, always seen and never covered', async ({ page }) => {
      await visit(page, latvianTemplatePaths, async (path) => {
        const expected = await controls(page);
        const { stops, faults } = await walk(page, 'Tab');
        expect.soft(stops, path).toEqual(expected);
        expectNone(faults, path);
      });
    });
  });
}

test.describe('on a phone in dark colours', () => {
  test.use(setting(phone, 'dark'));
  test('Shift+Tab goes the same way back, always seen and never covered', async ({ page }) => {
    await visit(page, latvianTemplatePaths, async (path) => {
      const expected = await controls(page);
      const { stops, faults } = await walk(page, 'Shift+Tab');
      expect.soft(stops, path).toEqual(expected.reverse());
      expectNone(faults, path);
    });
  });
});
