import type { Page } from 'playwright/test';

/** Stands in for every other site, so that no test touches the network. `hold` keeps its answer back until `release`. */
export async function aNeutralSite(page: Page): Promise<{ hold: () => void; release: () => void; wasAsked: Promise<void> }> {
  let held = Promise.resolve();
  let release = (): void => undefined;
  let asked = (): void => undefined;
  const wasAsked = new Promise<void>((resolve) => (asked = resolve));
  await page.route(
    ({ protocol }) => protocol === 'https:',
    async (route) => {
      asked();
      await held;
      await route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Neutral</title><h1>A neutral page</h1>' });
    },
  );
  return {
    hold: () => {
      held = new Promise((resolve) => (release = resolve));
    },
    release: () => release(),
    wasAsked,
  };
}
