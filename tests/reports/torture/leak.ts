/** Loaded before the endpoint, it makes what a careless programmer might: a log, a temporary file, a cache of requests, a copy beside the store. */
import { appendFileSync } from 'node:fs';
import { type IncomingMessage, Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [, , , store = ''] = process.argv;
const cache: string[] = [];
Object.assign(globalThis, { cacheOfRequests: cache });

function spill(text: string): void {
  cache.push(text);
  console.log(text);
  for (const file of [join(tmpdir(), 'log'), 'log', join(store, 'log')]) appendFileSync(file, `${text}\n`);
}

const server: { emit: (this: Server, event: string, ...values: unknown[]) => boolean } = Server.prototype;
const emit = server.emit;
server.emit = function (event, ...values) {
  const [request] = values as [IncomingMessage];
  if (event === 'request') spill(`${request.method} ${request.url} ${request.socket.remoteAddress} ${JSON.stringify(request.headers)}`);
  return emit.call(this, event, ...values);
};

const decoder: { decode: (this: TextDecoder, ...values: Parameters<TextDecoder['decode']>) => string } = TextDecoder.prototype;
const decode = decoder.decode;
decoder.decode = function (...values) {
  const text = decode.apply(this, values);
  spill(text);
  return text;
};
