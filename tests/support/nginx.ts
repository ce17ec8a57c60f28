import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { nginxConfig } from '../../src/hosting/nginx.ts';
import type { SitePolicy } from '../../src/hosting/policy.ts';
import { listen } from './raw-http.ts';

/** Whether this machine has nginx at all. */
export const hasNginx = spawnSync('nginx', ['-v']).status === 0;

export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((closed) => server.close(closed));
  return port;
}

export async function answers(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const isUp = await fetch(`http://localhost:${port}/robots.txt`).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await sleep(50);
  }
  throw new Error('the server did not start');
}

/** Starts nginx over `<root>/dist` with the written policy; its own files go to `<root>/nginx`. Kill the process to stop it. */
export async function startNginx(root: string, policy: SitePolicy, endpoint: string): Promise<{ port: number; process: ChildProcess }> {
  const port = await freePort();
  const folder = join(root, 'nginx');
  await mkdir(folder, { recursive: true });
  const site = nginxConfig(policy, { listen: [`listen 127.0.0.1:${port}`], root: join(root, 'dist'), endpoint });
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`);
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  const config = `${user} pid ${folder}/pid; error_log stderr crit; events {}\nhttp {\n${temporary.join('\n')}\n${site}\n}\n`;
  await writeFile(join(folder, 'nginx.conf'), config);
  const child = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf'), '-g', 'daemon off;'], {
    stdio: 'inherit',
  });
  await answers(port);
  return { port, process: child };
}
