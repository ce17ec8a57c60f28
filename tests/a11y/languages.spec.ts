import { expect, test } from 'playwright/test';
import { foreignRuns } from '../support/browser/rules/language.ts';
import { everyPath, expectNone, languageOf, languages, parts, pathsOfPart, visit } from '../support/browser/site.ts';

for (const part of parts) {
  test(`every page says its language, and marks every text in another one, part ${part}`, async ({ page, request }) => {
    await visit(page, await pathsOfPart(request, part), async (path) => {
      expect.soft(await page.locator('html').getAttribute('lang'), path).toBe(languageOf(path));
      expectNone(await page.evaluate(foreignRuns), path);
    });
  });
}

for (const language of languages) {
  test(`menu, help and footer say the same in the same place on every page in ${language}`, async ({ page, request }) => {
    const paths = (await everyPath(request)).filter((path) => languageOf(path) === language);
    let first: string[] | undefined;
    await visit(page, paths, async (path) => {
      const frame = await page.locator('header nav:not(:has([hreflang])) a, footer a').evaluateAll((links) => links.map((link) => `${link.getAttribute('href')} ${link.textContent?.trim()}`));
      first ??= frame;
      expect.soft(frame, path).toEqual(first);
    });
    expect(first?.length).toBeGreaterThan(5);
  });
}
