import { problem, UNCARRIED } from '../problems.ts';
import { openS3Store } from '../stores/s3.ts';
import { onDemand } from './on-demand.ts';
import { bucketSettings, type Settings } from './settings.ts';
import type { SiteData } from './site-data.ts';

/** What AWS hands to a function behind a function URL or an HTTP API (payload format 2.0); other members are not used. */
export interface FunctionUrlEvent {
  rawPath: string;
  rawQueryString: string;
  headers: Readonly<Record<string, string | undefined>>;
  cookies?: readonly string[];
  body?: string;
  isBase64Encoded: boolean;
  requestContext: { domainName: string; http: { method: string; sourceIp: string } };
}

export interface FunctionUrlResult {
  statusCode: number;
  headers: Record<string, string>;
  cookies: string[];
  body: string;
  isBase64Encoded: boolean;
}

/** The handler of an AWS Lambda function. Reports go into a bucket, opened with the keys that AWS lends the function unless the settings hold others. */
export function lambdaHandler(site: SiteData, settings: Settings): (event: FunctionUrlEvent) => Promise<FunctionUrlResult> {
  const own = settings['REPORTS_S3_ACCESS_KEY_ID'] !== undefined;
  const lent = {
    REPORTS_S3_ACCESS_KEY_ID: settings['AWS_ACCESS_KEY_ID'],
    REPORTS_S3_SECRET_ACCESS_KEY: settings['AWS_SECRET_ACCESS_KEY'],
    REPORTS_S3_SESSION_TOKEN: settings['AWS_SESSION_TOKEN'],
  };
  const all = own ? settings : { ...settings, ...lent };
  const answer = onDemand({ site, settings: all, store: () => openS3Store(bucketSettings(all)) });
  return async (event) => {
    const isRefused = UNCARRIED.test(event.requestContext.http.method);
    const response = isRefused
      ? problem('method', { Allow: 'GET, HEAD, POST' })
      : await answer(toRequest(event), addressOf(event, settings));
    const headers = Object.fromEntries([...response.headers].filter(([name]) => name !== 'set-cookie'));
    const cookies = response.headers.getSetCookie();
    // A mailbox is bytes, which do not come through as text.
    const isBytes = headers['content-type'] === 'application/octet-stream';
    const body = Buffer.from(await response.arrayBuffer()).toString(isBytes ? 'base64' : 'utf8');
    return { statusCode: response.status, headers, cookies, body, isBase64Encoded: isBytes };
  };
}

/** Behind CloudFront the other end is CloudFront, which names the viewer as address and port. */
function addressOf({ headers, requestContext }: FunctionUrlEvent, settings: Settings): string | undefined {
  if (settings['REPORTS_BEHIND_CLOUDFRONT'] !== '1') return requestContext.http.sourceIp;
  return headers['cloudfront-viewer-address']?.replace(/:\d+$/, '').replaceAll(/[[\]]/g, '');
}

function toRequest({ rawPath, rawQueryString, headers, cookies, body, isBase64Encoded, requestContext }: FunctionUrlEvent): Request {
  const { method } = requestContext.http;
  const all = new Headers(Object.entries(headers).map(([name, value = '']): [string, string] => [name, value]));
  if (cookies && cookies.length > 0) all.set('cookie', cookies.join('; '));
  const content = body === undefined || method === 'GET' || method === 'HEAD' ? null : bytesOf(body, isBase64Encoded);
  const query = rawQueryString === '' ? '' : `?${rawQueryString}`;
  return new Request(`https://${requestContext.domainName}${rawPath}${query}`, { method, headers: all, body: content });
}

function bytesOf(body: string, isBase64: boolean): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(body, isBase64 ? 'base64' : 'utf8'));
}
