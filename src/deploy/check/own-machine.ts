import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nginxConfig } from '../../hosting/nginx.ts';
import { readPolicy } from '../../hosting/policy.ts';
import { bundleEndpoint } from '../bundle.ts';
import { installEmulator } from '../emulator.ts';
import { askOver, type Deployment, TRIAL_SETTINGS } from './deployment.ts';
import { filesBelow, freePort, type Program, start } from './programs.ts';
import { readUnit, unitFaults } from './unit.ts';

type Runtime = 'node' | 'deno' | 'bun';

/** Everything of a check that is written stands below this folder. */
async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'deploy-check-'));
  for (const name of ['store', 'nginx', 'code']) await mkdir(join(folder, name));
  await writeFile(join(folder, 'secret'), TRIAL_SETTINGS.REPORTS_SECRET, { mode: 0o600 });
  return folder;
}

/** Runs what the unit runs, with its rights and settings, in the check's folder and without development keys being refused. */
async function startUnit(root: string, runtime: Runtime, folder: string, port: number): Promise<Program> {
  const unit = await readUnit(root, runtime);
  const programs = runtime === 'node' ? process.execPath : join(await installEmulator(root, runtime), '.bin', runtime);
  if (runtime !== 'node') await bundleEndpoint(root, runtime, join(folder, 'code'));
  const here = (text: string) =>
    text
      .replaceAll('/srv/site', root.replace(/\/$/, ''))
      .replaceAll('/srv/reports', join(folder, 'code'))
      .replaceAll('/var/lib/reports', join(folder, 'store'))
      .replaceAll('%d', folder)
      .replaceAll('/run/credentials', folder);
  const [, ...args] = unit.command.map(here);
  const settings = Object.fromEntries(Object.entries(unit.environment).map(([name, value]) => [name, here(value)]));
  const trial = { ...settings, ...TRIAL_SETTINGS, PORT: String(port) };
  return start([programs, ...args], `http://127.0.0.1:${port}/api/status`, { cwd: folder, env: trial });
}

/** nginx over dist/ with the written file, and behind it the endpoint as its unit starts it. */
export async function openBehindNginx(root: string, runtime: Runtime): Promise<Deployment> {
  const policy = await readPolicy(root);
  const folder = await makeFolder();
  const [port, behind] = [await freePort(), await freePort()];
  const endpoint = await startUnit(root, runtime, folder, behind);
  const own = join(folder, 'nginx');
  const frame = { listen: [`listen 127.0.0.1:${port}`], root: join(root, 'dist'), endpoint: `http://127.0.0.1:${behind}` };
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${own}/${name};`);
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  await writeFile(
    join(own, 'nginx.conf'),
    `${user} pid ${own}/pid; error_log stderr crit; events {}\nhttp {\n${temporary.join('\n')}\n${nginxConfig(policy, frame)}\n}\n`,
  );
  const address = `http://127.0.0.1:${port}`;
  const nginx = await start(['nginx', '-p', own, '-c', join(own, 'nginx.conf'), '-g', 'daemon off;'], `${address}/robots.txt`, {
    cwd: own,
  });
  const published = await readFile(join(root, '.hosting/nginx.conf'), 'utf8').catch(() => '');
  const stale = published === nginxConfig(policy) ? [] : ['.hosting/nginx.conf: not what this version writes. Run: npm run build'];
  return {
    ask: askOver(address),
    faults: [...stale, ...(await unitFaults(root, runtime))],
    countReports: async () => (await filesBelow(join(folder, 'store'))).length,
    written: async () => [...nginx.output, ...endpoint.output, ...(await filesBelow(own)), ...(await filesBelow(join(folder, 'store')))],
    close: async () => {
      await nginx.stop();
      await endpoint.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
