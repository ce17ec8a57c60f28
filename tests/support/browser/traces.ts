import type { Page, Request } from 'playwright/test';

/** Listens from now on; `faults` says what has gone wrong or left the site since it was last asked. */
export function listenToPage(page: Page, origin: string): { faults: () => string[]; requests: () => number } {
  let faults: string[] = [];
  let requests = 0;
  let visit = 0;
  const visitOf = new WeakMap<Request, number>();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`script error: ${error.message}`));
  page.on('request', (request) => {
    requests += 1;
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) visit += 1;
    visitOf.set(request, visit);
    if (new URL(request.url()).origin !== origin) faults.push(`asks another site: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    const isCutOffByLeaving = request.failure()?.errorText === 'net::ERR_ABORTED' && visitOf.get(request) !== visit;
    if (!isCutOffByLeaving) faults.push(`failed: ${request.url()} ${request.failure()?.errorText}`);
  });
  return {
    faults: () => {
      const found = faults;
      faults = [];
      return found;
    },
    requests: () => {
      const made = requests;
      requests = 0;
      return made;
    },
  };
}

/** What the page has left in the browser: cookies, storage, caches, service workers. */
export async function tracesLeft(page: Page): Promise<string[]> {
  const cookies = await page.context().cookies();
  const stored = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const caches = await window.caches.keys();
    const workers = await navigator.serviceWorker.getRegistrations();
    return [
      ...Object.keys(localStorage).map((key) => `localStorage: ${key}`),
      ...Object.keys(sessionStorage).map((key) => `sessionStorage: ${key}`),
      ...databases.map(({ name }) => `database: ${name}`),
      ...caches.map((name) => `cache: ${name}`),
      ...workers.map(({ scope }) => `service worker: ${scope}`),
    ];
  });
  return [...cookies.map(({ name }) => `cookie: ${name}`), ...stored];
}
