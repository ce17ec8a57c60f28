import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { listen } from '../raw-http.ts';

/** What a bad day at the service does to one request. `late` faults happen after the object was written. */
export type S3Fault =
  | 'internal'
  | 'slow-down'
  | 'reset'
  | 'late-reset'
  | 'late-internal'
  | 'truncated'
  | 'conflict'
  | 'stall'
  | 'skewed'
  | 'expired'
  | 'overwrites';

export interface S3Double {
  bucket: string;
  objects: Map<string, { body: Buffer; day: Date }>;
  /** Chooses the fault of each request, counted from 0. */
  faultOf: (count: number, method: string) => S3Fault | undefined;
  close: () => Promise<void>;
}

export const S3_KEYS = { region: 'eu-north-1', accessKeyId: 'DOUBLE', secretAccessKey: 'double-secret' };
const PAGE = 3;

function hash(data: Buffer | string): string {
  return createHash('sha256').update(data).digest('hex');
}

function hmac(key: Buffer | string, data: string): Buffer {
  return createHmac('sha256', key).update(data).digest();
}

function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** AWS Signature Version 4 of a request, computed from the published rules and not with the client's code. */
function signatureOf({ method = '', headers }: IncomingMessage, url: URL, signed: string, scope: string, body: Buffer): string {
  const query = [...url.searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');
  const lines = signed.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const digest = String(headers['x-amz-content-sha256'] ?? hash(body));
  const canonical = [method, url.pathname, query, lines.join(''), signed, digest].join('\n');
  const [day = '', region = '', service = ''] = scope.split('/');
  const text = ['AWS4-HMAC-SHA256', String(headers['x-amz-date']), scope, hash(canonical)].join('\n');
  const key = [region, service, 'aws4_request'].reduce((above, part) => hmac(above, part), hmac(`AWS4${S3_KEYS.secretAccessKey}`, day));
  return hmac(key, text).toString('hex');
}

function isSigned(request: IncomingMessage, url: URL, body: Buffer): boolean {
  const authorization = String(request.headers.authorization);
  const [, scope = '', signed = '', signature] =
    /Credential=DOUBLE\/([^,]+), SignedHeaders=([^,]+), Signature=(\w+)/.exec(authorization) ?? [];
  const digest = request.headers['x-amz-content-sha256'];
  const isDigest = digest === undefined || digest === 'UNSIGNED-PAYLOAD' || digest === hash(body);
  return isDigest && signature === signatureOf(request, url, signed, scope, body);
}

function xmlError(response: ServerResponse, status: number, code: string, date = new Date()): void {
  response.writeHead(status, { 'Content-Type': 'application/xml', Date: date.toUTCString() });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
}

/** An S3 service of one bucket in memory that checks signatures and checksums, honours `If-None-Match: *`, and has faults on demand. */
export async function startS3Double(faultOf: S3Double['faultOf'] = () => undefined): Promise<S3Double> {
  const objects: S3Double['objects'] = new Map();
  const double: S3Double = { bucket: '', objects, faultOf, close: () => Promise.resolve() };
  let count = 0;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', headers } = request;
    const fault = double.faultOf(count++, method);
    if (fault === 'reset') return void request.socket.destroy();
    const url = new URL(request.url ?? '', 'http://double');
    const body = await buffer(request);
    if (fault === 'stall') return;
    if (fault === 'internal') return xmlError(response, 500, 'InternalError');
    if (fault === 'slow-down') return xmlError(response, 503, 'SlowDown');
    if (fault === 'conflict') return xmlError(response, 409, 'ConditionalRequestConflict');
    if (fault === 'skewed') return xmlError(response, 403, 'RequestTimeTooSkewed');
    if (fault === 'expired') return xmlError(response, 403, 'ExpiredToken');
    if (!isSigned(request, url, body)) return xmlError(response, 403, 'SignatureDoesNotMatch');
    const key = decodeURIComponent(url.pathname.replace('/bucket/', ''));
    if (method === 'GET' && key === '') return list(url, response);
    if (method === 'GET') {
      const found = objects.get(key);
      if (!found) return xmlError(response, 404, 'NoSuchKey');
      response.writeHead(200, { 'Content-Length': found.body.length });
      if (fault === 'truncated') response.write(found.body.subarray(0, found.body.length / 2), () => request.socket.destroy());
      else response.end(found.body);
      return;
    }
    if (method === 'DELETE') {
      objects.delete(key);
      response.writeHead(204).end();
      return;
    }
    const isTaken = objects.has(key) && fault !== 'overwrites' && headers['if-none-match'] === '*';
    const checksum = createHash('sha256').update(body).digest('base64');
    if (headers['x-amz-checksum-sha256'] !== checksum) return xmlError(response, 400, 'BadDigest');
    if (!isTaken) objects.set(key, { body, day: new Date() });
    if (fault === 'late-reset') return void request.socket.destroy();
    if (fault === 'late-internal') return xmlError(response, 500, 'InternalError');
    if (isTaken) return xmlError(response, 412, 'PreconditionFailed');
    response.writeHead(200, { ETag: '"x"' }).end();
  };

  const list = (url: URL, response: ServerResponse): void => {
    const prefix = url.searchParams.get('prefix') ?? '';
    const after = url.searchParams.get('continuation-token') ?? '';
    const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
    const page = keys.slice(0, PAGE).map((key) => {
      const { body, day } = objects.get(key) ?? { body: Buffer.alloc(0), day: new Date(0) };
      return `<Contents><Key>${key}</Key><LastModified>${day.toISOString()}</LastModified><Size>${body.length}</Size></Contents>`;
    });
    const more = keys.length > PAGE ? `<NextContinuationToken>${keys[PAGE - 1]}</NextContinuationToken>` : '';
    response.writeHead(200).end(`<?xml version="1.0"?><ListBucketResult>${page.join('')}${more}</ListBucketResult>`);
  };

  const server: Server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  const port = await listen(server);
  double.bucket = `http://127.0.0.1:${port}/bucket`;
  double.close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return double;
}
