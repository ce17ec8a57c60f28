import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { apiHeaders, type Headers } from '../hosting/headers.ts';
import type { SitePolicy } from '../hosting/policy.ts';
import type { Exchange } from './send.ts';

/** The endpoint mounted below /api/: pure, of no framework, and it never rejects for bad input. `address` is the other end of the connection. */
export type ApiHandler = (request: Request, address: string | undefined) => Promise<Response>;

const notFound: ApiHandler = () => Promise.resolve(problem(404, 'not-found', 'Not found'));

/** An RFC 9457 problem that says nothing of the request. */
function problem(status: number, slug: string, title: string): Response {
  const body = JSON.stringify({ type: `/problems/${slug}`, title, status, retryable: status >= 500 });
  return new Response(body, { status, headers: { 'Content-Type': 'application/problem+json' } });
}

function toRequest(message: IncomingMessage, scheme: string): Request {
  const { method = 'GET', url = '/', headers } = message;
  const entries = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  // Node's stream types and the browser's differ in name only.
  const body = method === 'GET' || method === 'HEAD' ? null : (Readable.toWeb(message) as unknown as BodyInit);
  const init: RequestInit & { duplex: 'half' } = { method, headers: entries, body, duplex: 'half' };
  return new Request(new URL(url, `${scheme}://${headers.host}`), init);
}

/** Hands the request to the endpoint and its answer back. A handler that throws is answered 500, without a word of why. */
export async function answerApi(exchange: Exchange, policy: SitePolicy, handler: ApiHandler = notFound): Promise<void> {
  const { request, response } = exchange;
  const answer = await handlerAnswer(() => handler(toRequest(request, policy.https ? 'https' : 'http'), request.socket.remoteAddress));
  const body = Buffer.from(await answer.arrayBuffer());
  const own: Headers = Object.fromEntries([...answer.headers].map(([name, value]) => [name.toLowerCase(), value]));
  const shared = Object.entries(apiHeaders(policy)).filter(([name]) => !(name.toLowerCase() in own));
  const cookies = answer.headers.getSetCookie();
  // Whatever is left of a body nobody read would be taken for the next request.
  const closing = request.complete ? {} : { Connection: 'close' };
  response.writeHead(answer.status, {
    ...Object.fromEntries(shared),
    ...own,
    ...(cookies.length > 0 ? { 'set-cookie': cookies } : {}),
    ...closing,
    'Content-Length': body.length,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

async function handlerAnswer(handle: () => Promise<Response>): Promise<Response> {
  try {
    return await handle();
  } catch {
    return problem(500, 'internal', 'Internal error');
  }
}
