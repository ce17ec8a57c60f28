import type { Server } from 'node:http';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { finishBuild } from '../../../src/hosting/finish.ts';
import { readPolicy, type SitePolicy } from '../../../src/hosting/policy.ts';
import { createSiteServer, stopServer } from '../../../src/server/serve.ts';
import { ask, listen } from '../../support/raw-http.ts';
import { makeFolder, removeFolder, smallSite } from '../../support/small-site.ts';

const BIG = Buffer.alloc(400 * 1024, 'x');

let root: string;
let policy: SitePolicy;
let server: Server;
let port: number;

beforeAll(async () => {
  root = await makeFolder({
    ...smallSite(),
    'dist/lv/liels.pdf': BIG,
    'dist/lv/ŗaksts.txt': 'teksts',
    'dist/balss.opus': '0123456789',
    'dist/gara.opus': BIG,
  });
  await finishBuild(root);
  policy = { ...(await readPolicy(root)), https: false };
  server = await createSiteServer({ dist: join(root, 'dist'), policy });
  port = await listen(server);
});

afterAll(async () => {
  await stopServer(server, 0);
  await removeFolder(root);
});

describe('a page', () => {
  test('comes with its length, type and security headers', async () => {
    const { status, headers, body } = await ask(port, '/lv/jaunumi/');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(Number(headers.get('content-length'))).toBe(body.length);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('vary')).toBe('Accept-Encoding');
    expect(headers.get('cache-control')).toBe('public, max-age=300, must-revalidate');
  });

  test('says nothing that could recognise a returning visitor or the software', async () => {
    const { headers } = await ask(port, '/lv/jaunumi/');
    for (const name of ['etag', 'last-modified', 'server', 'x-powered-by', 'set-cookie']) expect(headers.has(name), name).toBe(false);
  });

  test('comes in brotli or gzip as asked', async () => {
    const plain = await ask(port, '/lv/jaunumi/');
    const br = await ask(port, '/lv/jaunumi/', { headers: { 'Accept-Encoding': 'gzip, br' } });
    const gzip = await ask(port, '/lv/jaunumi/', { headers: { 'Accept-Encoding': 'gzip' } });
    expect([br.headers.get('content-encoding'), gzip.headers.get('content-encoding')]).toEqual(['br', 'gzip']);
    expect(brotliDecompressSync(br.body)).toEqual(plain.body);
    expect(gunzipSync(gzip.body)).toEqual(plain.body);
  });

  test('answers HEAD with the headers of GET and no body', async () => {
    const get = await ask(port, '/lv/jaunumi/');
    const head = await ask(port, '/lv/jaunumi/', { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(head.headers.get('content-length')).toBe(get.headers.get('content-length'));
    expect(head.body.length).toBe(0);
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('refuses %s and says what it takes', async (method) => {
    const { status, headers } = await ask(port, '/lv/', { method });
    expect(status).toBe(405);
    expect(headers.get('allow')).toBe('GET, HEAD');
  });
});

describe('a file', () => {
  test.each([
    ['/robots.txt', 'text/plain; charset=utf-8'],
    ['/lv/notikumi.ics', 'text/calendar; charset=utf-8'],
    ['/lv/zinas.xml', 'application/xml; charset=utf-8'],
    ['/assets/poga.abc123.svg', 'image/svg+xml'],
    ['/lv/liels.pdf', 'application/pdf'],
  ])('%s has the type %s', async (path, type) => {
    expect((await ask(port, path)).headers.get('content-type')).toBe(type);
  });

  test('with a hash in its name is kept for good', async () => {
    const { headers } = await ask(port, '/assets/poga.abc123.svg');
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  test('too big for memory arrives whole', async () => {
    const { headers, body } = await ask(port, '/lv/liels.pdf');
    expect(headers.get('content-length')).toBe(String(BIG.length));
    expect(body.equals(BIG)).toBe(true);
  });

  test('with Latvian letters in its name is found', async () => {
    expect((await ask(port, encodeURI('/lv/ŗaksts.txt'))).body.toString()).toBe('teksts');
  });

  test.each(['/_headers', '/_redirects', '/lv/jaunumi/index.html.br', '/lv/jaunumi/index.html.gz'])(
    'meant for hosts is not served: %s',
    async (path) => expect((await ask(port, path)).status).toBe(404),
  );
});

describe('a sound', () => {
  const part = (path: string, range: string) => ask(port, path, { headers: { Range: range } });

  test.each([
    ['bytes=4-', '456789', 'bytes 4-9/10'],
    ['bytes=2-3', '23', 'bytes 2-3/10'],
    ['bytes=8-99', '89', 'bytes 8-9/10'],
  ])('is answered in part where a player asks for %s', async (range, text, said) => {
    const { status, headers, body } = await part('/balss.opus', range);
    expect([status, body.toString(), headers.get('content-range')]).toEqual([206, text, said]);
    expect([headers.get('content-type'), headers.get('content-length')]).toEqual(['audio/ogg; codecs=opus', String(text.length)]);
  });

  test('too long for memory is answered in part too', async () => {
    const { status, body } = await part('/gara.opus', 'bytes=409590-');
    expect([status, body.toString()]).toEqual([206, 'xxxxxxxxxx']);
  });

  test.each(['bytes=20-', 'bytes=3-2', 'bytes=-2', 'bytes=0-1,4-5', 'items=0-1'])('is answered whole for %s', async (range) => {
    const { status, body } = await part('/balss.opus', range);
    expect([status, body.toString()]).toEqual([200, '0123456789']);
  });

  test('alone is answered in part: a page is always whole', async () => {
    expect((await part('/lv/jaunumi/', 'bytes=0-9')).status).toBe(200);
  });
});

describe('an address', () => {
  test.each([
    ['/lv/jaunumi', '/lv/jaunumi/'],
    ['/lv/jaunumi?lapa=2', '/lv/jaunumi/?lapa=2'],
    ['/lv/jaunumi/index.html', '/lv/jaunumi/'],
  ])('of a folder, %s, leads to %s', async (path, to) => {
    const { status, headers } = await ask(port, path);
    expect([status, headers.get('location')]).toEqual([308, to]);
  });

  test.each([
    ['/lv/nav/', 'Nav latviski'],
    ['/en/nope/', 'Not here'],
    ['/ru/nyet/', 'Нет'],
    ['/xx/', 'Nav'],
    ['/lv/404/', 'Nav latviski'],
  ])('that is missing, %s, gets 404 in its language', async (path, text) => {
    const { status, body } = await ask(port, path);
    expect(status).toBe(404);
    expect(body.toString()).toContain(`<p>${text}</p>`);
  });

  test.each([
    ['/', 302, '/lv/'],
    ['/lv/drosa-vasara/190', 301, '/lv/jaunumi/2018/celot-drosi/'],
    ['/lv/drosa-vasara/190/?utm=x', 301, '/lv/jaunumi/2018/celot-drosi/'],
    ['/lv/cits/190', 301, '/lv/jaunumi/2018/celot-drosi/'],
    ['/jaunumi/1/Riga-Konference/65', 301, '/lv/jaunumi/'],
    ['/lv/kur-meklet', 302, '/lv/#palidziba'],
    ['/lv/nezinama-lapa/999', 302, '/lv/veca-adrese/'],
    ['/lv/nezinama-lapa', 302, '/lv/veca-adrese/'],
  ])('of the old site, %s, is answered %i to %s on every old domain', async (path, status, to) => {
    for (const host of policy.hosts.all) {
      const answer = await ask(port, path, { host });
      expect([answer.status, answer.headers.get('location')], host).toEqual([status, to]);
    }
  });

  test('never leads to another site', async () => {
    for (const path of ['//evil.example', '//evil.example/lv', '/%2f%2fevil.example', '/\\evil.example', '/lv//evil.example/190']) {
      const { status, headers } = await ask(port, path);
      expect([status, headers.has('location')], path).toEqual([400, false]);
    }
  });
});

describe('over TLS', () => {
  test('the other hosts of the site lead to the canonical one in one step', async () => {
    const secure = await createSiteServer({ dist: join(root, 'dist'), policy: { ...policy, https: true } });
    const securePort = await listen(secure);
    const page = await ask(securePort, '/lv/jaunumi/?x=1', { host: 'www.trafficking.lv' });
    const old = await ask(securePort, '/lv/cits/190', { host: 'www.cilvektirdznieciba.lv' });
    const own = await ask(securePort, '/lv/', { host: 'cilvektirdznieciba.lv' });
    expect([page.status, page.headers.get('location')]).toEqual([301, 'https://cilvektirdznieciba.lv/lv/jaunumi/?x=1']);
    expect([old.status, old.headers.get('location')]).toEqual([301, 'https://cilvektirdznieciba.lv/lv/jaunumi/2018/celot-drosi/']);
    expect([own.status, own.headers.has('strict-transport-security')]).toEqual([200, true]);
    await stopServer(secure, 0);
  });
});
