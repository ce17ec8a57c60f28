import type { Server } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { finishBuild } from '../../../src/hosting/finish.ts';
import { readPolicy } from '../../../src/hosting/policy.ts';
import { createSiteServer, stopServer } from '../../../src/server/serve.ts';
import { ask, listen, type RawAnswer, sendRaw } from '../../support/raw-http.ts';
import { makeFolder, removeFolder, smallSite } from '../../support/small-site.ts';

let root: string;
let server: Server;
let port: number;

beforeAll(async () => {
  root = await makeFolder({ ...smallSite(), 'secret.txt': 'secret' });
  await finishBuild(root);
  const limits = { headersTimeout: 500, requestTimeout: 1_000, maxConnections: 50 };
  server = await createSiteServer({ dist: join(root, 'dist'), policy: await readPolicy(root), limits });
  port = await listen(server);
});

afterAll(async () => {
  await stopServer(server, 0);
  await removeFolder(root);
});

function expectRefused({ status, headers, body }: RawAnswer, what: string): void {
  expect([400, 404], what).toContain(status);
  expect(headers.get('content-security-policy'), what).toContain("default-src 'none'");
  expect(headers.get('x-content-type-options'), what).toBe('nosniff');
  expect(body.toString(), what).not.toContain('secret');
}

describe('an address that tries to leave the site', () => {
  test.each([
    '/../secret.txt',
    '/lv/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/%c0%ae%c0%ae/secret.txt',
    '/%252e%252e/secret.txt',
    '/lv/%00',
    '/lv/%0d%0aSet-Cookie:%20a=1',
    '/%',
    '/%zz',
    '/%ff',
    '/lv/./',
    'secret.txt',
    'http://localhost/lv/',
    '//localhost/lv/',
    '*',
    '/lv/#x',
    `/${'a'.repeat(2048)}`,
  ])('is refused: %s', async (path) => {
    expectRefused(await ask(port, path), path);
  });
});

describe('a host name', () => {
  test.each(['', 'a b', 'localhost/x', 'user@localhost', 'localhost:99999999', '-x', '<script>', 'a,b'])(
    'that is none is refused: "%s"',
    async (host) => expectRefused(await ask(port, '/lv/', { host }), host),
  );

  test.each(['localhost', 'LOCALHOST:4321', '127.0.0.1', '[::1]:80', 'www.cilvektirdznieciba.lv.'])('is taken: %s', async (host) => {
    expect((await ask(port, '/lv/jaunumi/2018/celot-drosi/', { host })).status).toBe(200);
  });

  test('must be there once', async () => {
    expectRefused(await sendRaw(port, 'GET /lv/ HTTP/1.1\r\nConnection: close\r\n\r\n'), 'none');
    expectRefused(await sendRaw(port, 'GET /lv/ HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n'), 'two');
  });
});

describe('a request that is not HTTP', () => {
  test.each([
    ['nonsense', 'hello\r\n\r\n'],
    ['a broken header', 'GET / HTTP/1.1\r\nHost: a\r\nbad header\r\n\r\n'],
    ['a header folded over two lines', 'GET / HTTP/1.1\r\nHost: a\r\nX: a\r\n b: c\u0000\r\n\r\n'],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx'],
    ['a length and chunks', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['a space before the colon', 'GET / HTTP/1.1\r\nHost : a\r\n\r\n'],
  ])('is answered 400 and closed: %s', async (what, bytes) => {
    const answer = await sendRaw(port, bytes);
    expect(answer.status).toBe(400);
    expectRefused(answer, what);
  });

  test('is answered 431 when its headers are larger than 8 KiB', async () => {
    expect((await ask(port, '/lv/', { headers: { X: 'x'.repeat(9_000) } })).status).toBe(431);
  });
});

describe('a client that is slow on purpose', () => {
  test('is cut off while it sends its headers', async () => {
    const start = performance.now();
    const { status } = await sendRaw(port, 'GET /lv/ HTTP/1.1\r\nHost: a\r\n');
    expect(status).toBe(408);
    expect(performance.now() - start).toBeLessThan(4_000);
  });

  test('does not keep the others waiting', async () => {
    const slow = Array.from({ length: 30 }, () =>
      connect(port, '127.0.0.1', function (this: { write: (text: string) => void }) {
        this.write('GET / HTTP/1.1\r\n');
      }),
    );
    for (const socket of slow) socket.on('error', () => {});
    expect((await ask(port, '/lv/')).status).toBe(200);
    for (const socket of slow) socket.destroy();
  });
});

test('the server still serves after all of this', async () => {
  expect((await ask(port, '/lv/')).status).toBe(200);
});
