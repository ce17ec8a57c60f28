import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { parse } from 'yaml';
import { listen } from '../../bench/page/serve-folder.ts';
import { readPolicy } from '../../hosting/policy.ts';
import { createSiteServer, stopServer } from '../../server/serve.ts';
import { findBrowser } from '../../setup/browser.mjs';

/** The search page of the built site in Chromium. */
export interface SearchPageMeasures {
  /** What each of the first queries fetches from when it is sent until its results stand, with headers: the most of all. */
  firstKilobytes: number;
  firstRequests: number;
  /**
   * Queries while the search is open and all files they need were read: from sending until the results are in the page. Everything is worked out anew, no answer is kept;
   * what is kept is what files say, such as a page's words. `files` are those fetched meanwhile, so 0 says that no network is in the figures.
   */
  warm: Timing;
  /** The same where the search is open and nothing was asked for on this page yet: what the query needs is fetched from this machine, or found in the browser's cache. */
  fresh: Timing;
}

/** On a processor six times slower. */
interface Timing {
  queries: number;
  median: number;
  /** 95 of 100. */
  high: number;
  /** Files fetched for a query, on average. */
  files: number;
}

const CPU_SLOWDOWN = 6;
const FIRST_QUERIES = ['palīdzība bez dokumentiem', 'cilveku tirdznieciba', 'darbs ārzemēs', 'upura tiesibas', 'kā zvanīt'];
const WARM_QUERIES = 60;
const ROUNDS = 3;

/** Serves dist/ of `root`, which must be built, under its production headers. Throws where there is no Chromium. */
export async function measureSearchPage(root: string): Promise<SearchPageMeasures> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('There is no Chromium. Run: node src/setup/setup.mjs --browser');
  const server = await createSiteServer({ dist: join(root, 'dist'), policy: { ...(await readPolicy(root)), https: false } });
  const url = `${await listen(server)}/lv/meklet/`;
  const browser = await chromium.launch({ executablePath });
  try {
    const first = [];
    for (const query of FIRST_QUERIES) first.push(await firstQuery(browser, url, query));
    return {
      firstKilobytes: Math.max(...first.map(({ bytes }) => bytes)) / 1000,
      firstRequests: Math.max(...first.map(({ requests }) => requests)),
      ...(await laterQueries(browser, url, await typedQueries(root))),
    };
  } finally {
    await browser.close();
    await stopServer(server);
  }
}

/** The Latvian queries that the tests ask, spread over their classes. */
async function typedQueries(root: string): Promise<string[]> {
  const classes = parse(await readFile(join(root, 'tests/build/search-queries.yml'), 'utf8')) as {
    locale: string;
    queries: { query: string }[];
  }[];
  const all = classes.filter(({ locale }) => locale === 'lv').flatMap(({ queries }) => queries.map(({ query }) => query));
  const step = Math.max(1, Math.floor(all.length / WARM_QUERIES));
  return all.filter((_, index) => index % step === 0).slice(0, WARM_QUERIES);
}

async function firstQuery(browser: Browser, url: string, query: string): Promise<{ bytes: number; requests: number }> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const sizes: number[] = [];
    session.on('Network.loadingFinished', ({ encodedDataLength }) => sizes.push(encodedDataLength));
    await session.send('Network.enable');
    await page.goto(url, { waitUntil: 'networkidle' });
    sizes.length = 0;
    await ask(page, query);
    await page.waitForLoadState('networkidle');
    return { bytes: sizes.reduce((sum, size) => sum + size, 0), requests: sizes.length };
  } finally {
    await context.close();
  }
}

async function laterQueries(browser: Browser, url: string, queries: readonly string[]): Promise<{ warm: Timing; fresh: Timing }> {
  const context = await browser.newContext();
  const asked = async (page: Page, rounds: number): Promise<Timing> => {
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    const filesBefore = await filesOf(page);
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) for (const query of queries) times.push(await ask(page, query));
    times.sort((a, b) => a - b);
    return {
      queries: times.length,
      median: times[Math.floor(times.length / 2)] ?? NaN,
      high: times[Math.floor(times.length * 0.95)] ?? NaN,
      files: ((await filesOf(page)) - filesBefore) / times.length,
    };
  };
  const first = await openPage(context, url);
  for (const query of queries) await ask(first, query);
  const warm = await asked(first, ROUNDS);
  await first.close();
  const fresh = await asked(await openPage(context, url), 1);
  await context.close();
  return { warm, fresh };
}

/** The page with its search opened, as by a visitor who turns to the field. */
async function openPage(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate(() => performance.setResourceTimingBufferSize(10_000));
  await page.focus('[data-search] input');
  await page.waitForLoadState('networkidle');
  return page;
}

function filesOf(page: Page): Promise<number> {
  return page.evaluate(() => performance.getEntriesByType('resource').length);
}

/** Sends a query and resolves with the milliseconds until its results, or the word that there are none, stand on the page. */
async function ask(page: Page, query: string): Promise<number> {
  return page.evaluate(async (text) => {
    const search = document.querySelector<HTMLElement>('[data-search]');
    const [form, input, list] = [search?.querySelector('form'), search?.querySelector('input'), search?.querySelector('ol')];
    const nothing = search?.querySelector<HTMLElement>('[data-nothing]');
    if (!search || !form || !input || !list || !nothing) throw new Error('the search page has another form than this benchmark knows');
    list.replaceChildren();
    nothing.hidden = true;
    input.value = text;
    const answered = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (list.childElementCount === 0 && nothing.hidden) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(search, { subtree: true, childList: true, attributes: true, attributeFilter: ['hidden'] });
    });
    const sent = performance.now();
    form.requestSubmit();
    await answered;
    return performance.now() - sent;
  }, query);
}
