import { expect, test } from 'playwright/test';
import { axeFaults } from '../support/browser/axe.ts';
import { ibmFaults } from '../support/browser/ibm.ts';
import { kindsOfElements, withEveryKind } from '../support/browser/kinds-of-elements.ts';
import { lostText, withTextSpacing } from '../support/browser/lost-text.ts';
import { openReader } from '../support/browser/reader.ts';
import { desktop, narrow, phone, setting } from '../support/browser/settings.ts';
import { everyPath, expectNone, languages, missing, parts, pathsOfPart, templates, visit } from '../support/browser/site.ts';
import { listenToPage, tracesLeft } from '../support/browser/traces.ts';

test.use(setting(phone));

/** The browser itself reports the status of the page for missing addresses. */
const expectedNoise = /status of 404/;

test.describe('as a visitor gets it, under the production headers', () => {
  test.use({ ...setting(narrow), bypassCSP: false });
  // Header and footer are the same on every page (landmarks.spec.ts) and are read in every look in every-setting.spec.ts, which also has the wide windows.
  for (const part of parts) {
    test(`every page loads in a window of 320 px without a fault, leaves nothing behind and loses no text, and axe finds nothing in light colours, part ${part}`, async ({
      page,
      request,
      browser,
      baseURL,
    }) => {
      const reader = await openReader(browser, { viewport: narrow });
      const heard = listenToPage(page, new URL(baseURL ?? '').origin);
      const visited: string[] = [];
      await visit(page, await pathsOfPart(request, part), async (path) => {
        const isMissing = Object.values(missing).includes(path);
        expectNone(
          heard.faults().filter((fault) => !(isMissing && expectedNoise.test(fault))),
          path,
        );
        // What a page leaves stays: it is looked for after every score of pages.
        visited.push(path);
        if (visited.length % 20 === 0) expectNone(await tracesLeft(page), `one of ${visited.slice(-20).join(', ')}`);
        expect.soft(heard.requests(), `${path} requests`).toBeLessThanOrEqual(6);
        expectNone(await axeFaults(await reader.show(page), { isWithoutFrame: true }), `${path} in light colours`);
        expectNone(await lostText(page), path);
        await withTextSpacing(page, async () => expectNone(await lostText(page), `${path} with wide text spacing`));
      });
      expectNone(await tracesLeft(page), `one of ${visited.slice(-20).join(', ')}`);
      await reader.close();
    });
  }

  test('the pages carry the policy that this file tests', async ({ request }) => {
    const { 'content-security-policy': policy = '' } = (await request.get('/lv/')).headers();
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });
});

test.describe('on a desktop in dark colours', () => {
  test.use(setting(desktop, 'dark'));
  test('axe finds nothing on pages that together show every kind of element, or on any page where EVERY_LOOK is set', async ({
    page,
    request,
    browser,
  }) => {
    const kinds = new Map<string, Set<string>>();
    for (const path of await everyPath(request)) kinds.set(path, kindsOfElements(await (await request.get(path)).text()));
    const paths = process.env['EVERY_LOOK'] ? [...kinds.keys()] : withEveryKind(kinds);
    expect(paths.length).toBeGreaterThan(50);
    const reader = await openReader(browser, { viewport: desktop, colorScheme: 'dark' });
    await visit(page, paths, async (path) =>
      expectNone(await axeFaults(await reader.show(page), { isWithoutFrame: true, isOnlyLook: true }), path),
    );
    await reader.close();
  });
});

/** Twins have the same build: each width is seen in a language, both in Latvian. */
const widths = { lv: { phone, desktop }, en: { phone }, ru: { desktop } };

for (const language of languages) {
  test(`the engine of IBM finds nothing on any kind of page in ${language}`, async ({ page, browser }) => {
    const reader = await openReader(browser, { viewport: phone });
    const paths = Object.values(templates).flatMap((twins) => twins[language] ?? []);
    await visit(page, paths, async (path) => {
      const tab = await reader.show(page);
      for (const [name, viewport] of Object.entries(widths[language])) {
        await tab.setViewportSize(viewport);
        expectNone(await ibmFaults(tab), `${path} on a ${name}`);
      }
    });
    await reader.close();
  });
}
