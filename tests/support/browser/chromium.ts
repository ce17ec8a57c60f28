import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Page } from 'playwright';
import type { Tab } from './tab.ts';

async function debuggerOf(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stderr as NodeJS.ReadableStream })) {
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (address === undefined) continue;
    child.stderr?.resume();
    return address;
  }
  throw new Error('Chromium ended before it could be driven');
}

async function driven(page: Page, isScripted: boolean): Promise<Page> {
  const session = await page.context().newCDPSession(page);
  if (!isScripted) await session.send('Emulation.setScriptExecutionDisabled', { value: true });
  return page;
}

const SETTLING = 2_000;

/** After a crash Chromium asks whether to restore the tabs; here somebody says yes. */
async function forgetCrash(profile: string): Promise<void> {
  const file = join(profile, 'Default/Preferences');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text !== undefined) await writeFile(file, text.replace('"exit_type":"Crashed"', '"exit_type":"Normal"'));
}

/** A whole Chromium of this machine: a headless shell keeps nothing of a session. CHROMIUM_WHOLE names another one. Undefined where there is none. */
export function findWholeChromium(): string | undefined {
  const places = [process.env['CHROMIUM_WHOLE'] ?? '', '/usr/lib/chromium/chromium', '/opt/google/chrome/chrome'];
  return places.find((file) => existsSync(file));
}

/**
 * Starts a whole Chromium on a profile, with the tabs it had when it ended.
 */
export async function startChromium(program: string, profile: string, isScripted: boolean): Promise<Tab> {
  await forgetCrash(profile);
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const options = ['--headless=new', '--restore-last-session', '--remote-debugging-port=0', '--no-first-run', '--disable-gpu', ...sandbox];
  const child = spawn(program, [...options, `--user-data-dir=${profile}`], { stdio: ['ignore', 'ignore', 'pipe'] });
  const browser = await chromium.connectOverCDP(await debuggerOf(child));
  const [context] = browser.contexts();
  if (!context) throw new Error('Chromium has no window');
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const pages = context.pages();
  const page = await driven(pages.find((one) => one.url().startsWith('http')) ?? pages[0] ?? (await context.newPage()), isScripted);
  const step = async (go: () => Promise<unknown>): Promise<void> => {
    await go();
    // A page from the back cache is not loaded anew and has no such end.
    await page.waitForTimeout(SETTLING);
  };
  const ended = once(child, 'exit');
  return {
    go: async (address) => void (await page.goto(address)),
    reload: async () => void (await page.reload()),
    back: () => step(() => page.goBack({ waitUntil: 'commit' })),
    forward: () => step(() => page.goForward({ waitUntil: 'commit' })),
    text: () =>
      page.evaluate(
        () =>
          document.documentElement.innerText +
          [...document.querySelectorAll<HTMLInputElement>('textarea,input')].map(({ value }) => value).join(' '),
      ),
    focus: (selector) => page.locator(selector).focus(),
    keys: (text) => page.keyboard.type(text),
    click: (selector) => page.locator(selector).click(),
    until: async (selector) => void (await page.locator(selector).first().waitFor()),
    address: () => Promise.resolve(page.url()),
    async quit() {
      const session = await browser.newBrowserCDPSession();
      await session.send('Browser.close').catch(() => undefined);
      await ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
