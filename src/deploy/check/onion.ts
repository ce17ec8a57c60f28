import { execFile } from 'node:child_process';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readPolicy } from '../../hosting/policy.ts';
import { askOver, type Deployment } from './deployment.ts';
import { makeFolder, startNginx, startUnit } from './own-machine.ts';
import { filesBelow, freePort, start } from './programs.ts';
import { unitFaults } from './unit.ts';

const RECIPE = 'src/deploy/onion/torrc';

/** Lets tor read the recipe and make an address, without network; gives the address. Throws with tor's own words. */
async function makeAddress(root: string, folder: string): Promise<string> {
  const data = join(folder, 'tor');
  await mkdir(join(data, 'site'), { recursive: true });
  for (const place of [data, join(data, 'site')]) await chmod(place, 0o700);
  const file = join(folder, 'torrc');
  await writeFile(file, (await readFile(join(root, RECIPE), 'utf8')).replaceAll('/var/lib/tor', data));
  await promisify(execFile)('tor', ['--verify-config', '-f', file, '--hush']).catch((error: { code?: string; stdout?: string }) => {
    const reason =
      error.code === 'ENOENT' ? 'tor is not installed. As root: apt-get install tor' : (error.stdout ?? '').trim().split('\n').at(-1);
    throw new Error(`${RECIPE}: ${reason}`);
  });
  const control = await freePort();
  const offline = ['tor', '-f', file, '--DisableNetwork', '1', '--ControlPort', String(control), '--hush'] as const;
  // Without network tor serves nothing; that its control port is open says that it has made the keys.
  const tor = await start(offline, `http://127.0.0.1:${control}/`, { cwd: folder, isOther: true });
  await tor.stop();
  return (await readFile(join(data, 'site/hostname'), 'utf8')).trim();
}

/** What the clear site and the onion site must say of each other. */
async function addressFaults(root: string, folder: string, onion: string, ask: Deployment['ask']): Promise<string[]> {
  const faults: string[] = [];
  const clear = await startNginx(root, { ...(await readPolicy(root)), onion }, folder, 'http://127.0.0.1:9');
  for (const path of ['/lv/', '/lv/meklet/?x=1']) {
    const answer = await askOver(clear.address)(path);
    await answer.arrayBuffer();
    const found = answer.headers.get('onion-location');
    if (found !== `http://${onion}${path}`)
      faults.push(`${path}: Onion-Location is "${found}". Set onion in content/data/site.yml and build.`);
  }
  await clear.program.stop();
  const send = async (origin: string) => {
    const headers = { 'Content-Type': 'application/json', Origin: origin };
    return (await ask('/api/report', { method: 'POST', body: '{}', headers })).status;
  };
  const statuses = [await send(`http://${onion}`), await send('http://other.onion')];
  if (statuses.join() !== '400,403')
    faults.push('src/deploy/onion/reports.service: reports of the onion site are refused. Set REPORTS_ORIGINS to its address.');
  return faults;
}

/** The onion service as far as it goes without network: tor takes the recipe and makes an address, and the site answers behind it. */
export async function openOnion(root: string): Promise<Deployment> {
  const folder = await makeFolder();
  const onion = await makeAddress(root, folder);
  const port = await freePort();
  const site = await startUnit(root, 'onion', { folder, port, replaced: { 'ADDRESS.onion': onion } });
  const ask = askOver(`http://127.0.0.1:${port}`);
  return {
    ask,
    faults: [...(await unitFaults(root, 'onion')), ...(await addressFaults(root, folder, onion, ask))],
    countReports: async () => (await filesBelow(join(folder, 'store'))).length,
    written: async () => [...site.output, ...(await filesBelow(folder))],
    close: async () => {
      await site.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
