import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession } from 'playwright';

/** One tab with a cookie jar, cache and storage of its own, spoken to by the DevTools protocol; its types are Playwright's. */
export interface Tab {
  send: CDPSession['send'];
  /** One listener for an event. */
  on: CDPSession['on'];
  close: () => Promise<void>;
}

export interface BareBrowser {
  openTab: () => Promise<Tab>;
  stop: () => Promise<void>;
}

interface Message {
  id?: number;
  sessionId?: string;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
}

const START_PATIENCE = 20_000;

/**
 * A browser that nobody looks into while a page loads. Playwright prepares worlds for scripts of its own in every document, which at a
 * sixth of the speed costs a page 60 ms before its first paint; a reader's browser does nothing of the kind.
 */
export async function startBareBrowser(executablePath: string): Promise<BareBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'bench-browser-'));
  const options = ['--headless', '--no-sandbox', '--no-first-run', '--remote-debugging-port=0', `--user-data-dir=${profile}`];
  const browser = spawn(executablePath, [...options, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const gone = new Promise<void>((resolve) => browser.once('exit', () => resolve()));
  const removeProfile = () => rm(profile, { recursive: true, force: true, maxRetries: 3 });
  const socket = await connectTo(browser.stderr).catch(async (error: unknown) => {
    browser.kill();
    await gone;
    await removeProfile();
    throw error;
  });

  let last = 0;
  const answers = new Map<number, (message: Message) => void>();
  const listeners = new Map<string, (parameters: unknown) => void>();
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.id !== undefined) answers.get(message.id)?.(message);
    else listeners.get(`${message.sessionId} ${message.method}`)?.(message.params);
  };
  const sendTo = (sessionId?: string) =>
    ((method: string, params: object = {}) =>
      new Promise<never>((resolve, reject) => {
        last += 1;
        const id = last;
        answers.set(id, ({ result, error }) => {
          answers.delete(id);
          if (error) reject(new Error(`${method}: ${error.message}`));
          else resolve(result as never);
        });
        socket.send(JSON.stringify({ id, method, params, sessionId }));
      })) as CDPSession['send'];
  const send = sendTo();

  return {
    async openTab() {
      const { browserContextId } = await send('Target.createBrowserContext');
      const { targetId } = await send('Target.createTarget', { url: 'about:blank', browserContextId });
      const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
      return {
        send: sendTo(sessionId),
        on: ((event: string, listener: (parameters: unknown) => void) => {
          listeners.set(`${sessionId} ${event}`, listener);
        }) as unknown as CDPSession['on'],
        async close() {
          await send('Target.disposeBrowserContext', { browserContextId });
          for (const key of listeners.keys()) if (key.startsWith(sessionId)) listeners.delete(key);
        },
      };
    },
    async stop() {
      await send('Browser.close');
      await gone;
      socket.close();
      await removeProfile();
    },
  };
}

/** Opens the socket that the browser names on its standard error. */
async function connectTo(output: NodeJS.ReadableStream): Promise<WebSocket> {
  const socket = new WebSocket(await addressIn(output));
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error('The browser does not answer on its DevTools socket.'));
  });
  return socket;
}

/** Chromium says on its standard error where its socket is. Rejects with what else it said when it ends or says nothing in time. */
function addressIn(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = () => reject(new Error(`The browser did not start.\n${said}`));
    const late = setTimeout(fail, START_PATIENCE);
    output.once('close', fail);
    output.on('data', (part: Buffer) => {
      said += part.toString();
      const address = /^DevTools listening on (ws:\S+)/m.exec(said)?.[1];
      if (!address) return;
      clearTimeout(late);
      resolve(address);
    });
  });
}
