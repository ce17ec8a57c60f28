/**
 * npm run bench:page: each template on a slow phone (Slow 3G, processor six times slower), beside an empty page, a govuk-frontend page and
 * a Starlight page with the same text. Builds the site first when dist/ is missing or old. Medians of visits in turn: what slows the machine
 * down for a while slows all pages down. Exits with 1 if a bar is missed.
 * `--runs 3`, `--no-build` measures dist/ as it is, `--no-peers`.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readPolicy, type SitePolicy } from '../../hosting/policy.ts';
import { createSiteServer, stopServer } from '../../server/serve.ts';
import { findBrowser } from '../../setup/browser.mjs';
import { buildState } from '../../setup/sources-stamp.ts';
import { runNode } from '../../setup/steps.ts';
import { judge } from '../bars.ts';
import { installPeers } from '../peers.ts';
import { type BareBrowser, startBareBrowser } from './bare-browser.ts';
import { makeGovukPage, makeStarlightPage } from './peer-pages.ts';
import { medianVisit, pageBars, printVisits, type Measured } from './results.ts';
import { listen, serveFolder } from './serve-folder.ts';
import { readSharedText } from './shared-text.ts';
import { type Visit, visitSlowly } from './slow-phone.ts';
import { listTemplates } from './templates.ts';

const root = resolve(fileURLToPath(new URL('../../../', import.meta.url)));
const dist = join(root, 'dist');
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '3' }, build: { type: 'boolean', default: true }, peers: { type: 'boolean', default: true } },
  allowNegative: true,
});
const scratch = await mkdtemp(join(tmpdir(), 'bench-page-'));
const servers: Server[] = [];

async function open(server: Server): Promise<string> {
  servers.push(server);
  return listen(server);
}

interface Page {
  name: string;
  url: string;
}

/** Visits all pages in turn, several times. */
async function measure(browser: BareBrowser, pages: readonly Page[]): Promise<Measured[]> {
  const visits = new Map(pages.map(({ name }) => [name, [] as Visit[]]));
  for (let run = 0; run < Number(values.runs); run++)
    for (const { name, url } of pages) visits.get(name)?.push(await visitSlowly(browser, url));
  return [...visits].map(([name, own]) => ({ name, ...medianVisit(own) }));
}

/** A page of one sign under the headers of ours: what this machine takes for any page. */
async function emptyPage(policy: SitePolicy): Promise<Page> {
  const folder = join(scratch, 'empty');
  await mkdir(join(folder, 'lv'), { recursive: true });
  await writeFile(join(folder, 'lv/index.html'), '<!doctype html><html lang="lv"><title>–</title><p>–</p></html>\n');
  return { name: 'empty page', url: `${await open(await createSiteServer({ dist: folder, policy }))}/lv/` };
}

async function peerPages(): Promise<Page[]> {
  const packages = await installPeers(root);
  const text = await readSharedText(dist, (await listTemplates(dist)).find(({ name }) => name === 'news item')?.path ?? '');
  const govuk = join(scratch, 'govuk');
  await makeGovukPage(govuk, packages, text);
  const starlight = await makeStarlightPage(join(scratch, 'starlight'), packages, text);
  return [
    { name: 'govuk-frontend', url: `${await open(await serveFolder(govuk))}/` },
    { name: 'Starlight', url: `${await open(await serveFolder(starlight))}/` },
  ];
}

async function main(): Promise<number> {
  if (values.build && (await buildState(root)) !== 'fresh') {
    const { code } = await runNode(['src/setup/build.ts'], { root, isLoud: true });
    if (code !== 0) throw new Error('the site was not built; see the message above');
  }
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('There is no Chromium. Run: node src/setup/setup.mjs --browser');
  const policy = { ...(await readPolicy(root)), https: false };
  const origin = await open(await createSiteServer({ dist, policy }));
  const pages = (await listTemplates(dist)).map(({ name, path }) => ({ name, url: origin + path }));
  const peers = [await emptyPage(policy), ...(values.peers ? await peerPages() : [])];
  const browser = await startBareBrowser(executablePath);
  try {
    const measured = await measure(browser, [...pages, ...peers]);
    printVisits(measured);
    return judge(pageBars(measured.slice(0, pages.length)));
  } finally {
    await browser.stop();
  }
}

try {
  process.exitCode = (await main()) === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await Promise.all(servers.map((server) => stopServer(server, 0)));
  await rm(scratch, { recursive: true, force: true });
}
