import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { readPolicy } from '../../../src/hosting/policy.ts';
import { openSiteReports } from '../../../src/reports/adapters/site.ts';
import { createSiteServer, stopServer } from '../../../src/server/serve.ts';
import { findWholeChromium, startChromium } from '../../support/browser/chromium.ts';
import { hasFirefox, startFirefox } from '../../support/browser/firefox.ts';
import type { Tab } from '../../support/browser/tab.ts';
import { listen } from '../../support/raw-http.ts';
import { plainOf } from '../../support/reports/moz-lz4.ts';
import { spellingsOf } from '../../support/reports/spellings.ts';
import { skipped } from './endpoint.ts';

const root = join(import.meta.dirname, '../../..');
const CANARY = 'kanarijs-profils-5d81';
const FORM = '/lv/zinot/';
/** Longer than both browsers wait before they save what tabs hold. */
const SAVING = 4_000;

type Start = (profile: string, isScripted: boolean) => Promise<Tab>;

/** Files of a profile that hold the text, Firefox's compressed ones unpacked. */
async function hitsIn(profile: string): Promise<string[]> {
  const spellings = spellingsOf(CANARY);
  const files = (await readdir(profile, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const hits: string[] = [];
  for (const entry of files) {
    const file = join(entry.parentPath, entry.name);
    const bytes = plainOf(await readFile(file).catch(() => Buffer.alloc(0)));
    if (spellings.some((spelling) => bytes.includes(spelling))) hits.push(file.slice(profile.length + 1));
  }
  return hits;
}

const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

async function write(tab: Tab, address: string): Promise<void> {
  await tab.go(address);
  await tab.focus('#what');
  await tab.keys(CANARY);
}

async function expectGone(tab: Tab, when: string): Promise<void> {
  if ((await tab.text()).includes(CANARY)) throw new Error(`the text is on screen ${when}`);
}

/** Sends a report and looks for its text on the screen and on the disk after all that may bring it back. */
async function sendAndLook(start: Start, profile: string, address: string, isScripted: boolean): Promise<void> {
  const expectClean = async (when: string): Promise<void> => {
    const hits = await hitsIn(profile);
    if (hits.length > 0) throw new Error(`the text is on disk ${when}: ${hits.join(', ')}`);
  };
  const tab = await start(profile, isScripted);
  await tab.go(new URL('/lv/', address).href);
  await write(tab, address);
  await tab.click('form button[type="submit"]');
  if (isScripted) {
    await tab.until('[data-report="preview-title"]');
    await tab.click('[data-report="send"]');
    await tab.until('[data-report="sent-title"]');
  } else await tab.until('.code');
  await pause(SAVING);
  await expectGone(tab, 'after sending');
  await expectClean('after sending');
  await tab.reload();
  await expectGone(tab, 'after a reload');
  await tab.back();
  await expectGone(tab, 'after Back');
  await tab.forward();
  await expectGone(tab, 'after Back and Forward');
  await pause(SAVING);
  await tab.kill();
  await expectClean('after the power went');
  const again = await start(profile, isScripted);
  await pause(SAVING);
  if (!(await again.address()).startsWith('http')) throw new Error(`the tab was not restored: ${await again.address()}`);
  await expectGone(again, 'in the restored tab');
  await again.quit();
  await expectClean('after the exit');
}

/** A form as careless sites have it: an answer to the post itself, and nothing said about keeping. */
function carelessSite(): Server {
  return createServer((request, response) => {
    request.resume();
    response.setHeader('Content-Type', 'text/html');
    response.end(
      request.method === 'POST'
        ? '<p class="code">Paldies</p>'
        : '<form method="post"><textarea id="what" name="what"></textarea><button type="submit">x</button></form>',
    );
  });
}

/** The careless site must be caught in the same way, or the search is blind. */
async function expectCaught(start: Start, profile: string, address: string): Promise<string> {
  const tab = await start(profile, true);
  await write(tab, address);
  await pause(SAVING);
  await tab.click('button');
  await tab.until('.code');
  await pause(SAVING);
  await tab.kill();
  const hits = await hitsIn(profile);
  if (hits.length === 0) throw new Error('a careless form left nothing on the disk, so the search is blind');
  return hits[0] ?? '';
}

/** Chromium and Firefox, with and without script: nothing of a report on the screen or in the profile after sending, reload, Back, power cut, restored tabs, exit. */
export async function leavesNoTrace(folder: string): Promise<string> {
  if (!existsSync(join(root, 'dist', FORM))) return skipped('needs a build: npm run build');
  const program = findWholeChromium();
  const browsers: { name: string; start: Start | undefined }[] = [
    { name: 'Chromium', start: program === undefined ? undefined : (profile, isScripted) => startChromium(program, profile, isScripted) },
    { name: 'Firefox', start: hasFirefox ? startFirefox : undefined },
  ];
  const reports = await openSiteReports(root, { REPORTS_DIR: join(folder, 'store'), REPORTS_SECRET_FILE: join(folder, 'secret') });
  const policy = { ...(await readPolicy(root)), https: false };
  const site = await createSiteServer({ dist: join(root, 'dist'), policy, api: reports.handle });
  const careless = carelessSite();
  const [sitePort, carelessPort] = [await listen(site), await listen(careless)];
  const lines: string[] = [];
  try {
    for (const { name, start } of browsers) {
      if (start === undefined) {
        lines.push(`${name} is not here (apt-get install chromium firefox-esr)`);
        continue;
      }
      const profileFor = async (what: string): Promise<string> => {
        const profile = join(folder, `${name}-${what}`);
        await mkdir(profile);
        return profile;
      };
      for (const isScripted of [true, false]) {
        const way = isScripted ? 'script' : 'plain';
        await sendAndLook(start, await profileFor(way), `http://localhost:${sitePort}${FORM}`, isScripted).catch((error: unknown) => {
          throw new Error(`${name}, ${way}: ${error instanceof Error ? error.message : String(error)}`);
        });
      }
      lines.push(
        `${name}: 0 hits with and without script, a careless form caught in ${await expectCaught(start, await profileFor('careless'), `http://localhost:${carelessPort}/`)}`,
      );
    }
  } finally {
    reports.close();
    careless.closeAllConnections();
    careless.close();
    await stopServer(site, 0);
  }
  return browsers.every(({ start }) => start === undefined) ? skipped(lines.join('; ')) : lines.join('; ');
}
