import type { Server } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { finishBuild } from '../../../src/hosting/finish.ts';
import { readPolicy } from '../../../src/hosting/policy.ts';
import type { ApiHandler } from '../../../src/server/api.ts';
import { createSiteServer, stopServer } from '../../../src/server/serve.ts';
import { ask, listen, sendRaw } from '../../support/raw-http.ts';
import { makeFolder, removeFolder, smallSite } from '../../support/small-site.ts';

let server: Server | undefined;
let root: string | undefined;

afterEach(async () => {
  if (server) await stopServer(server, 0);
  if (root) await removeFolder(root);
});

async function serveWith(api?: ApiHandler): Promise<number> {
  root = await makeFolder(smallSite());
  await finishBuild(root);
  const policy = { ...(await readPolicy(root)), https: false };
  server = await createSiteServer({ dist: join(root, 'dist'), policy, ...(api ? { api } : {}) });
  return listen(server);
}

describe('below /api/', () => {
  test('nothing is found, as a problem, while no endpoint is mounted', async () => {
    const { status, headers, body } = await ask(await serveWith(), '/api/report');
    expect([status, headers.get('content-type')]).toEqual([404, 'application/problem+json']);
    expect(JSON.parse(body.toString())).toEqual({
      type: '/problems/not-found',
      title: 'Not found',
      status: 404,
      retryable: false,
    });
  });

  test('an answer is sandboxed, not stored and not indexed', async () => {
    const { headers } = await ask(await serveWith(), '/api/report');
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toBe('noindex');
  });

  test('the endpoint gets method, address, headers and body, and its answer goes out whole', async () => {
    const port = await serveWith(async (request) => {
      const text = `${request.method} ${request.url} ${request.headers.get('x-a')} ${await request.text()}`;
      return new Response(text, {
        status: 201,
        headers: { 'Cache-Control': 'private', 'Set-Cookie': 'a=1' },
      });
    });
    const answer = await sendRaw(
      port,
      'POST /api/report?x=1 HTTP/1.1\r\nHost: localhost\r\nX-A: b\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello',
    );
    expect(answer.status).toBe(201);
    expect(answer.body.toString()).toContain('POST http://localhost/api/report?x=1 b hello');
    expect(answer.headers.get('cache-control')).toBe('private');
    expect(answer.headers.get('set-cookie')).toBe('a=1');
  });

  test('an endpoint that throws is a problem that says nothing', async () => {
    const port = await serveWith(() => Promise.reject(new Error('secret')));
    const { status, body } = await ask(port, '/api/report');
    expect(status).toBe(500);
    expect(body.toString()).not.toContain('secret');
  });

  test('a method that no Request can carry is not allowed, and never reaches the endpoint', async () => {
    const port = await serveWith(() => Promise.reject(new Error('asked')));
    const { status, headers, body } = await ask(port, '/api/report', { method: 'TRACE' });
    expect([status, headers.get('allow'), headers.get('content-type')]).toEqual([405, 'GET, HEAD, POST', 'application/problem+json']);
    expect(JSON.parse(body.toString())).toMatchObject({ type: '/problems/method' });
  });

  test('a body that nobody reads ends the connection', async () => {
    const port = await serveWith(() => Promise.resolve(new Response('no', { status: 413 })));
    const { status, headers } = await sendRaw(port, 'POST /api/report HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\nx');
    expect([status, headers.get('connection')]).toEqual([413, 'close']);
  });

  test('a small body that nobody reads leaves the connection to the next request', async () => {
    const port = await serveWith(async ({ method }) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      return new Response(`<${method}>`, { status: 415 });
    });
    const post = 'POST /api/report HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello';
    const { body } = await sendRaw(port, `${post}GET /api/status HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    expect(body.toString()).toMatch(/^<POST>HTTP\/1\.1 415[^]*<GET>$/);
  });

  test('a body that is given up is let go, and its client is answered', async () => {
    const port = await serveWith(async (request) => {
      const reader = request.body?.getReader();
      await reader?.read();
      void reader?.read();
      await reader?.cancel();
      await new Promise((resolve) => setTimeout(resolve, 50));
      return new Response('too large', { status: 413 });
    });
    const answer = await fetch(`http://127.0.0.1:${port}/api/report`, { method: 'POST', body: new Uint8Array(5_000_000) });
    expect([answer.status, await answer.text()]).toEqual([413, 'too large']);
  });

  test('a large body comes in order, and only as fast as it is read', async () => {
    const port = await serveWith(async (request) => {
      const reader = request.body?.getReader();
      await new Promise((resolve) => setTimeout(resolve, 50));
      let [length, sum] = [0, 0];
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
        for (const byte of part.value) sum = (sum * 31 + byte) % 1_000_003;
        length += part.value.length;
      }
      return new Response(`${length} ${sum}`);
    });
    const bytes = Buffer.from(Array.from({ length: 1_000_000 }, (_, at) => (at * at) % 251));
    const sum = bytes.reduce((sofar, byte) => (sofar * 31 + byte) % 1_000_003, 0);
    const answer = await fetch(`http://127.0.0.1:${port}/api/report`, { method: 'POST', body: bytes });
    expect(await answer.text()).toBe(`1000000 ${sum}`);
  });
});
