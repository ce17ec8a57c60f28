import type { Endpoint } from './node.ts';
import { asSite, type SiteData } from './site-data.ts';

/** What we use of Deno; its own types would replace Node's in the whole project. */
interface DenoServe {
  serve(
    options: { hostname: string; port: number; onListen: (address: { port: number }) => void },
    answer: (request: Request, connection: { remoteAddr: { hostname: string } }) => Promise<Response>,
  ): { shutdown: () => Promise<void> };
}

/** Answers on Deno's own server; `listening` gets the port. */
export function serveOnDeno(
  deno: DenoServe,
  { handle }: Endpoint,
  site: SiteData,
  { hostname, port, listening }: { hostname: string; port: number; listening: (port: number) => void },
): { stop: () => Promise<void> } {
  const server = deno.serve({ hostname, port, onListen: (address) => listening(address.port) }, async (request, { remoteAddr }) =>
    asSite(await handle(request, remoteAddr.hostname), request, site),
  );
  return { stop: () => server.shutdown() };
}
