import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { POLICY_WITHOUT_PAGES } from '../../../../src/hosting/policy.ts';
import { openSiteReports } from '../../../../src/reports/adapters/site.ts';
import { openFsStore } from '../../../../src/reports/stores/fs.ts';
import { createSiteServer, stopServer } from '../../../../src/server/serve.ts';
import { askOver } from '../../../reports/platforms/own-server.ts';
import { CONTRACT_SETTINGS, type Platform, platformContract } from '../../../support/reports/platform-contract.ts';

/** Our own server, as `npm start` opens it behind a proxy. */
async function open(): Promise<Platform> {
  const folder = await mkdtemp(join(tmpdir(), 'report-server-'));
  const [dist, secret, place] = ['dist', 'secret', 'store'].map((name) => join(folder, name)) as [string, string, string];
  await mkdir(dist);
  await writeFile(secret, CONTRACT_SETTINGS.REPORTS_SECRET, { mode: 0o600 });
  const settings = { ...CONTRACT_SETTINGS, REPORTS_DIR: place, REPORTS_SECRET_FILE: secret, REPORTS_TRUST_PROXY: '1' };
  const reports = await openSiteReports(process.cwd(), settings);
  const server = await createSiteServer({ dist, policy: { ...POLICY_WITHOUT_PAGES, https: true }, api: reports.handle });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ask: (request, sender) => askOver(address, request, sender === undefined ? {} : { 'X-Forwarded-For': sender }),
    store: await openFsStore(place, () => new Date()),
    close: async () => {
      await stopServer(server);
      reports.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

platformContract('Node', open);
