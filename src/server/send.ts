import { open } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Headers } from '../hosting/headers.ts';
import { chooseEncoding } from './encoding.ts';
import type { SiteFile, Variant } from './site-files.ts';

export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
}

/** Answers with a short text, or with headers alone when there is nothing to say. */
export function sendText({ request, response }: Exchange, status: number, text: string, headers: Headers): void {
  const body = text === '' ? '' : `${text}\n`;
  const type = text === '' ? {} : { 'Content-Type': 'text/plain; charset=utf-8' };
  response.writeHead(status, { ...type, ...headers, 'Content-Length': Buffer.byteLength(body) });
  response.end(request.method === 'HEAD' ? undefined : body);
}

interface Part {
  status: number;
  headers: Headers;
  first: number;
  /** The last byte that is sent. */
  last: number;
}

/**
 * What of `length` bytes is sent. Files with `Accept-Ranges`, which are sounds, may be asked for from one byte on or for one stretch
 * (`bytes=100-`, `bytes=0-99`), as players do; all else is answered whole.
 */
function partOf({ request }: Exchange, status: number, headers: Headers, length: number): Part {
  const [, from, to] = /^bytes=(\d{1,12})-(\d{0,12})$/.exec(request.headers.range ?? '') ?? [];
  const first = Number(from ?? 0);
  const last = to ? Math.min(Number(to), length - 1) : length - 1;
  const size = { 'Content-Length': String(last - first + 1) };
  if (status !== 200 || from === undefined || !headers['Accept-Ranges'] || first > last)
    return { status, headers: { ...headers, 'Content-Length': String(length) }, first: 0, last: length - 1 };
  return { status: 206, headers: { ...headers, ...size, 'Content-Range': `bytes ${first}-${last}/${length}` }, first, last };
}

async function streamFile(exchange: Exchange, file: string, status: number, headers: Headers): Promise<void> {
  const { request, response } = exchange;
  const handle = await open(file);
  try {
    const part = partOf(exchange, status, headers, (await handle.stat()).size);
    response.writeHead(part.status, part.headers);
    if (request.method === 'HEAD' || part.last < 0) response.end();
    else await pipeline(handle.createReadStream({ autoClose: false, start: part.first, end: part.last }), response);
  } finally {
    await handle.close();
  }
}

/** Answers with a file in the encoding the client likes best. Rejects when the file went away or the client did. */
export async function sendFile(exchange: Exchange, { headers, variants }: SiteFile, status = 200): Promise<void> {
  const { request, response } = exchange;
  const accepted = request.headers['accept-encoding'];
  const encoding = chooseEncoding(
    accepted,
    variants.map((variant) => variant.encoding),
  );
  const { file, body } = variants.find((variant) => variant.encoding === encoding) as Variant;
  const all = encoding === 'identity' ? headers : { ...headers, 'Content-Encoding': encoding };
  if (body === undefined) return streamFile(exchange, file, status, all);
  const part = partOf(exchange, status, all, body.length);
  response.writeHead(part.status, part.headers);
  response.end(request.method === 'HEAD' ? undefined : body.subarray(part.first, part.last + 1));
}
