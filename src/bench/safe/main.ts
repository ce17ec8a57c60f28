/**
 * npm run bench:safe: chooses, locks and opens a photograph of 10 MB in the page of the papers safe, as a reader does it, on a processor
 * four times slower than this machine, with the production headers. Medians of five runs for the times, the worst of them for the hold;
 * exits with 1 if a bar is missed. Measures dist/ as it is: build first.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright';
import { readPolicy } from '../../hosting/policy.ts';
import { createSiteServer, stopServer } from '../../server/serve.ts';
import { findBrowser } from '../../setup/browser.mjs';
import { judge } from '../bars.ts';
import { listen } from '../page/serve-folder.ts';
import { median } from '../table.ts';
import { photo } from './photo.ts';

const MEGABYTES = 10;
const SLOWDOWN = 4;
const RUNS = 5;
/** A page that is silent for longer feels frozen to who touches it (web.dev, RAIL model: answer within 100 ms). */
const HOLD = 100;
const PAGE = '/lv/drosi-celot-un-stradat/dokumentu-seifs/';

/** What the reader does, where the page answers, and which of its words says that it is done. */
const steps = {
  choose: { control: '[data-safe="files"]', event: 'change', said: 'lock', done: '' },
  suggest: { control: '[data-safe-do="suggest"]', event: 'click', said: 'lock', done: 'suggested' },
  seal: { control: '[data-safe-do="seal"]', event: 'click', said: 'lock', done: 'sealed' },
  open: { control: '[data-safe-do="unseal"]', event: 'click', said: 'open', done: 'opened' },
} as const;
type Step = keyof typeof steps;

/** Milliseconds. */
interface Measured {
  took: Record<Step, number>;
  /** The longest tasks of the page: for so long it could not answer. */
  holds: Record<Step, number>;
}

/**
 * Takes a step and marks in the trace where it begins and where all of it is done, drawing included. The event comes from inside the page,
 * so that no task between the marks is one of the instrument.
 */
function take(page: Page, name: Step): Promise<number> {
  return page.evaluate(
    async ({ name, control, event, said, done }) => {
      const words = JSON.parse(document.querySelector<HTMLElement>('[data-safe="root"]')?.dataset['words'] ?? '{}') as Record<
        string,
        string
      >;
      const status = document.querySelector<HTMLElement>(`[data-safe="${said}-said"]`);
      await new Promise((resolve) => setTimeout(resolve, 300));
      performance.mark(`${name}-from`);
      const start = performance.now();
      await new Promise<void>((resolve, reject) => {
        new MutationObserver(() => {
          if (status?.textContent === (words[done] ?? '')) resolve();
          else if (status?.textContent !== words['working']) reject(new Error(status?.textContent ?? ''));
        }).observe(status as HTMLElement, { childList: true });
        document.querySelector(control)?.dispatchEvent(new Event(event, { bubbles: true }));
      });
      const took = performance.now() - start;
      await new Promise((resolve) => setTimeout(resolve, 300));
      performance.mark(`${name}-to`);
      return took;
    },
    { name, ...steps[name] },
  );
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  ts: number;
  dur?: number;
}

/** The longest task of the page between the marks of a step. Tasks, not late timers: slices give way to input and painting, not to timers. */
function longestHold(trace: readonly TraceEvent[], step: Step): number {
  const from = trace.find(({ name }) => name === `${step}-from`);
  const to = trace.find(({ name }) => name === `${step}-to`);
  if (!from || !to) throw new Error(`${step}: the trace has no marks`);
  const tasks = trace.filter(
    ({ name, pid, tid, ts, dur = 0 }) =>
      name.endsWith('RunTask') && pid === from.pid && tid === from.tid && ts + dur > from.ts && ts < to.ts,
  );
  if (tasks.length === 0) throw new Error(`${step}: the trace has no tasks`);
  return Math.max(...tasks.map(({ dur = 0 }) => dur)) / 1000;
}

async function measure(browser: Browser, origin: string, picture: string, folder: string): Promise<Measured> {
  const page = await browser.newPage({ acceptDownloads: true });
  await page.goto(origin + PAGE);
  // Files come from outside of the page; it is told of them when the step begins.
  await page.evaluate(() => addEventListener('change', (event) => event.isTrusted && event.stopImmediatePropagation(), true));
  await page.setInputFiles('[data-safe="files"]', picture);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline', 'blink.user_timing'] });
  const choose = await take(page, 'choose');
  const suggest = await take(page, 'suggest');
  const [download, seal] = await Promise.all([page.waitForEvent('download'), take(page, 'seal')]);
  const sealed = join(folder, 'sealed.age');
  await download.saveAs(sealed);
  await page.setInputFiles('[data-safe="locked"]', sealed);
  await page.fill('[data-safe="passphrase"]', await page.inputValue('[data-safe="new-passphrase"]'));
  const open = await take(page, 'open');
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  await page.close();
  const hold = (step: Step) => longestHold(traceEvents, step);
  return {
    took: { choose, suggest, seal, open },
    holds: { choose: hold('choose'), suggest: hold('suggest'), seal: hold('seal'), open: hold('open') },
  };
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
const server = await createSiteServer({ dist: join(root, 'dist'), policy: { ...(await readPolicy(root)), https: false } });
const origin = await listen(server);
const executablePath = findBrowser();
const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
const folder = await mkdtemp(join(tmpdir(), 'bench-safe-'));
const picture = join(folder, 'pase.jpg');
await writeFile(picture, photo(MEGABYTES * 1024 * 1024));
const runs: Measured[] = [];
for (let run = 0; run < RUNS; run++) runs.push(await measure(browser, origin, picture, folder));
await browser.close();
await stopServer(server, 0);
await rm(folder, { recursive: true });
const seconds = (step: Step) => median(runs.map(({ took }) => took[step])) / 1000;
const hold = (step: Step) => Math.max(...runs.map(({ holds }) => holds[step]));
process.exitCode = Math.min(
  1,
  judge([
    { what: `choosing ${MEGABYTES} MB`, measured: seconds('choose'), limit: 3, unit: ' s' },
    { what: `locking ${MEGABYTES} MB`, measured: seconds('seal'), limit: 3, unit: ' s' },
    { what: `opening ${MEGABYTES} MB`, measured: seconds('open'), limit: 3, unit: ' s' },
    { what: `the longest hold of the page in ${RUNS} runs, choosing`, measured: hold('choose'), limit: HOLD, unit: ' ms' },
    { what: 'making a passphrase', measured: hold('suggest'), limit: HOLD, unit: ' ms' },
    { what: 'locking', measured: hold('seal'), limit: HOLD, unit: ' ms' },
    { what: 'opening', measured: hold('open'), limit: HOLD, unit: ' ms' },
  ]),
);
