import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installEmulator } from '../../../src/deploy/emulator.ts';
import { openR2Store, type R2Bucket } from '../../../src/reports/stores/r2.ts';
import { bundled } from '../../support/reports/bundled.ts';
import { CONTRACT_SETTINGS, type Platform, platformContract } from '../../support/reports/platform-contract.ts';
import { storeContract } from '../../unit/reports/stores/contract.ts';

/** What we use of miniflare; it is installed elsewhere. */
interface Miniflare {
  dispatchFetch: (url: string, init: RequestInit) => Promise<Response>;
  getR2Bucket: (name: string) => Promise<R2Bucket>;
  dispose: () => Promise<void>;
}

const root = process.cwd();
const packages = await installEmulator(root, 'cloudflare');
const { Miniflare } = (await import(pathToFileURL(join(packages, 'miniflare/dist/src/index.js')).href)) as {
  Miniflare: new (options: object) => Miniflare;
};
const recipe = await readFile(join(root, 'src/deploy/cloudflare/wrangler.jsonc'), 'utf8');
const compatibilityDate = /"compatibility_date": "([\d-]+)"/.exec(recipe)?.[1];

function start(script: object, bindings = {}): Miniflare {
  return new Miniflare({ modules: [script], compatibilityDate, r2Buckets: ['REPORTS'], bindings });
}

async function open(): Promise<Platform> {
  const { file, remove } = await bundled('cloudflare');
  const emulator = start({ type: 'ESModule', path: 'reports.mjs', contents: await readFile(file, 'utf8') }, CONTRACT_SETTINGS);
  return {
    ask: async (request, address) => {
      const headers = { ...Object.fromEntries(request.headers), ...(address !== undefined && { 'CF-Connecting-IP': address }) };
      const body = request.body ? await request.arrayBuffer() : null;
      return emulator.dispatchFetch(request.url, { method: request.method, headers, body, redirect: 'manual' });
    },
    store: openR2Store(await emulator.getR2Bucket('REPORTS')),
    close: async () => {
      await emulator.dispose();
      await remove();
    },
  };
}

platformContract('Cloudflare Workers', open);

storeContract('r2', async () => {
  const emulator = start({ type: 'ESModule', path: 'empty.mjs', contents: 'export default {};' });
  return openR2Store(await emulator.getR2Bucket('REPORTS'));
});
