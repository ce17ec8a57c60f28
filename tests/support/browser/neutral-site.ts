import type { Page } from 'playwright/test';

/** Stands in for every other site, so that no test touches the network. */
export async function aNeutralSite(page: Page): Promise<void> {
  await page.route(
    ({ protocol }) => protocol === 'https:',
    (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Neutral</title><h1>A neutral page</h1>' }),
  );
}
