import { createServer, type Server, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { type Headers, securityHeaders } from '../hosting/headers.ts';
import { listedTargets, oldAddressTarget } from '../hosting/old-addresses.ts';
import type { Redirect, SitePolicy } from '../hosting/policy.ts';
import { answerApi, type ApiHandler } from './api.ts';
import { readHost, readTarget } from './request-target.ts';
import { type Exchange, sendFile, sendText } from './send.ts';
import { readSiteFiles, type SiteFile } from './site-files.ts';

/** Bounds against clients that are slow on purpose, in milliseconds; a report over a slow phone needs the long one. */
export interface ServerLimits {
  headersTimeout: number;
  requestTimeout: number;
  idleTimeout: number;
  maxConnections: number;
}

export interface SiteServerOptions {
  /** Folder of the built site; read once, at the start. */
  dist: string;
  policy: SitePolicy;
  /** Answers everything below /api/; without it that is 404. */
  api?: ApiHandler;
  limits?: Partial<ServerLimits>;
}

const LIMITS: ServerLimits = {
  headersTimeout: 10_000,
  requestTimeout: 300_000,
  idleTimeout: 60_000,
  maxConnections: 2_000,
};
const MAX_HEADER_BYTES = 8_192;

interface Site {
  policy: SitePolicy;
  api: ApiHandler | undefined;
  files: ReadonlyMap<string, SiteFile>;
  listed: (path: string) => Redirect | undefined;
}

/** Where `path` leads, or undefined where it is to be served or is missing. */
function redirectOf(
  path: string,
  query: string,
  { files, listed, policy }: Site,
): Pick<Redirect, 'to' | 'status'> | { to: string; status: 308 } | undefined {
  const moved = listed(path);
  if (moved) return moved;
  if (files.has(path)) return undefined;
  if (files.has(`${path}/`)) return { to: `${encodeURI(path)}/${query}`, status: 308 };
  const folder = path.replace(/index\.html$/, '');
  if (folder !== path && files.has(folder)) return { to: `${encodeURI(folder)}${query}`, status: 308 };
  return oldAddressTarget(path, policy.oldAddresses);
}

async function sendNotFound(exchange: Exchange, path: string, { files, policy }: Site): Promise<void> {
  const { notFound } = policy;
  const file = files.get(notFound[path.split('/')[1] ?? ''] ?? notFound[''] ?? '');
  if (file) await sendFile(exchange, file, 404);
  else sendText(exchange, 404, 'Not found.', securityHeaders(path, policy));
}

function isApi(path: string): boolean {
  return path === '/api' || path.startsWith('/api/');
}

async function answer(exchange: Exchange, site: Site): Promise<void> {
  const { request } = exchange;
  const { policy, files } = site;
  const plain: Headers = { ...securityHeaders('/', policy), 'Cache-Control': 'no-store' };
  const closing = { ...plain, Connection: 'close' };
  const target = readTarget(request.url ?? '');
  const host = readHost(request.rawHeaders);
  if ('refusal' in target) return sendText(exchange, 400, target.refusal, closing);
  if (host === undefined) return sendText(exchange, 400, 'The host name is missing or malformed.', closing);
  const { path, query } = target;
  if (isApi(path)) return answerApi(exchange, policy, site.api);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return sendText(exchange, 405, 'Only GET and HEAD are answered here.', {
      ...closing,
      Allow: 'GET, HEAD',
    });
  }
  const moved = redirectOf(path, query, site);
  const prefix = canonicalPrefix(host, policy);
  if (moved || prefix !== '') {
    const to = moved?.to ?? `${encodeURI(path)}${query}`;
    return sendText(exchange, moved?.status ?? 301, '', { ...plain, Location: `${prefix}${to}` });
  }
  const file = files.get(path);
  const isErrorPage = Object.values(policy.notFound).includes(path);
  return file && !isErrorPage ? sendFile(exchange, file) : sendNotFound(exchange, path, site);
}

/** `https://` and the canonical host where another host of the site was asked over TLS, else nothing. */
function canonicalPrefix(host: string, { hosts, https }: SitePolicy): string {
  const { canonical, all } = hosts;
  return https && canonical !== null && host !== canonical && all.includes(host) ? `https://${canonical}` : '';
}

/** Answers a request that Node could not read, with the same headers, and closes. */
function refuse(error: NodeJS.ErrnoException, socket: Socket, policy: SitePolicy): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }[error.code ?? ''] ?? 400;
  const body = `${STATUS_CODES[status]}.\n`;
  const headers = {
    ...securityHeaders('/', policy),
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': String(body.length),
    Connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
}

/**
 * The production server: the files of `dist` with the headers and redirects of `policy`, and nothing kept of any request.
 * Rejects with ENOENT when `dist` is missing. The caller listens and stops (`stopServer`).
 */
export async function createSiteServer({ dist, policy, api, limits }: SiteServerOptions): Promise<Server> {
  const site: Site = { policy, api, files: await readSiteFiles(dist, policy), listed: listedTargets(policy) };
  const { idleTimeout, maxConnections, ...timeouts } = { ...LIMITS, ...limits };
  const server = createServer(
    {
      ...timeouts,
      maxHeaderSize: MAX_HEADER_BYTES,
      keepAliveTimeout: 5_000,
      connectionsCheckingInterval: 1_000,
      requireHostHeader: false,
    },
    (request, response) => {
      answer({ request, response }, site).catch(() => response.destroy());
    },
  );
  server.maxConnections = maxConnections;
  server.setTimeout(idleTimeout, (socket) => socket.destroy());
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => refuse(error, socket, policy));
  return server;
}

/** Stops taking requests, lets those under way end, and cuts what is left after `within` milliseconds. */
export async function stopServer(server: Server, within = 4_000): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), within);
  await closed;
  clearTimeout(cut);
}
