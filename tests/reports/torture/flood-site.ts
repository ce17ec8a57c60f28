// The whole site as `npm start` serves it, pages of a folder and the endpoint in one process, for the torture of a flood. Says its port by IPC.
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { POLICY_WITHOUT_PAGES } from '../../../src/hosting/policy.ts';
import { natively } from '../../../src/reports/adapters/natively.ts';
import { openReports } from '../../../src/reports/adapters/node.ts';
import type { AnswerLanguage } from '../../../src/reports/context.ts';
import { createSiteServer } from '../../../src/server/serve.ts';

const [folder = ''] = process.argv.slice(2);
const word: AnswerLanguage = { words: (key) => key, phones: [], formPath: '/', replyPath: '/' };
// Senders of a flood have many addresses; here they are written into the header that a proxy adds.
const settings = { REPORTS_DIR: join(folder, 'store'), REPORTS_TRUST_PROXY: '1' };
const languages = { lv: word, en: word, ru: word };
const { handle } = await openReports({ root: folder, settings, isProduction: false, origins: [], languages, ...natively });
const server = await createSiteServer({ dist: join(folder, 'dist'), policy: POLICY_WITHOUT_PAGES, api: handle });
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit());
