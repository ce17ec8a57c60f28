import { expect, test } from 'playwright/test';
import { expectNone, missing, parts, pathsOfPart, visit } from '../support/browser/site.ts';
import { listenToPage, tracesLeft } from '../support/browser/traces.ts';

/** The browser itself reports the status of the page for missing addresses. */
const expectedNoise = /status of 404/;

for (const part of parts) {
  test(`under the production headers every page loads without a fault and leaves nothing behind, part ${part}`, async ({
    page,
    request,
    baseURL,
  }) => {
    const heard = listenToPage(page, new URL(baseURL ?? '').origin);
    await visit(page, await pathsOfPart(request, part), async (path) => {
      const isMissing = Object.values(missing).includes(path);
      const faults = heard.faults().filter((fault) => !(isMissing && expectedNoise.test(fault)));
      expectNone([...faults, ...(await tracesLeft(page))], path);
      expect.soft(heard.requests(), `${path} requests`).toBeLessThanOrEqual(6);
    });
  });
}

test('the pages carry the policy that this file tests', async ({ request }) => {
  const { 'content-security-policy': policy = '' } = (await request.get('/lv/')).headers();
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
});
