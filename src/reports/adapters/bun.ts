import type { Endpoint } from './node.ts';
import { asSite, type SiteData } from './site-data.ts';

interface BunServer {
  port: number;
  requestIP(request: Request): { address: string } | null;
  stop(): Promise<void>;
}

/** What we use of Bun; its own types would replace Node's in the whole project. */
interface BunServe {
  serve(options: {
    hostname: string;
    port: number;
    maxRequestBodySize: number;
    development: false;
    fetch: (request: Request, server: BunServer) => Promise<Response>;
  }): BunServer;
}

/** More than any report; what lies between is answered by the endpoint in its own words. */
const LARGEST_BODY = 16 * 1_024 * 1_024;

/** Answers on Bun's own server; `listening` gets the port. */
export function serveOnBun(
  bun: BunServe,
  { handle }: Endpoint,
  site: SiteData,
  { hostname, port, listening }: { hostname: string; port: number; listening: (port: number) => void },
): { stop: () => Promise<void> } {
  const server = bun.serve({
    hostname,
    port,
    maxRequestBodySize: LARGEST_BODY,
    // The page Bun shows for errors in development names files and lines.
    development: false,
    fetch: async (request, self) => asSite(await handle(request, self.requestIP(request)?.address), request, site),
  });
  listening(server.port);
  return { stop: () => server.stop() };
}
