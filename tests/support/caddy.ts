import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { caddyfile } from '../../src/hosting/caddy.ts';
import type { SitePolicy } from '../../src/hosting/policy.ts';
import { answers, freePort } from './nginx.ts';

/** Whether this machine has Caddy at all. */
export const hasCaddy = spawnSync('caddy', ['version']).status === 0;

/** Starts Caddy over `<root>/dist` with the written policy; its own files go to `<root>/caddy`. Kill the process to stop it. */
export async function startCaddy(root: string, policy: SitePolicy, endpoint: string): Promise<{ port: number; process: ChildProcess }> {
  const port = await freePort();
  const folder = join(root, 'caddy');
  await mkdir(folder, { recursive: true });
  const site = caddyfile(policy, { address: `http://localhost:${port}`, root: join(root, 'dist'), endpoint });
  await writeFile(join(folder, 'Caddyfile'), `{\n\tadmin off\n}\n${site}`);
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const child = spawn('caddy', ['run', '--config', join(folder, 'Caddyfile')], { stdio: 'ignore', env });
  await answers(port);
  return { port, process: child };
}
