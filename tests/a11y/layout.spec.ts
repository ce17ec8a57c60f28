import { test } from 'playwright/test';
import { lostText, withTextSpacing } from '../support/browser/lost-text.ts';
import { smallTargets } from '../support/browser/rules/layout.ts';
import { desktop, phone, setting } from '../support/browser/settings.ts';
import { expectNone, templatePaths, visit } from '../support/browser/site.ts';

const turned = { width: 740, height: 360 };

// Windows of 320 px: every-page.spec.ts.
test.describe('of any kind of page in every language', () => {
  test.use(setting(desktop));
  test('no control outside a sentence is smaller than 44 px, and no text is lost on a turned phone, with wide spacing or large letters', async ({
    page,
  }) => {
    await visit(page, templatePaths, async (path) => {
      await page.setViewportSize(phone);
      expectNone(await page.evaluate(smallTargets), `${path} on a phone`);
      await page.setViewportSize(turned);
      expectNone(await lostText(page), `${path} on a turned phone`);
      await page.setViewportSize(desktop);
      expectNone(await page.evaluate(smallTargets), `${path} on a desktop`);
      await withTextSpacing(page, async () => {
        expectNone(await lostText(page), `${path} on a desktop with wide text spacing`);
        await page.setViewportSize(phone);
        expectNone(await lostText(page), `${path} on a phone with wide text spacing`);
      });
      await page.setViewportSize(desktop);
      await page.addStyleTag({ content: 'html { font-size: 200% !important }' });
      expectNone(await lostText(page), `${path} on a desktop with letters of twice the size`);
    });
  });
});
