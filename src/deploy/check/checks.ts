import { randomBytes } from 'node:crypto';
import { cacheControl, HASHED_FOLDERS, PARTS_OF_PAGES, securityHeaders, SHARED_FILES } from '../../hosting/headers.ts';
import { spellings } from '../../hosting/old-addresses.ts';
import type { SitePolicy } from '../../hosting/policy.ts';
import { MAILBOX_BYTES } from '../../reports/replies/conversation.ts';
import { siteData } from '../site-data.ts';
import type { Deployment } from './deployment.ts';

/** A built site and what its files promise. */
export interface BuiltSite {
  root: string;
  policy: SitePolicy;
  /** Addresses of dist/, `/lv/` and `/robots.txt`. */
  addresses: readonly string[];
  /** The file that carries headers and redirects to this platform; named in remedies. */
  carrier: string;
}

const UNWANTED = ['set-cookie', 'nel', 'report-to', 'x-powered-by', 'via', 'server-timing', 'alt-svc'];
const TLS_ONLY = 'Strict-Transport-Security';
const MOVED = [301, 302, 307, 308];
/** A path that is another host where it comes back as a Location. Who refuses it need not show the page for 404. */
const AWAY = '//evil.example/lv';
/** Pages whose addresses name files of the site's own: of each kind one is looked at. */
const FIXED = ['/lv/', '/en/', '/ru/', '/robots.txt', '/sitemap.xml', '/.well-known/security.txt'];

function addressesToCheck({ policy, addresses }: BuiltSite): string[] {
  const starts = [...PARTS_OF_PAGES, ...policy.noStore, ...policy.mediaPages];
  const ofEachKind = starts.map((start) => addresses.find((address) => address.startsWith(start) && !start.startsWith('/api/')));
  const all = [...FIXED, ...policy.wasmPages, ...SHARED_FILES, ...ofEachKind.filter((address) => address !== undefined)];
  return [...new Set(all)].filter((address) => addresses.includes(address));
}

