import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installEmulator } from '../emulator.ts';
import { writeNetlifyFolder } from '../netlify-folder.ts';
import { startBucket } from './bucket.ts';
import { type Deployment, TRIAL_SETTINGS } from './deployment.ts';
import { filesBelow } from './programs.ts';

/** What we use of Netlify's emulator; it is installed elsewhere. */
interface NetlifyDev {
  start: () => Promise<unknown>;
  handle: (request: Request) => Promise<Response | undefined>;
  stop: () => Promise<void>;
}

/** Netlify's own reading of _headers: the rules for an address. */
interface HeadersHandler {
  apply: (request: Request) => Promise<Record<string, string>>;
}

const RECIPE = 'src/deploy/netlify/netlify.toml';
const OFF = { enabled: false };
const ON = { enabled: true };

/** The site with Netlify's emulator: its own reading of netlify.toml, _headers and _redirects, and its runtime of functions. */
export async function openNetlify(root: string): Promise<Deployment> {
  const packages = await installEmulator(root, 'netlify');
  const projectRoot = await mkdtemp(join(tmpdir(), 'deploy-check-'));
  await writeNetlifyFolder(root, projectRoot);
  const bucket = await startBucket();
  Object.assign(process.env, TRIAL_SETTINGS, bucket.settings);
  const load = async (name: string) => (await import(pathToFileURL(join(packages, '@netlify', name, 'dist/main.js')).href)) as unknown;
  const { NetlifyDev } = (await load('dev')) as { NetlifyDev: new (options: object) => NetlifyDev };
  const { HeadersHandler } = (await load('headers')) as { HeadersHandler: new (options: object) => HeadersHandler };
  const rulesOf = new HeadersHandler({ configHeaders: [], projectDir: projectRoot, publishDir: 'dist', logger: console });
  const used = { functions: ON, headers: ON, redirects: ON, staticFiles: ON };
  const unused = {
    blobs: OFF,
    database: OFF,
    edgeFunctions: OFF,
    environmentVariables: OFF,
    geolocation: OFF,
    images: OFF,
    aiGateway: OFF,
  };
  const emulator = new NetlifyDev({ projectRoot, ...used, ...unused });
  await emulator.start();
  return {
    ask: async (path, init) => {
      const request = new Request(`http://localhost${path}`, { ...init, redirect: 'manual' });
      const answer = (await emulator.handle(await asEncoded(request))) ?? new Response('', { status: 404 });
      const headers = new Headers(answer.headers);
      // Rules are for files, and for the address that was asked; the emulator looks for them at the file it found.
      const rules = path.startsWith('/api/') ? {} : await rulesOf.apply(request);
      for (const [name, value] of Object.entries(rules)) headers.set(name, value);
      return new Response(answer.body, { status: answer.status, headers });
    },
    unshown: {
      pattern: /^\/(?:_headers|_redirects|nothing\.txt|lv\/nav-tadas-lapas\/|en\/no-such-page\/|lv\/[a-z-]+)$/,
      what: 'pages for 404, added slashes',
    },
    faults: /node_bundler = "none"/.test(await readFile(join(root, RECIPE), 'utf8')) ? [] : [`${RECIPE}: write node_bundler = "none".`],
    countReports: () => Promise.resolve(bucket.count()),
    written: async () => [...bucket.contents(), ...(await filesBelow(join(projectRoot, 'functions')))],
    close: async () => {
      await emulator.stop();
      await bucket.close();
      await rm(projectRoot, { recursive: true, force: true });
    },
  };
}

/** The emulator marks all but text, JSON and plain forms as base64 and hands them on as text, so a form with files would reach the function in pieces. */
async function asEncoded(request: Request): Promise<Request> {
  const type = request.headers.get('content-type') ?? '';
  if (!request.body || /^(?:text\/|application\/(?:json|x-www-form-urlencoded))/.test(type)) return request;
  const body = Buffer.from(await request.arrayBuffer()).toString('base64');
  return new Request(request.url, { method: request.method, headers: request.headers, body });
}
