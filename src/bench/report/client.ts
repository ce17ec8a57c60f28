import { join } from 'node:path';
import { chromium, type CDPSession, type Page } from 'playwright';
import { readPolicy } from '../../hosting/policy.ts';
import { openSiteReports } from '../../reports/adapters/site.ts';
import { createSiteServer, stopServer } from '../../server/serve.ts';
import { findBrowser } from '../../setup/browser.mjs';
import { judge } from '../bars.ts';
import { listen } from '../page/serve-folder.ts';

const SLOWDOWN = 6;
const RUNS = 5;
const PAGE = '/lv/zinot/';
/** Milliseconds. */
const PRESS = 80;
/** Letters of two bytes: with the frame of the message they fill 32 KiB. */
const TEXT = 'ā'.repeat(15_000);

interface Times {
  /** Milliseconds to seal a report, without the rounds of PBKDF2 that make its mailbox, which no thread of the page computes. */
  seal: number;
  /** The longest task from "Send" to the answer, in milliseconds of the processor: for so long the page could not answer. */
  hold: number;
}

interface Task {
  name: string;
  cat: string;
  /** Microseconds of the processor; absent where the system does not tell. */
  tdur?: number;
  dur?: number;
  tid: number;
  pid: number;
  args: { name?: string };
}

/** The longest task of the page's main thread while `work` is done, in milliseconds. */
async function longestTask(session: CDPSession, work: () => Promise<void>): Promise<number> {
  const events: Task[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as Task[])));
  const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  const includedCategories = ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata'];
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } });
  await work();
  await session.send('Tracing.end');
  await done;
  const mains = new Set(events.filter(({ args }) => args.name === 'CrRendererMain').map(({ pid, tid }) => `${pid}/${tid}`));
  const tasks = events.filter(({ name, pid, tid }) => name.endsWith('RunTask') && mains.has(`${pid}/${tid}`));
  if (tasks.length === 0) throw new Error('The trace holds no task. Is this another Chromium than the bench was written for?');
  return Math.max(...tasks.map(({ tdur, dur = 0 }) => tdur ?? dur)) / 1_000;
}

/** Seals in the page, with the module that the page itself has loaded. */
function sealInPage(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { sealSrc = '', epochs = '[]' } = document.forms[0]?.dataset ?? {};
    const sealing = (await import(sealSrc)) as Record<string, (sending?: object) => unknown>;
    const seal = sealing['sealAll'] ?? sealing['sealedBody'];
    const newCode = sealing['newCode'];
    if (!seal || !newCode) throw new Error('the module that seals has other functions now');
    const fields = { about: '', what: 'ā'.repeat(15_000), links: '', where: '', when: '', who: '', contact: '', danger: false };
    const sending = { fields, lang: 'lv', isTrapped: false, now: new Date(), epochs: JSON.parse(epochs) as [], attachments: [] };
    const password = await crypto.subtle.importKey('raw', new Uint8Array(19), 'PBKDF2', false, ['deriveBits']);
    const rounds = { name: 'PBKDF2', hash: 'SHA-256', salt: new Uint8Array(13), iterations: 100_000 };
    const times: number[] = [];
    for (let run = 0; run < 9; run++) {
      const start = performance.now();
      await seal({ ...sending, code: newCode() });
      const middle = performance.now();
      await crypto.subtle.deriveBits(rounds, password, 256);
      times.push(middle - start - (performance.now() - middle));
    }
    return times.sort((one, other) => one - other)[4] ?? Number.NaN;
  });
}

async function sendOne(page: Page): Promise<Times> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const part = (name: string) => page.locator(`[data-report="${name}"]`);
  const what = page.locator('#what');
  await what.focus();
  // Somebody writes for longer than the cipher needs to be compiled (`warmUp`).
  await page.waitForTimeout(4_000);
  await what.fill(TEXT);
  await page.locator('button[type="submit"]').click();
  await part('preview-title').waitFor();
  await part('send').scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await part('send').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.waitForTimeout(500);
  const hold = await longestTask(session, async () => {
    // Only the mouse: scripts by which the browser is driven would be tasks of the page too. A press lasts as long as one of a finger.
    const stored = page.waitForResponse((answer) => answer.url().endsWith('/api/report'));
    await page.mouse.down();
    await page.waitForTimeout(PRESS);
    await page.mouse.up();
    await stored;
    await page.waitForTimeout(1_000);
  });
  if (!(await part('sent-title').isVisible())) throw new Error('the report was not stored');
  return { seal: await sealInPage(page), hold };
}

const middle = (values: readonly number[]) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

/**
 * What sealing costs a phone: a report that fills 32 KiB, sent from the built page on a processor six times slower than this machine. Medians of five; gives the number
 * of bars missed. Measures dist/ as it is.
 */
export async function measureClient(root: string, folder: string): Promise<number> {
  const reports = await openSiteReports(root, { REPORTS_DIR: join(folder, 'client'), REPORTS_SECRET_FILE: join(folder, 'secret') });
  const policy = { ...(await readPolicy(root)), https: false };
  const server = await createSiteServer({ dist: join(root, 'dist'), policy, api: reports.handle });
  const origin = await listen(server);
  const executablePath = findBrowser();
  const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
  const runs: Times[] = [];
  for (let run = 0; run < RUNS; run++) {
    const page = await browser.newPage();
    await page.goto(origin + PAGE);
    runs.push(await sendOne(page));
    await page.close();
  }
  await browser.close();
  await stopServer(server, 0);
  reports.close();
  console.log(
    `\nA phone (${SLOWDOWN} times slower), 32 KiB, ${RUNS} runs: sealing ${runs.map(({ seal }) => seal.toFixed(0)).join(', ')} ms; longest task ${runs.map(({ hold }) => hold.toFixed(0)).join(', ')} ms`,
  );
  return judge([
    { what: 'sealing 32 KiB', measured: middle(runs.map(({ seal }) => seal)), limit: 60, unit: ' ms' },
    { what: 'longest task from "Send" to the answer', measured: middle(runs.map(({ hold }) => hold)), limit: 50, unit: ' ms' },
  ]);
}
