import type { Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltSite, deploymentFaults } from '../../../src/deploy/check/checks.ts';
import { askOver, type Deployment } from '../../../src/deploy/check/deployment.ts';
import { unitFaults } from '../../../src/deploy/check/unit.ts';
import { addressOf, listFiles } from '../../../src/hosting/files.ts';
import { finishBuild } from '../../../src/hosting/finish.ts';
import { readPolicy } from '../../../src/hosting/policy.ts';
import { everyObject } from '../../../src/reports/stores/store.ts';
import { createSiteServer, stopServer } from '../../../src/server/serve.ts';
import { listen } from '../../support/raw-http.ts';
import { handle, makeContext } from '../../support/reports/world.ts';
import { makeFolder, removeFolder, smallSite } from '../../support/small-site.ts';

let folder: string;
let server: Server;
let sound: Deployment;
let site: BuiltSite;

beforeAll(async () => {
  folder = await makeFolder(smallSite());
  await finishBuild(folder);
  const dist = join(folder, 'dist');
  const policy = { ...(await readPolicy(folder)), hosts: { canonical: null, all: [] } };
  const context = await makeContext();
  server = await createSiteServer({ dist, policy, api: (request) => handle(request, context) });
  const address = `http://127.0.0.1:${await listen(server)}`;
  sound = {
    ask: askOver(address),
    faults: [],
    countReports: async () => (await Array.fromAsync(everyObject(context.store, 'r/'))).length,
    written: () => Promise.resolve([]),
    close: () => Promise.resolve(),
  };
  site = { root: process.cwd(), policy, addresses: (await listFiles(dist)).map(addressOf), carrier: 'the file' };
});
afterAll(async () => {
  await stopServer(server);
  await removeFolder(folder);
});

async function faultsOf(parts: Partial<Deployment>): Promise<string[]> {
  return (await deploymentFaults({ ...sound, ...parts }, site)).faults;
}

/** The sound site, but for one address. */
function changed(path: string, change: (answer: Response) => Response | Promise<Response>): Partial<Deployment> {
  return { ask: async (asked, init) => (asked === path ? change(await sound.ask(asked, init)) : sound.ask(asked, init)) };
}

function withHeader(name: string, value: string | undefined): (answer: Response) => Response {
  return (answer) => {
    const headers = new Headers(answer.headers);
    headers.delete('content-encoding');
    if (value === undefined) headers.delete(name);
    else headers.set(name, value);
    return new Response(answer.body, { status: answer.status, headers });
  };
}

describe('the check of a deployment', () => {
  test('finds nothing wrong with our own server', async () => {
    expect(await faultsOf({})).toEqual([]);
  });

  test.each<[string, Partial<Deployment> | (() => Partial<Deployment>), string]>([
    ['a header that is missing', () => changed('/lv/', withHeader('permissions-policy', undefined)), '/lv/: Permissions-Policy is missing'],
    ['a header of the host', () => changed('/en/', withHeader('nel', '{}')), '/en/: nel is sent'],
    ['a page that is kept too long', () => changed('/lv/', withHeader('cache-control', 'max-age=86400')), 'reaches readers late'],
    ['a page that is not there', () => changed('/robots.txt', () => new Response('', { status: 500 })), '/robots.txt: status 500'],
    ['a redirect that is lost', () => changed('/projekts/69', () => new Response('page')), '/projekts/69: status 200 instead of 301'],
    ['a page for 404 that is none', () => changed('/nothing.txt', () => new Response('no', { status: 404 })), '/nothing.txt: status 404'],
    [
      'an address that leads to another host',
      () => changed('//evil.example/lv', () => new Response(null, { status: 301, headers: { Location: '//evil.example/lv/' } })),
      '//evil.example/lv: leads to another host',
    ],
    [
      'an endpoint that is not there',
      () => changed('/api/status', () => new Response('', { status: 404 })),
      '/api/status: status 404, not open',
    ],
    [
      'an endpoint that is compressed',
      () => changed('/api/status', withHeader('content-encoding', 'identity')),
      'content-encoding is sent',
    ],
    ['another 404 below /api/', () => changed('/api/nothing', () => new Response('', { status: 404 })), '/api/nothing: not answered'],
    ['a body that is refused', () => changed('/api/report', () => new Response('', { status: 413 })), 'answered 413 instead of 303'],
    ['a cookie that is lost', () => changed('/api/report', withHeader('set-cookie', undefined)), '/api/receipt: does not show'],
    ['a report that is not in the store', { countReports: () => Promise.resolve(7) }, 'acknowledged, but not in the store'],
  ])('names %s', async (_, change, fault) => {
    const found = await faultsOf(typeof change === 'function' ? change() : change);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(fault);
    expect(found[0]).toMatch(/\. [A-Z][^.]*\.$/);
  });

  test('names a log that holds words of a report', async () => {
    let log = Buffer.alloc(0);
    const ask: Deployment['ask'] = async (path, init) => {
      if (init?.body instanceof FormData) log = Buffer.from(init.body.get('what') as string);
      return sound.ask(path, init);
    };
    expect(await faultsOf({ ask, written: () => Promise.resolve([log]) })).toEqual([expect.stringContaining('stand in a log')]);
  });
});

describe('the unit of each recipe', () => {
  test.each(['node', 'deno', 'bun', 'onion'])('keeps %s to its own folder, and what is in memory off the disk', async (recipe) => {
    expect(await unitFaults(process.cwd(), recipe)).toEqual([]);
  });

  test('is faulty without a line that matters, or when it is for trying out', async () => {
    const unit = '[Service]\nExecStart=/usr/bin/node x\nEnvironment=HOST=0.0.0.0\nEnvironment=REPORTS_TRIAL=1\nLimitCORE=0\n';
    const root = await makeFolder({ 'src/deploy/node/reports.service': unit });
    const faults = await unitFaults(root, 'node');
    await removeFolder(root);
    expect(faults.join('\n')).toMatch(
      /MemorySwapMax=0.*\n.*ProtectSystem.*\n.*NoNewPrivileges.*\n.*StateDirectoryMode.*\n.*HOST.*\n.*REPORTS_TRIAL/,
    );
    expect(faults).toHaveLength(6);
  });
});
