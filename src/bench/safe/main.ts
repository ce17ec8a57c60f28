/**
 * npm run bench:safe: locks and opens 10 MB in the page of the papers safe, on a processor four times slower than this machine, with the
 * production headers. Medians of three; exits with 1 if a bar is missed. Measures dist/ as it is: build first.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { readPolicy } from '../../hosting/policy.ts';
import { createSiteServer, stopServer } from '../../server/serve.ts';
import { findBrowser } from '../../setup/browser.mjs';
import { judge } from '../bars.ts';
import { listen } from '../page/serve-folder.ts';

const MEGABYTES = 10;
const SLOWDOWN = 4;
const RUNS = 3;
const PAGE = '/lv/drosi-celot-un-stradat/dokumentu-seifs/';

interface Times {
  seal: number;
  open: number;
  /** The longest task: for so long the page could not answer. */
  hold: number;
}

/** Runs in the page, with the module that the page itself would load. */
function lockAndOpen(page: Page): Promise<Times> {
  return page.evaluate(async (megabytes) => {
    const { coreSrc = '', coreIntegrity = '' } = document.querySelector<HTMLElement>('[data-safe="root"]')?.dataset ?? {};
    const link = document.createElement('link');
    Object.assign(link, { rel: 'modulepreload', href: coreSrc, integrity: coreIntegrity, crossOrigin: 'anonymous' });
    document.head.append(link);
    const core = (await import(coreSrc)) as typeof import('../../components/papers-safe/core.client.ts');
    const bytes = new Uint8Array(megabytes * 1024 * 1024).map((_, index) => (index * 31) ^ (index >> 8));
    // Tasks, not late timers: the key is computed in slices that give way to the reader's input and to painting, but not to timers.
    let hold = 0;
    await new Promise((resolve) => setTimeout(resolve, 500));
    const watch = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) hold = Math.max(hold, duration);
    });
    watch.observe({ type: 'longtask' });
    const passphrase = core.makePassphrase();
    const start = performance.now();
    const sealed = await core.sealDocuments([{ name: 'a.pdf', bytes }], passphrase);
    const middle = performance.now();
    await core.openSafe(sealed, passphrase);
    const end = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { seal: middle - start, open: end - middle, hold };
  }, MEGABYTES);
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
const server = await createSiteServer({ dist: join(root, 'dist'), policy: { ...(await readPolicy(root)), https: false } });
const origin = await listen(server);
const executablePath = findBrowser();
const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
const runs: Times[] = [];
for (let run = 0; run < RUNS; run++) {
  const page = await browser.newPage();
  await page.goto(origin + PAGE);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  runs.push(await lockAndOpen(page));
  await page.close();
}
await browser.close();
await stopServer(server, 0);
const median = (name: keyof Times) => runs.map((run) => run[name]).sort((one, other) => one - other)[Math.floor(RUNS / 2)] ?? NaN;
process.exitCode = Math.min(
  1,
  judge([
    { what: `locking ${MEGABYTES} MB`, measured: median('seal') / 1000, limit: 3, unit: ' s' },
    { what: `opening ${MEGABYTES} MB`, measured: median('open') / 1000, limit: 3, unit: ' s' },
    { what: 'the longest hold of the page', measured: median('hold'), limit: 50, unit: ' ms' },
  ]),
);
