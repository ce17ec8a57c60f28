import { test } from 'playwright/test';
import { axeFaults } from '../support/browser/axe.ts';
import { ibmFaults } from '../support/browser/ibm.ts';
import { desktop, phone, setting } from '../support/browser/settings.ts';
import { expectNone, parts, pathsOfPart, visit } from '../support/browser/site.ts';

const settings = { 'a phone in light colours': setting(phone), 'a desktop in dark colours': setting(desktop, { colorScheme: 'dark' }) };

for (const [name, use] of Object.entries(settings)) {
  test.describe(`on ${name}`, () => {
    test.use(use);
    for (const part of parts) {
      test(`axe finds nothing on any page, part ${part}`, async ({ page, request }) => {
        await visit(page, await pathsOfPart(request, part), async (path) => expectNone(await axeFaults(page), path));
      });
    }
  });
}

test.describe('IBM', () => {
  test.use(setting(desktop));
  for (const part of parts) {
    test(`finds nothing on any page, part ${part}`, async ({ page, request }) => {
      await visit(page, await pathsOfPart(request, part), async (path) => expectNone(await ibmFaults(page), path));
    });
  }
});
