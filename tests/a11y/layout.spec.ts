import { test, type Page } from 'playwright/test';
import { clippedText, outsideTheWindow, overlappingText, smallTargets } from '../support/browser/rules/layout.ts';
import { desktop, narrow, phone, setting } from '../support/browser/settings.ts';
import { expectNone, parts, pathsOfPart, templatePaths, visit } from '../support/browser/site.ts';

/** What WCAG 1.4.12 lets every reader set. */
const textSpacing =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';

async function lostText(page: Page): Promise<string[]> {
  return [...(await page.evaluate(outsideTheWindow)), ...(await page.evaluate(clippedText)), ...(await page.evaluate(overlappingText))];
}

test.describe('in a window of 320 px', () => {
  test.use(setting(narrow));
  for (const part of parts) {
    test(`no text of any page is lost, as it is and with wide text spacing, part ${part}`, async ({ page, request }) => {
      await visit(page, await pathsOfPart(request, part), async (path) => {
        expectNone(await lostText(page), path);
        await page.addStyleTag({ content: textSpacing });
        expectNone(await lostText(page), `${path} with wide text spacing`);
      });
    });
  }
});

const turned = { width: 740, height: 360 };

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
      const spacing = await page.addStyleTag({ content: textSpacing });
      expectNone(await lostText(page), `${path} on a desktop with wide text spacing`);
      await page.setViewportSize(phone);
      expectNone(await lostText(page), `${path} on a phone with wide text spacing`);
      await spacing.evaluate((style) => (style as HTMLStyleElement).remove());
      await page.setViewportSize(desktop);
      await page.addStyleTag({ content: 'html { font-size: 200% !important }' });
      expectNone(await lostText(page), `${path} on a desktop with letters of twice the size`);
    });
  });
});
