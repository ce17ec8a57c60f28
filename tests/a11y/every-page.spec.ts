import { test } from 'playwright/test';
import { axeFaults } from '../support/browser/axe.ts';
import { ibmFaults } from '../support/browser/ibm.ts';
import { desktop, phone, setting } from '../support/browser/settings.ts';
import { expectNone, languages, parts, pathsOfPart, templates, visit } from '../support/browser/site.ts';

test.use(setting(phone));

// Header and footer are the same on every page (landmarks.spec.ts) and are read in every look in every-setting.spec.ts.
for (const part of parts) {
  test(`axe finds nothing on any page, on a phone in light and on a desktop in dark colours, part ${part}`, async ({ page, request }) => {
    await visit(page, await pathsOfPart(request, part), async (path) => {
      await page.setViewportSize(phone);
      await page.emulateMedia({ colorScheme: 'light' });
      expectNone(await axeFaults(page, { isWithoutFrame: true }), `${path} on a phone in light colours`);
      await page.setViewportSize(desktop);
      await page.emulateMedia({ colorScheme: 'dark' });
      expectNone(await axeFaults(page, { isWithoutFrame: true, isOnlyLook: true }), `${path} on a desktop in dark colours`);
    });
  });
}

/** Twins have the same build: each width is seen in a language, both in Latvian. */
const widths = { lv: { phone, desktop }, en: { phone }, ru: { desktop } };

for (const language of languages) {
  test(`the engine of IBM finds nothing on any kind of page in ${language}`, async ({ page }) => {
    const paths = Object.values(templates).flatMap((twins) => twins[language] ?? []);
    await visit(page, paths, async (path) => {
      for (const [name, viewport] of Object.entries(widths[language])) {
        await page.setViewportSize(viewport);
        expectNone(await ibmFaults(page), `${path} on a ${name}`);
      }
    });
  });
}
