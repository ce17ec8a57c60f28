// npm run deploy:check -- <platform>: serves what was built as the platform would, on this machine and with the recipe's own files, and proves
// headers, routes, redirects, the endpoint and that nothing of a report is left behind. Build first. A line for each fault: place, fault, remedy.
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { addressOf, listFiles } from '../../hosting/files.ts';
import { readPolicy } from '../../hosting/policy.ts';
import { deploymentFaults } from './checks.ts';
import { openCloudflare } from './cloudflare.ts';
import type { Deployment } from './deployment.ts';
import { openOnion } from './onion.ts';
import { openNetlify } from './netlify.ts';
import { openBehindNginx } from './own-machine.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const PLATFORMS: Record<string, { open: (root: string) => Promise<Deployment>; carrier: string; isPlain?: true }> = {
  node: { open: (folder) => openBehindNginx(folder, 'node'), carrier: '.hosting/nginx.conf' },
  deno: { open: (folder) => openBehindNginx(folder, 'deno'), carrier: '.hosting/nginx.conf' },
  bun: { open: (folder) => openBehindNginx(folder, 'bun'), carrier: '.hosting/nginx.conf' },
  onion: { open: openOnion, carrier: '.hosting/policy.json', isPlain: true },
  netlify: { open: openNetlify, carrier: 'dist/_headers and dist/_redirects' },
  cloudflare: { open: openCloudflare, carrier: 'dist/_headers and dist/_redirects' },
};

async function check(name: string): Promise<number> {
  const platform = PLATFORMS[name];
  if (!platform) throw new Error(`There is no recipe for "${name}". The platforms are: ${Object.keys(PLATFORMS).join(', ')}.`);
  const policy = await readPolicy(root).catch(() => {
    throw new Error('There is no build to check. Run: npm run build');
  });
  const addresses = (await listFiles(join(root, 'dist'))).map(addressOf);
  const deployment = await platform.open(root);
  // An onion address is encrypted by itself: no TLS, and nothing that asks for it.
  const shown = platform.isPlain ? { ...policy, https: false } : policy;
  try {
    const { checked, faults } = await deploymentFaults(deployment, { root, policy: shown, addresses, carrier: platform.carrier });
    for (const fault of faults) console.log(`${name}: ${fault}`);
    console.log(faults.length === 0 ? `${name}: ${checked} addresses checked, all right.` : `${name}: ${faults.length} faults.`);
    if (deployment.unshown) console.log(`${name}: not shown by the emulator, look at them at the host: ${deployment.unshown.what}.`);
    return faults.length;
  } finally {
    await deployment.close();
  }
}

try {
  const [name = ''] = process.argv.slice(2);
  process.exitCode = (await check(name)) === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
