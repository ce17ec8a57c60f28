import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleEndpoint } from '../bundle.ts';
import { installEmulator } from '../emulator.ts';
import { askOver, type Deployment, TRIAL_SETTINGS } from './deployment.ts';
import { filesBelow, freePort, start } from './programs.ts';

const RECIPE = 'src/deploy/cloudflare/wrangler.jsonc';
/** What the recipe must say, because wrangler's own choice is another one. */
const SAID: readonly [pattern: RegExp, remedy: string][] = [
  [/"observability": \{ "enabled": false \}/, 'Write "observability": { "enabled": false }, or requests are kept'],
  [/"logpush": false/, 'Write "logpush": false, or requests may be sent on'],
  [/"workers_dev": false/, 'Write "workers_dev": false, or the site has a second address'],
  [/"jurisdiction": "eu"/, 'Write "jurisdiction": "eu" beside the bucket, or reports may leave the EU'],
  [/"run_worker_first": \["\/api\/\*"\]/, 'Write "run_worker_first": ["/api/*"], or the endpoint is hidden by the page for 404'],
];

/** The site as a Worker with static assets and an R2 bucket: wrangler and workerd, with the recipe's own file. */
export async function openCloudflare(root: string): Promise<Deployment> {
  const packages = await installEmulator(root, 'cloudflare');
  await bundleEndpoint(root, 'cloudflare', join(root, '.hosting/cloudflare'));
  const text = await readFile(join(root, RECIPE), 'utf8');
  const folder = await mkdtemp(join(tmpdir(), 'deploy-check-'));
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const variables = Object.entries(TRIAL_SETTINGS).flatMap(([name, value]) => ['--var', `${name}:${value}`]);
  const program = await start(
    [
      process.execPath,
      join(packages, 'wrangler/bin/wrangler.js'),
      'dev',
      '--config',
      join(root, RECIPE),
      '--port',
      String(port),
      '--persist-to',
      folder,
      ...variables,
    ],
    `${address}/lv/`,
    { cwd: folder, env: { WRANGLER_SEND_METRICS: 'false', CI: 'true', NO_COLOR: '1' } },
  );
  const written = async () => [...program.output, ...(await filesBelow(folder))];
  return {
    ask: askOver(address),
    faults: SAID.filter(([pattern]) => !pattern.test(text)).map(([, remedy]) => `${RECIPE}: ${remedy}.`),
    countReports: async () =>
      (await filesBelow(join(folder, 'v3/r2')).catch(() => [])).filter((bytes) => bytes.includes('age-encryption.org/v1')).length,
    written,
    close: async () => {
      await program.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
