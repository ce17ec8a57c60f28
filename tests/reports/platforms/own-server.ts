import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openFsStore } from '../../../src/reports/stores/fs.ts';
import { bundled } from '../../support/reports/bundled.ts';
import { CONTRACT_SETTINGS, type Platform } from '../../support/reports/platform-contract.ts';
import { writeFile } from 'node:fs/promises';

/** The endpoint in a runtime that is its own server, on a free port, with a folder for reports. `command` runs the bundle in that folder. */
export async function openOwnServer(
  platform: 'deno' | 'bun',
  command: (file: string, folder: string) => [program: string, ...args: string[]],
): Promise<Platform> {
  const { file, folder, remove } = await bundled(platform);
  const secret = join(folder, 'secret');
  await writeFile(secret, CONTRACT_SETTINGS.REPORTS_SECRET, { mode: 0o600 });
  const places = { REPORTS_DIR: join(folder, 'store'), REPORTS_SECRET_FILE: secret, REPORTS_TRUST_PROXY: '1', PORT: '0' };
  const [program, ...args] = command(file, folder);
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, ...CONTRACT_SETTINGS, ...places },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      const found = /on (http:\/\/\S+)\/api\//.exec(line)?.[1];
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`${platform} ended with ${code}`)));
  });
  return {
    ask: (request, sender) => askOver(address, request, sender === undefined ? {} : { 'X-Forwarded-For': sender }),
    store: await openFsStore(places.REPORTS_DIR, () => new Date()),
    close: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
      await remove();
    },
  };
}

/** The same request over the network. */
export async function askOver(address: string, request: Request, more: Record<string, string> = {}): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const headers = new Headers(request.headers);
  for (const [name, value] of Object.entries(more)) headers.set(name, value);
  const body = request.body ? await request.arrayBuffer() : null;
  return fetch(new URL(pathname + search, address), { method: request.method, headers, body, redirect: 'manual' });
}
