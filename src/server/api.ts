import type { IncomingMessage } from 'node:http';
import { apiHeaders, type Headers } from '../hosting/headers.ts';
import type { SitePolicy } from '../hosting/policy.ts';
import { problem, UNCARRIED } from '../reports/problems.ts';
import type { Exchange } from './send.ts';

/** The endpoint mounted below /api/: pure, of no framework, and it never rejects for bad input. `address` is the other end of the connection. */
export type ApiHandler = (request: Request, address: string | undefined) => Promise<Response>;

const notFound: ApiHandler = () => Promise.resolve(problem('not-found'));

/**
 * The body as a stream of the web, read as fast as the handler asks for it. Node's own conversion takes three times as long, a twentieth of
 * what a report costs.
 */
function bodyOf(message: IncomingMessage): ReadableStream<Uint8Array> {
  message.pause();
  let isCancelled = false;
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        message.on('data', (chunk: Buffer) => {
          if (isCancelled) return;
          message.pause();
          controller.enqueue(chunk);
        });
        message.on('end', () => isCancelled || controller.close());
        message.on('error', (error) => isCancelled || controller.error(error));
      },
      pull: () => void message.resume(),
      // A client that is still sending reads its answer only when what it sends is taken.
      cancel() {
        isCancelled = true;
        message.resume();
      },
    },
    { highWaterMark: 0 },
  );
}

function toRequest(message: IncomingMessage, scheme: string): Request {
  const { method = 'GET', url = '/', headers } = message;
  const entries = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  // Node's stream types and the browser's differ in name only.
  const body = method === 'GET' || method === 'HEAD' ? null : (bodyOf(message) as unknown as BodyInit);
  const init: RequestInit & { duplex: 'half' } = { method, headers: entries, body, duplex: 'half' };
  return new Request(new URL(url, `${scheme}://${headers.host}`), init);
}

const shared = new WeakMap<SitePolicy, Headers>();

/** `apiHeaders` under small letters, as the handler's own come; made once. */
function sharedHeaders(policy: SitePolicy): Headers {
  let headers = shared.get(policy);
  if (!headers) {
    headers = Object.fromEntries(Object.entries(apiHeaders(policy)).map(([name, value]) => [name.toLowerCase(), value]));
    shared.set(policy, headers);
  }
  return headers;
}

/** Hands the request to the endpoint and its answer back. A handler that throws is answered 500, without a word of why. */
export async function answerApi(exchange: Exchange, policy: SitePolicy, handler: ApiHandler = notFound): Promise<void> {
  const { request, response } = exchange;
  const answer = UNCARRIED.test(request.method ?? '')
    ? problem('method', { Allow: 'GET, HEAD, POST' })
    : await handlerAnswer(() => handler(toRequest(request, policy.https ? 'https' : 'http'), request.socket.remoteAddress));
  const body = answer.body === null ? new Uint8Array() : new Uint8Array(await answer.arrayBuffer());
  const cookies = answer.headers.getSetCookie();
  response.writeHead(answer.status, {
    ...sharedHeaders(policy),
    ...Object.fromEntries(answer.headers),
    ...(cookies.length > 0 ? { 'set-cookie': cookies } : {}),
    // Whatever is left of a body nobody read would be taken for the next request.
    ...(request.complete ? {} : { connection: 'close' }),
    'content-length': body.length,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

async function handlerAnswer(handle: () => Promise<Response>): Promise<Response> {
  try {
    return await handle();
  } catch {
    return problem('internal');
  }
}
