import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleEndpoint } from '../../../src/deploy/bundle.ts';
import { installEmulator } from '../../../src/deploy/emulator.ts';
import { openS3Store } from '../../../src/reports/stores/s3.ts';
import { CONTRACT_SETTINGS, type Platform, platformContract } from '../../support/reports/platform-contract.ts';
import { S3_KEYS, startS3Double } from '../../support/reports/s3-double.ts';

/** What we use of Netlify's emulator; it is installed elsewhere. */
interface NetlifyDev {
  start: () => Promise<unknown>;
  handle: (request: Request) => Promise<Response | undefined>;
  stop: () => Promise<void>;
}

const root = process.cwd();
const packages = await installEmulator(root, 'netlify');
const { NetlifyDev } = (await import(pathToFileURL(join(packages, '@netlify/dev/dist/main.js')).href)) as {
  NetlifyDev: new (options: object) => NetlifyDev;
};

/** The emulator marks all but text, JSON and plain forms as base64 and hands them on as text, so a form with files would reach the function in pieces. */
async function asEncoded(request: Request): Promise<Request> {
  const type = request.headers.get('content-type') ?? '';
  if (!request.body || /^(?:text\/|application\/(?:json|x-www-form-urlencoded))/.test(type)) return request;
  const body = Buffer.from(await request.arrayBuffer()).toString('base64');
  return new Request(request.url, { method: request.method, headers: request.headers, body });
}

async function open(): Promise<Platform> {
  const projectRoot = await mkdtemp(join(tmpdir(), 'report-netlify-'));
  await cp(join(root, 'src/deploy/netlify/netlify.toml'), join(projectRoot, 'netlify.toml'));
  await bundleEndpoint(root, 'netlify', join(projectRoot, 'functions/reports'));
  await mkdir(join(projectRoot, 'dist'));
  await writeFile(join(projectRoot, 'dist/index.html'), 'page');
  const double = await startS3Double();
  Object.assign(process.env, CONTRACT_SETTINGS, {
    REPORTS_S3_BUCKET: double.bucket,
    REPORTS_S3_REGION: S3_KEYS.region,
    REPORTS_S3_ACCESS_KEY_ID: S3_KEYS.accessKeyId,
    REPORTS_S3_SECRET_ACCESS_KEY: S3_KEYS.secretAccessKey,
  });
  const on = { enabled: true };
  const off = { enabled: false };
  const emulator = new NetlifyDev({
    projectRoot,
    functions: on,
    headers: on,
    redirects: on,
    staticFiles: on,
    blobs: off,
    database: off,
    edgeFunctions: off,
    environmentVariables: off,
    geolocation: off,
    images: off,
    aiGateway: off,
  });
  await emulator.start();
  return {
    isForgetful: true,
    ask: async (request) => (await emulator.handle(await asEncoded(request))) ?? new Response('nobody answered', { status: 599 }),
    store: openS3Store({ bucket: double.bucket, ...S3_KEYS }),
    close: async () => {
      await emulator.stop();
      await double.close();
      await rm(projectRoot, { recursive: true, force: true });
    },
  };
}

platformContract('Netlify Functions', open);
