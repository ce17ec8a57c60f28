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

for (const [name, viewport] of Object.entries({ phone, desktop })) {
  test.describe(`on a ${name}`, () => {
    test.use(setting(viewport));
    test('no text is lost with wide text spacing', async ({ page }) => {
      await visit(page, templatePaths, async (path) => {
        await page.addStyleTag({ content: textSpacing });
        expectNone(await lostText(page), path);
      });
    });
    test('every control outside a sentence is at least 44 by 44 px', async ({ page }) => {
      await visit(page, templatePaths, async (path) => expectNone(await page.evaluate(smallTargets), path));
    });
  });
}

test.describe('in a low window', () => {
  test.use(setting({ width: 740, height: 360 }));
  test('no text is lost when a phone is turned', async ({ page }) => {
    await visit(page, templatePaths, async (path) => expectNone(await lostText(page), path));
  });
});

test.describe('with letters of twice the size', () => {
  test.use(setting(desktop));
  test('no text is lost when only the letters grow', async ({ page }) => {
    await visit(page, templatePaths, async (path) => {
      await page.addStyleTag({ content: 'html { font-size: 200% !important }' });
      expectNone(await lostText(page), path);
    });
  });
});
