// npm start: builds the site when dist/ is missing or older than its sources, then serves it from this process until it is
// stopped or its parent goes. `--no-build` serves what is there.
//   PORT        4321 unless set
//   HOST        127.0.0.1 unless set: nobody else on the network sees a site somebody is trying out. In a container: 0.0.0.0
//   SITE_HTTPS  1 behind a proxy that ends TLS: adds HSTS and leads other hosts of the site to the one of site.yml
//   REPORTS     off: /api/ answers nothing. The other settings of reports are in src/reports/README.md
import type { Server } from 'node:http';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readPolicy } from '../hosting/policy.ts';
import type { Endpoint } from '../reports/adapters/node.ts';
import { createSiteServer, stopServer } from '../server/serve.ts';
import { expectFree, listeningFault, readPort } from './listening.ts';
import { buildState } from './sources-stamp.ts';
import { runNode, seconds } from './steps.ts';

const root = resolve(fileURLToPath(new URL('../../', import.meta.url)));
const NO_BUILD = 'There is no build to serve. Run: npm run build';

async function ensureBuilt(mayBuild: boolean): Promise<void> {
  const state = await buildState(root);
  if (!mayBuild && state === 'missing') throw new Error(NO_BUILD);
  if (!mayBuild || state === 'fresh') return;
  console.log(state === 'missing' ? 'Building the site …' : 'The sources changed since the last build, building again …');
  // A child, because the build's memory would stay with the server.
  const { code } = await runNode(['src/setup/build.ts'], { root, isLoud: true });
  if (code !== 0) throw new Error('The site was not built, so it is not served. See the message above.');
}

/** Not loaded where no reports are taken: the server alone needs no packages. */
async function mountReports(): Promise<Endpoint | undefined> {
  if (process.env['REPORTS'] === 'off') return undefined;
  const { openSiteReports } = await import('../reports/adapters/site.ts');
  return openSiteReports(root, process.env);
}

function stopWith(server: Server): void {
  const parent = process.ppid;
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    void stopServer(server).then(() => process.exit(0));
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
  // npm may die without passing the signal on; the server must not outlive it and keep the port.
  const watch = () => {
    if (process.ppid !== parent) stop();
  };
  setInterval(watch, 1_000).unref();
}

async function start(): Promise<void> {
  const began = performance.now();
  const { values } = parseArgs({ options: { 'no-build': { type: 'boolean', default: false } } });
  const port = readPort(process.env['PORT']);
  const host = process.env['HOST'] || '127.0.0.1';
  await expectFree(host, port);
  await ensureBuilt(!values['no-build']);
  const policy = { ...(await readPolicy(root)), https: process.env['SITE_HTTPS'] === '1' };
  const reports = await mountReports();
  const server = await createSiteServer({ dist: join(root, 'dist'), policy, ...(reports && { api: reports.handle }) });
  await new Promise<void>((ready, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => failed(new Error(listeningFault(error, host, port))));
    server.listen(port, host, ready);
  });
  stopWith(server);
  const address = server.address();
  const actual = typeof address === 'object' ? (address?.port ?? port) : port;
  const shown = host === '127.0.0.1' ? 'localhost' : host;
  for (const note of reports?.notes ?? []) console.log(note);
  console.log(`Serving the site on http://${shown}:${actual} after ${seconds(performance.now() - began)}. Stop: Ctrl+C`);
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