async function pageFaults(path: string, { ask }: Deployment, { policy, carrier }: BuiltSite): Promise<string[]> {
  const answer = await ask(path);
  await answer.arrayBuffer();
  if (answer.status !== 200) return [`${path}: status ${answer.status} instead of 200. Publish the whole of dist/.`];
  const wanted = Object.entries(securityHeaders(path, policy));
  const wrong = wanted.filter(([name, value]) => answer.headers.get(name) !== value);
  const faults = wrong.map(([name, value]) => {
    const found = answer.headers.get(name);
    return `${path}: ${name} is ${found === null ? 'missing' : `"${short(found)}"`} instead of "${short(value)}". Take it from ${carrier}.`;
  });
  const shown = [...UNWANTED, ...(policy.https ? [] : [TLS_ONLY])].filter((name) => answer.headers.has(name));
  faults.push(...shown.map((name) => `${path}: ${name} is sent. Switch it off at the host.`));
  const caching = answer.headers.get('cache-control') ?? '';
  const isHashed = HASHED_FOLDERS.some((folder) => path.startsWith(folder));
  const isNeverKept = policy.noStore.some((start) => path.startsWith(start));
  if (isNeverKept ? caching !== 'no-store' : isHashed && caching !== cacheControl(path, policy)) {
    faults.push(`${path}: Cache-Control is "${caching}" instead of "${cacheControl(path, policy)}". Take it from ${carrier}.`);
  } else if (!isHashed && /immutable|max-age=(?!0\b|300\b)/.test(caching)) {
    faults.push(`${path}: Cache-Control is "${caching}", so a correction reaches readers late. Take it from ${carrier}.`);
  }
  return faults;
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

async function routeFaults({ ask, unshown }: Deployment, { policy, addresses, carrier }: BuiltSite): Promise<string[]> {
  const faults: string[] = [];
  const isShown = (path: string) => !unshown?.pattern.test(path);
  const moved = async (from: string, to: string, statuses: readonly number[]) => {
    const answer = await ask(from);
    await answer.arrayBuffer();
    const location = answer.headers.get('location') ?? '';
    const place = location === '' ? '' : pathOf(location);
    if (!statuses.includes(answer.status) || place !== to) {
      faults.push(
        `${from}: status ${answer.status}${place && ` to ${place}`} instead of ${statuses.join(' or ')} to ${to}. Take redirects from ${carrier}.`,
      );
    }
  };
  for (const { from, to, status } of policy.redirects) for (const old of spellings(from)) await moved(old, to, [status]);
  const page = addresses.find((address) => /^\/lv\/[a-z-]+\/$/.test(address)) ?? '/lv/';
  if (isShown(page.slice(0, -1))) await moved(page.slice(0, -1), page, MOVED);
  for (const path of ['/lv/nav-tadas-lapas/', '/en/no-such-page/', '/nothing.txt', '/_headers', '/_redirects'].filter(isShown)) {
    const answer = await ask(path);
    const isPage = (await answer.text()).includes('<html');
    if (answer.status !== 404 || !isPage)
      faults.push(`${path}: status ${answer.status} instead of the page for 404. Take it from ${carrier}.`);
    else if (!answer.headers.has('content-security-policy'))
      faults.push(`${path}: the page for 404 goes out without headers. Take them from ${carrier}.`);
  }
  const away = await ask(AWAY);
  await away.arrayBuffer();
  if (new URL(away.headers.get('location') ?? '', 'http://here').host === 'evil.example')
    faults.push(`${AWAY}: leads to another host. Refuse addresses with two slashes together.`);
  return faults;
}

function pathOf(location: string): string {
  const { pathname, hash } = new URL(location, 'http://here');
  return pathname + hash;
}

async function endpointFaults(deployment: Deployment, { root, policy }: BuiltSite): Promise<string[]> {
  const { ask } = deployment;
  const faults: string[] = [];
  const status = await ask('/api/status', { headers: { 'Accept-Encoding': 'gzip, br' } });
  const facts = (await status.json().catch(() => ({}))) as { open?: boolean };
  if (status.status !== 200 || facts.open !== true) {
    return [`/api/status: status ${status.status}, not open. Pass /api/ on to the endpoint and look at what it says when it starts.`];
  }
  for (const [name, value] of Object.entries(siteData(root).headers)) {
    if (name === TLS_ONLY && !policy.https) continue;
    const found = status.headers.get(name);
    const isKept = name === 'Cache-Control' ? found?.startsWith(value) : found === value;
    if (!isKept)
      faults.push(`/api/status: ${name} is "${found}" instead of "${short(value)}". Let the endpoint's own headers through, once.`);
  }
  // wrangler's own proxy compresses whatever it is told; Cloudflare itself keeps to no-transform.
  const isWhole = status.headers.get('cache-control')?.includes('no-transform');
  for (const name of [...UNWANTED, ...(isWhole ? [] : ['content-encoding'])]) {
    if (status.headers.has(name)) faults.push(`/api/status: ${name} is sent. Switch it off for /api/ at the host.`);
  }
  const missing = await ask('/api/nothing');
  await missing.arrayBuffer();
  if (missing.headers.get('content-type') !== 'application/problem+json') {
    faults.push(`/api/nothing: not answered by the endpoint. Pass everything below /api/ on to it.`);
  }
  return [...faults, ...(await mailboxFaults(deployment)), ...(await reportFaults(deployment))];
}

/** Asks for replies under a number of nobody: the answer must come through as the same bytes whatever is in it. */
async function mailboxFaults({ ask }: Deployment): Promise<string[]> {
  const body = JSON.stringify({ v: 1, box: randomBytes(16).toString('base64url') });
  const answer = await ask('/api/mailbox', { method: 'POST', body, headers: { 'Content-Type': 'application/json' } });
  const { byteLength } = await answer.arrayBuffer();
  if (answer.status === 200 && byteLength === MAILBOX_BYTES) return [];
  return [
    `/api/mailbox: status ${answer.status} with ${byteLength} bytes instead of 200 with ${MAILBOX_BYTES}. Let answers that are no text through unchanged.`,
  ];
}

/** Sends one invented report of a form without script, large enough for a proxy to want a file for it, and looks for its words. */
async function reportFaults({ ask, countReports, written }: Deployment): Promise<string[]> {
  const faults: string[] = [];
  const canary = `canary-${randomBytes(8).toString('hex')}`;
  const form = new FormData();
  form.set('what', `${canary} ${'izdomāts '.repeat(1_500)}${canary}`);
  form.set('padding', 'x'.repeat(300_000));
  form.set('lang', 'en');
  const before = await countReports();
  const answer = await ask('/api/report', { method: 'POST', body: form, headers: { 'X-Forwarded-For': '203.0.113.77' } });
  await answer.arrayBuffer();
  if (answer.status !== 303 || pathOf(answer.headers.get('location') ?? '') !== '/api/receipt') {
    return [`/api/report: a form without script is answered ${answer.status} instead of 303. Let bodies of 5 MB and redirects through.`];
  }
  const [cookie = ''] = answer.headers.getSetCookie();
  const receipt = await ask(`/api/receipt?l=en`, { headers: { Cookie: cookie.split(';')[0] ?? '' } });
  if (receipt.status !== 200 || !/class="code">\d/.test(await receipt.text())) {
    faults.push(`/api/receipt: does not show the number of a report. Let the cookie __Host-r through both ways, and the query.`);
  }
  if ((await countReports()) !== before + 1)
    faults.push('/api/report: acknowledged, but not in the store. Give the endpoint the store of its settings.');
  const traces = (await written()).filter((bytes) => bytes.includes(canary) || bytes.includes('203.0.113.77'));
  if (traces.length > 0)
    faults.push(
      '/api/report: words of the report or the address of its sender stand in a log or file of the host. Switch logs and buffers off.',
    );
  return faults;
}

/** Everything that is wrong with a deployment, a line each: place, fault, remedy. */
export async function deploymentFaults(deployment: Deployment, site: BuiltSite): Promise<{ checked: number; faults: string[] }> {
  const paths = addressesToCheck(site);
  const faults = [...deployment.faults];
  for (const path of paths) faults.push(...(await pageFaults(path, deployment, site)));
  faults.push(...(await routeFaults(deployment, site)), ...(await endpointFaults(deployment, site)));
  return { checked: paths.length + site.policy.redirects.length * 2 + 13, faults };
}
