import site from 'virtual:site-data';
import { serveOnDeno } from '../../reports/adapters/deno.ts';
import { runServer } from '../own-server.ts';

declare const Deno: Parameters<typeof serveOnDeno>[0];

await runServer(site, (endpoint, where) => serveOnDeno(Deno, endpoint, site, where));
