import site from 'virtual:site-data';
import { serveOnBun } from '../../reports/adapters/bun.ts';
import { runServer } from '../own-server.ts';

declare const Bun: Parameters<typeof serveOnBun>[0];

await runServer(site, (endpoint, where) => serveOnBun(Bun, endpoint, site, where));
