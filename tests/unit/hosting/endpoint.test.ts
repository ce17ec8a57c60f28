import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { finishBuild } from '../../../src/hosting/finish.ts';
import { readPolicy, type SitePolicy } from '../../../src/hosting/policy.ts';
import { createSiteServer, stopServer } from '../../../src/server/serve.ts';
import { hasCaddy, startCaddy } from '../../support/caddy.ts';
import { hasNginx, startNginx } from '../../support/nginx.ts';
import { ask, listen, sendRaw } from '../../support/raw-http.ts';
import { makeFolder, removeFolder, smallSite } from '../../support/small-site.ts';

/** A little below the largest body that our endpoint reads. */
const LARGE = 4_200_000;
const FORGED = '203.0.113.77';

interface Seen {
  forwarded: string | null;
  length: number;
  /** Files below the host's own folder while the body was there. */
  files: string[];
}

const hosts = [
  { name: 'nginx', isHere: hasNginx, start: startNginx },
  { name: 'caddy', isHere: hasCaddy, start: startCaddy },
];

// Both are programs of the machine; where one is missing, its file cannot be proved. `apt-get install nginx-light caddy`.
describe.each(hosts)('$name with the written file', ({ name, isHere, start }) => {
  let root: string;
  let ours: Server;
  let ports: { ours: number; host: number };
  let host: ChildProcess;

  async function seen(request: Request): Promise<Response> {
    const { length } = new Uint8Array(await request.arrayBuffer());
    const entries = await readdir(join(root, name), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && !/^(?:Caddyfile|nginx\.conf|pid|autosave\.json)$/.test(entry.name));
    const facts: Seen = { forwarded: request.headers.get('x-forwarded-for'), length, files: files.map((entry) => entry.name) };
    return new Response(JSON.stringify(facts), {
      status: 201,
      headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
    });
  }

  beforeAll(async () => {
    if (!isHere) return;
    root = await makeFolder(smallSite());
    await finishBuild(root);
    const policy: SitePolicy = { ...(await readPolicy(root)), hosts: { canonical: null, all: ['localhost'] } };
    ours = await createSiteServer({ dist: join(root, 'dist'), policy, api: seen });
    const ourPort = await listen(ours);
    const started = await start(root, policy, `http://127.0.0.1:${ourPort}`);
    host = started.process;
    ports = { ours: ourPort, host: started.port };
  });

  afterAll(async () => {
    if (!isHere) return;
    const ended = once(host, 'exit');
    host.kill();
    await ended;
    await stopServer(ours, 0);
    await removeFolder(root);
  });

  function send(body: string): ReturnType<typeof sendRaw> {
    const head = `POST /api/report HTTP/1.1\r\nHost: localhost:${ports.host}\r\nConnection: close\r\nX-Forwarded-For: ${FORGED}\r\n`;
    return sendRaw(ports.host, `${head}Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
  }

  test.skipIf(!isHere)('passes a report on to the endpoint, also a large one, and keeps no file of it', async () => {
    for (const length of [2, LARGE]) {
      const { status, body } = await send('x'.repeat(length));
      expect(status).toBe(201);
      expect(JSON.parse(body.toString())).toMatchObject({ length, files: [] });
    }
  });

  test.skipIf(!isHere)('says where the sender is and nothing that a sender made up', async () => {
    const { forwarded } = JSON.parse((await send('{}')).body.toString()) as Seen;
    expect(forwarded).toBe('127.0.0.1');
  });

  test.skipIf(!isHere)('gives the headers of the answer once, as the endpoint sends them', async () => {
    const [direct, passed] = await Promise.all([
      ask(ports.ours, '/api/status'),
      ask(ports.host, '/api/status', { host: `localhost:${ports.host}` }),
    ]);
    const names = ['content-type', 'cache-control', 'content-security-policy', 'x-content-type-options', 'referrer-policy'];
    for (const name of names) expect(passed.headers.get(name), name).toBe(direct.headers.get(name));
  });

  test.skipIf(!isHere)('still gives pages itself', async () => {
    expect((await ask(ports.host, '/lv/', { host: `localhost:${ports.host}` })).status).toBe(200);
  });
});
