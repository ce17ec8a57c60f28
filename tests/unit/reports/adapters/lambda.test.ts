import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import type { FunctionUrlEvent, FunctionUrlResult } from '../../../../src/reports/adapters/lambda.ts';
import { openS3Store } from '../../../../src/reports/stores/s3.ts';
import { bundled } from '../../../support/reports/bundled.ts';
import { CONTRACT_SETTINGS, type Platform, platformContract } from '../../../support/reports/platform-contract.ts';
import { postForm } from '../../../support/reports/world.ts';
import { S3_KEYS, startS3Double } from '../../../support/reports/s3-double.ts';

/** The event AWS makes of a request (payload format 2.0): text as text, all else as base64, cookies apart, names in lower case. */
async function toEvent(request: Request, address: string): Promise<FunctionUrlEvent> {
  const url = new URL(request.url);
  const body = Buffer.from(await request.arrayBuffer());
  const { cookie, ...headers } = Object.fromEntries(request.headers);
  const isText = /^(?:application\/json|text\/)/.test(headers['content-type'] ?? '');
  return {
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: { ...headers, 'content-length': String(body.length) },
    ...(cookie !== undefined && { cookies: cookie.split('; ') }),
    ...(body.length > 0 && { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText,
    requestContext: { domainName: 'abc.lambda-url.eu-north-1.on.aws', http: { method: request.method, sourceIp: address } },
  };
}

function toResponse({ statusCode, headers, cookies, body, isBase64Encoded }: FunctionUrlResult): Response {
  const content = body === '' ? null : Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  const answer = new Response(content, { status: statusCode, headers });
  for (const cookie of cookies) answer.headers.append('set-cookie', cookie);
  return answer;
}

const { file, remove } = await bundled('lambda');
afterAll(remove);

async function open(): Promise<Platform> {
  const double = await startS3Double();
  const lent = { AWS_ACCESS_KEY_ID: S3_KEYS.accessKeyId, AWS_SECRET_ACCESS_KEY: S3_KEYS.secretAccessKey, AWS_SESSION_TOKEN: 'lent' };
  Object.assign(process.env, CONTRACT_SETTINGS, lent, { REPORTS_S3_BUCKET: double.bucket, REPORTS_S3_REGION: S3_KEYS.region });
  const { handler } = (await import(pathToFileURL(file).href)) as { handler: (event: FunctionUrlEvent) => Promise<FunctionUrlResult> };
  return {
    ask: async (request, address = '127.0.0.1') => toResponse(await handler(await toEvent(request, address))),
    store: openS3Store({ bucket: double.bucket, ...S3_KEYS }),
    close: async () => {
      await double.close();
    },
  };
}

platformContract('AWS Lambda', open);

test.each(['TRACE', 'TRACK', 'CONNECT'])('%s is refused, not answered with an error of ours', async (method) => {
  const { handler } = (await import(pathToFileURL(file).href)) as { handler: (event: FunctionUrlEvent) => Promise<FunctionUrlResult> };
  const event = await toEvent(new Request('https://site.example/report/keys'), '10.0.0.1');
  const asked = { ...event, requestContext: { ...event.requestContext, http: { method, sourceIp: '10.0.0.1' } } };
  const { statusCode, headers } = await handler(asked);
  expect([statusCode, headers['allow']]).toEqual([405, 'GET, HEAD, POST']);
});

test('behind CloudFront the viewer that it names is limited, and no other', async () => {
  const double = await startS3Double();
  const lent = { AWS_ACCESS_KEY_ID: S3_KEYS.accessKeyId, AWS_SECRET_ACCESS_KEY: S3_KEYS.secretAccessKey };
  Object.assign(process.env, CONTRACT_SETTINGS, lent, { REPORTS_S3_BUCKET: double.bucket, REPORTS_S3_REGION: S3_KEYS.region });
  process.env['REPORTS_BEHIND_CLOUDFRONT'] = '1';
  const { handler } = (await import(`${pathToFileURL(file).href}?behind`)) as {
    handler: (event: FunctionUrlEvent) => Promise<FunctionUrlResult>;
  };
  const statuses: number[] = [];
  for (let at = 0; at < 32; at++) {
    const event = await toEvent(postForm({ what: String(at) }, `----WebKitFormBoundary${String(at).padStart(16, 'a')}`), '10.0.0.1');
    const viewer = at === 31 ? '[2001:db8::7]:4711' : `203.0.113.${at}:4711`;
    statuses.push((await handler({ ...event, headers: { ...event.headers, 'cloudfront-viewer-address': viewer } })).statusCode);
  }
  await double.close();
  expect(statuses.slice(-3)).toEqual([303, 429, 303]);
});
