import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { finishBuild } from '../../../src/hosting/finish.ts';
import { readPolicy, type SitePolicy } from '../../../src/hosting/policy.ts';
import { createSiteServer, stopServer } from '../../../src/server/serve.ts';
import { hasNginx, startNginx } from '../../support/nginx.ts';
import { ask, listen, type RawAnswer } from '../../support/raw-http.ts';
import { makeFolder, removeFolder, smallSite } from '../../support/small-site.ts';

const PATHS = [
  '/',
  '/lv/',
  '/lv/jaunumi/',
  '/lv/jaunumi',
  '/lv/jaunumi?lapa=2',
  '/robots.txt',
  '/help.json',
  '/lv/notikumi.ics',
  '/lv/zinas.xml',
  '/assets/poga.abc123.svg',
  '/lv/nav/',
  '/en/nope/',
  '/ru/nyet/',
  '/xx/',
  '/lv/drosa-vasara/190',
  '/lv/drosa-vasara/190/',
  '/lv/cits/190',
  '/cits/190',
  '/jaunumi/1/Riga-Konference/65',
  '/jaunumi/1/Cits/65/',
  '/projekts/69',
  '/lv/kur-meklet',
  '/lv/nezinama-lapa/999',
  '/lv/nezinama-lapa',
  '/nezinama/9',
  '/jaunumi/1/Nezinama/9',
  '/lv/jaunumi/190',
  '/en/190',
  '/assets/190',
  '/_headers',
  '/_redirects',
  '/api/report',
];
const SAME_HEADERS = [
  'location',
  'content-type',
  'cache-control',
  'content-security-policy',
  'strict-transport-security',
  'permissions-policy',
  'referrer-policy',
  'cross-origin-opener-policy',
  'cross-origin-embedder-policy',
  'cross-origin-resource-policy',
  'access-control-allow-origin',
  'integrity-policy',
  'x-content-type-options',
  'x-frame-options',
  'etag',
  'last-modified',
];
/** A redirect's own text has a type in nginx. */
const IGNORED = ({ status }: RawAnswer) => status >= 300 && status < 400;

// nginx is a program of the machine; where it is missing, its file cannot be proved. `apt-get install nginx-light`.
describe.skipIf(!hasNginx)('nginx with the written file answers as our own server does', () => {
  let root: string;
  let ours: Server;
  let ports: { ours: number; nginx: number };
  let nginx: ChildProcess;

  beforeAll(async () => {
    root = await makeFolder(smallSite());
    await finishBuild(root);
    const policy: SitePolicy = {
      ...(await readPolicy(root)),
      hosts: { canonical: null, all: ['localhost'] },
    };
    ours = await createSiteServer({ dist: join(root, 'dist'), policy });
    const ourPort = await listen(ours);
    const started = await startNginx(root, policy, `http://127.0.0.1:${ourPort}`);
    nginx = started.process;
    ports = { ours: ourPort, nginx: started.port };
  });

  afterAll(async () => {
    const ended = once(nginx, 'exit');
    nginx.kill();
    await ended;
    await stopServer(ours, 0);
    await removeFolder(root);
  });

  test.each(PATHS)('at %s', async (path) => {
    const [expected, found] = await Promise.all([ask(ports.ours, path), ask(ports.nginx, path)]);
    expect(found.status).toBe(expected.status);
    expect(found.headers.get('location')).toBe(expected.headers.get('location'));
    if (IGNORED(expected)) return;
    for (const name of SAME_HEADERS) expect(found.headers.get(name)?.toLowerCase(), name).toBe(expected.headers.get(name)?.toLowerCase());
    expect(found.body.equals(expected.body)).toBe(true);
  });

  test('in gzip where asked', async () => {
    const { headers } = await ask(ports.nginx, '/lv/jaunumi/', { headers: { 'Accept-Encoding': 'gzip' } });
    expect([headers.get('content-encoding'), headers.get('vary')]).toEqual(['gzip', 'Accept-Encoding']);
  });

  test.each(['/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '//evil.example', '/%5cevil.example'])(
    'without leaving the site: %s',
    async (path) => {
      const { status, headers } = await ask(ports.nginx, path);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(headers.has('location')).toBe(false);
    },
  );
});
