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

async function streamFile({ request, response }: Exchange, file: string, status: number, headers: Headers): Promise<void> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    response.writeHead(status, { ...headers, 'Content-Length': size });
    if (request.method === 'HEAD') response.end();
    else await pipeline(handle.createReadStream({ autoClose: false }), response);
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
  response.writeHead(status, { ...all, 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}
