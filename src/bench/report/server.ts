// One server under load: `endpoint` answers reports as production does, `bare` only writes what it gets and flushes it. Says its port by IPC.
import { randomUUID } from 'node:crypto';
import { open } from 'node:fs/promises';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { POLICY_WITHOUT_PAGES } from '../../hosting/policy.ts';
import { natively } from '../../reports/adapters/natively.ts';
import { openReports } from '../../reports/adapters/node.ts';
import type { AnswerLanguage } from '../../reports/context.ts';
import { answerApi } from '../../server/api.ts';

const [kind = '', folder = ''] = process.argv.slice(2);

async function bare(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await buffer(request);
  const handle = await open(join(folder, randomUUID()), 'wx', 0o600);
  await handle.writeFile(body);
  await handle.sync();
  await handle.close();
  response.writeHead(201, { 'Content-Length': 0 }).end();
}

async function listener(): Promise<RequestListener> {
  if (kind === 'bare') return (request, response) => void bare(request, response).catch(() => response.destroy());
  const word: AnswerLanguage = { words: (key) => key, phones: [], formPath: '/', replyPath: '/' };
  const { REPORTS_TRUST_PROXY } = process.env;
  const settings = {
    REPORTS_DIR: join(folder, 'store'),
    REPORTS_MAX_OBJECTS: '100000000',
    REPORTS_MAX_BYTES: '1e13',
    REPORTS_TRUST_PROXY,
    REPORTS_POSTS_A_MINUTE: '1e12',
  };
  const languages = { lv: word, en: word, ru: word };
  const { handle } = await openReports({ root: folder, settings, isProduction: false, origins: [], languages, ...natively });
  return (request, response) => void answerApi({ request, response }, POLICY_WITHOUT_PAGES, handle).catch(() => response.destroy());
}

const server = createServer({ headersTimeout: 10_000, requestTimeout: 300_000, connectionsCheckingInterval: 1_000 }, await listener());
server.setTimeout(60_000, (socket) => socket.destroy());
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('message', () => process.send?.(process.resourceUsage().maxRSS / 1_024));
process.on('disconnect', () => process.exit());
