import type { Server } from 'node:http';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { finishBuild } from '../../../src/hosting/finish.ts';
import { readPolicy } from '../../../src/hosting/policy.ts';
import { servedFaults } from '../../../src/hosting/served.ts';
import { createSiteServer, stopServer } from '../../../src/server/serve.ts';
import { listen } from '../../support/raw-http.ts';
import { makeFolder, page, removeFolder, smallSite } from '../../support/small-site.ts';

let server: Server | undefined;
let root: string | undefined;

afterEach(async () => {
  if (server) await stopServer(server, 0);
  if (root) await removeFolder(root);
});

async function serveSite(): Promise<{ folder: string; address: string }> {
  const form = page('<form></form>');
  root = await makeFolder({
    ...smallSite(),
    'dist/lv/zinot/index.html': form,
    'dist/en/easy-to-read/write-to-us/index.html': form,
    'dist/assets/report.js': 'export {};\n',
  });
  await finishBuild(root);
  server = await createSiteServer({ dist: join(root, 'dist'), policy: { ...(await readPolicy(root)), https: false } });
  return { folder: root, address: `http://localhost:${await listen(server)}` };
}

test('a site that serves what was built has no fault', async () => {
  const { folder, address } = await serveSite();
  expect(await servedFaults(folder, join(folder, 'dist'), address, false)).toEqual({ compared: 3, faults: [] });
});

test('another script and other forms are named', async () => {
  const { folder, address } = await serveSite();
  await appendFile(join(folder, 'dist/assets/report.js'), 'send();');
  for (const form of ['dist/lv/zinot/index.html', 'dist/en/easy-to-read/write-to-us/index.html']) await appendFile(join(folder, form), ' ');
  const { faults } = await servedFaults(folder, join(folder, 'dist'), address, false);
  expect(faults).toEqual(['/assets/report.js: other bytes', '/en/easy-to-read/write-to-us/: other bytes', '/lv/zinot/: other bytes']);
});

test('a site that is not there is no proof', async () => {
  const { folder } = await serveSite();
  const { faults } = await servedFaults(folder, join(folder, 'dist'), 'http://127.0.0.1:9', false);
  expect(faults).toHaveLength(3);
});
