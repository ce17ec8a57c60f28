import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nginxConfig } from '../../hosting/nginx.ts';
import { readPolicy, type SitePolicy } from '../../hosting/policy.ts';
import { bundleEndpoint } from '../bundle.ts';
import { installEmulator } from '../emulator.ts';
import { askOver, type Deployment, TRIAL_SETTINGS } from './deployment.ts';
import { filesBelow, freePort, type Program, start } from './programs.ts';
import { readUnit, unitFaults } from './unit.ts';

type Runtime = 'node' | 'deno' | 'bun';

/** Everything of a check that is written stands below this folder. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'deploy-check-'));
  for (const name of ['store', 'nginx', 'code']) await mkdir(join(folder, name));
  await writeFile(join(folder, 'secret'), TRIAL_SETTINGS.REPORTS_SECRET, { mode: 0o600 });
  return folder;
}

/** Runs what the unit of a recipe runs, with its rights and settings, in the check's folder and without development keys being refused. */
export async function startUnit(
  root: string,
  recipe: Runtime | 'onion',
  { folder, port, replaced = {} }: { folder: string; port: number; replaced?: Record<string, string> },
): Promise<Program> {
  const unit = await readUnit(root, recipe);
  const runtime = recipe === 'onion' ? 'node' : recipe;
  const program = runtime === 'node' ? process.execPath : join(await installEmulator(root, runtime), '.bin', runtime);
  if (runtime !== 'node') await bundleEndpoint(root, runtime, join(folder, 'code'));
  const places = {
    '/srv/site': root.replace(/\/$/, ''),
    '/srv/reports': join(folder, 'code'),
    '/var/lib/reports': join(folder, 'store'),
    '%d': folder,
    '/run/credentials': folder,
    ...replaced,
  };
  const here = (text: string) => Object.entries(places).reduce((all, [there, place]) => all.replaceAll(there, place), text);
  const [, ...args] = unit.command.map(here);
  const settings = Object.fromEntries(Object.entries(unit.environment).map(([name, value]) => [name, here(value)]));
  const env = { ...settings, ...TRIAL_SETTINGS, PORT: String(port) };
  return start([program, ...args], `http://127.0.0.1:${port}/api/status`, { cwd: folder, env });
}

/** nginx over dist/ with the written file, passing reports on to `endpoint`. */
export async function startNginx(root: string, policy: SitePolicy, folder: string, endpoint: string) {
  const port = await freePort();
  const own = join(folder, 'nginx');
  const site = nginxConfig(policy, { listen: [`listen 127.0.0.1:${port}`], root: join(root, 'dist'), endpoint });
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${own}/${name};`);
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  const config = `${user} pid ${own}/pid; error_log stderr crit; events {}\nhttp {\n${temporary.join('\n')}\n${site}\n}\n`;
  await writeFile(join(own, 'nginx.conf'), config);
  const address = `http://127.0.0.1:${port}`;
  const command = ['nginx', '-p', own, '-c', join(own, 'nginx.conf'), '-g', 'daemon off;'] as const;
  return { address, program: await start(command, `${address}/robots.txt`, { cwd: own }) };
}

/** nginx over dist/ with the written file, and behind it the endpoint as its unit starts it. */
export async function openBehindNginx(root: string, runtime: Runtime): Promise<Deployment> {
  const policy = await readPolicy(root);
  const folder = await makeFolder();
  const port = await freePort();
  const endpoint = await startUnit(root, runtime, { folder, port });
  const { address, program: nginx } = await startNginx(root, policy, folder, `http://127.0.0.1:${port}`);
  const published = await readFile(join(root, '.hosting/nginx.conf'), 'utf8').catch(() => '');
  const stale = published === nginxConfig(policy) ? [] : ['.hosting/nginx.conf: not what this version writes. Run: npm run build'];
  return {
    ask: askOver(address),
    faults: [...stale, ...(await unitFaults(root, runtime))],
    countReports: async () => (await filesBelow(join(folder, 'store'))).length,
    written: async () => [...nginx.output, ...endpoint.output, ...(await filesBelow(folder))],
    close: async () => {
      await nginx.stop();
      await endpoint.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
