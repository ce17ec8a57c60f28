import type { Page } from 'playwright/test';

/** Leaves the page as for the browser's memory of whole pages, from which Back brings it. */
export async function leave(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
}

/** Lets no request for `address` go on before `letGo` is called, and counts those that were made. */
export async function holdBack(page: Page, address: string | RegExp): Promise<{ letGo: () => void; asked: () => number }> {
  let letGo: () => void = () => undefined;
  const gone = new Promise<void>((resolve) => (letGo = resolve));
  let asked = 0;
  await page.route(address, async (route) => {
    asked += 1;
    await gone;
    await route.continue();
  });
  return { letGo, asked: () => asked };
}
