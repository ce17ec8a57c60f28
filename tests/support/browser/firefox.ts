import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Tab } from './tab.ts';

const PROGRAM = 'firefox-esr';
const PATIENCE = 60_000;
const ENTER = '\uE007';
/** A step in the history ends without a word. */
const SETTLING = 2_000;

/** Whether this machine has Debian's Firefox ESR. */
export const hasFirefox = spawnSync(PROGRAM, ['--version']).status === 0;

type Reply = { id: number; result?: unknown; error?: string; message?: string };

/** Preferences of a profile that behaves as on a person's machine: nothing that remote control usually switches off is off. */
function preferences(isScripted: boolean): string {
  const values: Record<string, boolean | number | string> = {
    'remote.prefs.recommended': false,
    'browser.startup.page': 3,
    'browser.sessionstore.interval': 500,
    'browser.sessionstore.resume_from_crash': true,
    'browser.sessionstore.max_resumed_crashes': 10,
    'browser.shell.checkDefaultBrowser': false,
    'browser.aboutwelcome.enabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'app.update.enabled': false,
    'javascript.enabled': isScripted,
  };
  return Object.entries(values)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}

async function socketOf(child: ChildProcess): Promise<WebSocket> {
  const lines = createInterface({ input: child.stderr as NodeJS.ReadableStream });
  for await (const line of lines) {
    const address = /WebDriver BiDi listening on (ws:\S+)/.exec(line)?.[1];
    if (address === undefined) continue;
    child.stderr?.resume();
    const socket = new WebSocket(`${address}/session`);
    await once(socket as unknown as NodeJS.EventEmitter, 'open').catch(() => undefined);
    return socket;
  }
  throw new Error('Firefox ended before it could be driven');
}

/**
 * Starts the Firefox that people use on a profile, with the tabs it had when it ended. Driven by WebDriver BiDi: Playwright's own Firefox is another program.
 */
export async function startFirefox(profile: string, isScripted: boolean): Promise<Tab> {
  await writeFile(join(profile, 'user.js'), preferences(isScripted));
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'];
  const child = spawn(PROGRAM, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: profile, MOZ_CRASHREPORTER_DISABLE: '1' },
  });
  const socket = await socketOf(child);
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let count = 0;
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error, message } = JSON.parse(String(data)) as Reply;
    const caller = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) caller?.resolve(result);
    else caller?.reject(new Error(`${error}: ${message}`));
  });
  const ask = <Result>(method: string, params: object): Promise<Result> =>
    new Promise((resolve, reject) => {
      const id = ++count;
      waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      socket.send(JSON.stringify({ id, method, params }));
      setTimeout(() => waiting.delete(id) && reject(new Error(`${method}: no answer`)), PATIENCE).unref();
    });
  await ask('session.new', { capabilities: {} });
  const { contexts } = await ask<{ contexts: { context: string; url: string }[] }>('browsingContext.getTree', {});
  const context = (contexts.find(({ url }) => !url.startsWith('about:')) ?? contexts[0])?.context ?? '';

  const evaluate = async (expression: string): Promise<unknown> => {
    const target = { context, sandbox: 'looking' };
    const { result } = await ask<{ result: { value?: unknown } }>('script.evaluate', { expression, target, awaitPromise: false });
    return result?.value;
  };
  const keys = async (text: string): Promise<void> => {
    const actions = Array.from(text).flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await ask('input.performActions', { context, actions: [{ type: 'key', id: 'keys', actions }] });
  };
  const focus = async (selector: string): Promise<void> =>
    void (await evaluate(`document.querySelector(${JSON.stringify(selector)}).focus()`));
  const step = async (delta: number): Promise<void> => {
    await ask('browsingContext.traverseHistory', { context, delta });
    await new Promise((resolve) => setTimeout(resolve, SETTLING));
  };
  const ended = once(child, 'exit');
  return {
    go: async (address) => void (await ask('browsingContext.navigate', { context, url: address, wait: 'complete' })),
    reload: async () => void (await ask('browsingContext.reload', { context, wait: 'complete' })),
    back: () => step(-1),
    forward: () => step(1),
    text: async () =>
      String(
        await evaluate(
          `document.documentElement.innerText + [...document.querySelectorAll('textarea,input')].map((field) => field.value).join(' ')`,
        ),
      ),
    keys,
    focus,
    async click(selector) {
      await focus(selector);
      await keys(ENTER);
    },
    async until(selector) {
      const end = Date.now() + PATIENCE;
      const isSeen = `document.querySelector(${JSON.stringify(selector)})?.checkVisibility() === true`;
      while (Date.now() < end) {
        if ((await evaluate(isSeen).catch(() => false)) === true) return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`never seen in Firefox: ${selector}`);
    },
    address: async () => String(await evaluate('location.href')),
    async quit() {
      await ask('browser.close', {}).catch(() => undefined);
      await ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
