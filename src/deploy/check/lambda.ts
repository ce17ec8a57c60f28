import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import type { FunctionUrlEvent, FunctionUrlResult } from '../../reports/adapters/lambda.ts';
import { contentType } from '../../server/content-types.ts';
import { MOST_OF_EDGE } from '../lambda/edge.ts';
import { PASSED_ON } from '../lambda/template.ts';
import { writeLambdaFolder } from '../lambda-folder.ts';
import { startBucket } from './bucket.ts';
import { type Deployment, TRIAL_SETTINGS } from './deployment.ts';

const TEMPLATE = '.hosting/lambda/template.json';
/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html */
const MOST_BEHAVIOURS = 75;
const MOST_POLICIES = 20;

type Pairs = { Header: string; Value: string }[];
interface HeadersConfig {
  SecurityHeadersConfig: {
    ContentSecurityPolicy: { ContentSecurityPolicy: string };
    StrictTransportSecurity: { AccessControlMaxAgeSec: number };
    ReferrerPolicy: { ReferrerPolicy: string };
    FrameOptions?: { FrameOption: string };
  };
  CustomHeadersConfig: { Items: Pairs };
}
interface CacheBehaviour {
  PathPattern?: string;
  ResponseHeadersPolicyId: { Ref: string };
}
interface Template {
  Resources: Record<string, { Type: string; Properties: Record<string, unknown> }>;
}
type EdgeAnswer = { uri: string } | { statusCode: number; headers: { location: { value: string } } };

type Edge = (event: { request: { uri: string } }) => EdgeAnswer;

/** CloudFront as far as the template tells it what to do: the function at the edge, the behaviour of an address, its headers, the page for 404. */
class CloudFront {
  readonly #template: Template;
  readonly #root: string;
  readonly #edge: Edge;

  constructor(template: Template, root: string) {
    this.#template = template;
    this.#root = root;
    this.#edge = runInNewContext(`${this.edgeCode}; handler`) as Edge;
  }

  get edgeCode(): string {
    return String(this.#template.Resources['Edge']?.Properties['FunctionCode']);
  }

  get #config() {
    return this.#template.Resources['Site']?.Properties['DistributionConfig'] as {
      DefaultCacheBehavior: CacheBehaviour;
      CacheBehaviors: CacheBehaviour[];
      CustomErrorResponses: { ErrorCode: number; ResponsePagePath: string }[];
      Logging?: object;
    };
  }

  get faults(): string[] {
    const { CacheBehaviors, Logging } = this.#config;
    const policies = Object.values(this.#template.Resources).filter(({ Type }) => Type.endsWith('::ResponseHeadersPolicy'));
    const rights = JSON.stringify(this.#template.Resources['Role']);
    return [
      ...(Buffer.byteLength(this.edgeCode) > MOST_OF_EDGE
        ? [`${TEMPLATE}: the function at the edge is over 10 KB. Move old redirects elsewhere.`]
        : []),
      ...(CacheBehaviors.length > MOST_BEHAVIOURS ? [`${TEMPLATE}: more than ${MOST_BEHAVIOURS} behaviours. Join patterns.`] : []),
      ...(policies.length > MOST_POLICIES ? [`${TEMPLATE}: more than ${MOST_POLICIES} header policies. Join patterns.`] : []),
      ...(Logging === undefined ? [] : [`${TEMPLATE}: the distribution writes logs. Take Logging out.`]),
      ...(/logs:/.test(rights) ? [`${TEMPLATE}: the function may write logs. Take the right away.`] : []),
    ];
  }

  #headersOf(path: string): Headers {
    const matches = ({ PathPattern = '' }: CacheBehaviour) =>
      PathPattern.endsWith('*') ? path.startsWith(PathPattern.slice(0, -1)) : PathPattern === path;
    const { ResponseHeadersPolicyId } = this.#config.CacheBehaviors.find(matches) ?? this.#config.DefaultCacheBehavior;
    const { Properties = {} } = this.#template.Resources[ResponseHeadersPolicyId.Ref] ?? {};
    const config = Properties['ResponseHeadersPolicyConfig'] as HeadersConfig;
    const { ContentSecurityPolicy, StrictTransportSecurity, ReferrerPolicy, FrameOptions } = config.SecurityHeadersConfig;
    const headers = new Headers(config.CustomHeadersConfig.Items.map(({ Header, Value }): [string, string] => [Header, Value]));
    headers.set('Content-Security-Policy', ContentSecurityPolicy.ContentSecurityPolicy);
    headers.set('Strict-Transport-Security', `max-age=${StrictTransportSecurity.AccessControlMaxAgeSec}; includeSubDomains; preload`);
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('Referrer-Policy', ReferrerPolicy.ReferrerPolicy);
    if (FrameOptions) headers.set('X-Frame-Options', FrameOptions.FrameOption);
    return headers;
  }

  async file(path: string): Promise<Response> {
    const headers = this.#headersOf(path);
    const edge = this.#edge({ request: { uri: path } });
    if ('statusCode' in edge) {
      headers.set('Location', edge.headers.location.value);
      return new Response(null, { status: edge.statusCode, headers });
    }
    const found = await readFile(join(this.#root, 'dist', edge.uri)).catch(() => undefined);
    const missing = this.#config.CustomErrorResponses.find(({ ErrorCode }) => ErrorCode === 404)?.ResponsePagePath ?? '';
    headers.set('Content-Type', contentType(found ? edge.uri : missing));
    return new Response(new Uint8Array(found ?? (await readFile(join(this.#root, 'dist', missing)))), {
      status: found ? 200 : 404,
      headers,
    });
  }
}

/** The event AWS makes of a request that CloudFront passes on: only the headers that the template names. */
async function toEvent(request: Request): Promise<FunctionUrlEvent> {
  const url = new URL(request.url);
  const body = Buffer.from(await request.arrayBuffer());
  const passed = PASSED_ON.filter((name) => !name.startsWith('cloudfront-')).map(
    (name) => [name, request.headers.get(name) ?? undefined] as const,
  );
  const cookie = request.headers.get('cookie');
  return {
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: { ...Object.fromEntries(passed.filter(([, value]) => value !== undefined)), 'cloudfront-viewer-address': '203.0.113.77:4711' },
    ...(cookie !== null && { cookies: cookie.split('; ') }),
    ...(body.length > 0 && { body: body.toString('base64') }),
    isBase64Encoded: body.length > 0,
    requestContext: { domainName: 'check.lambda-url.eu-north-1.on.aws', http: { method: request.method, sourceIp: '127.0.0.1' } },
  };
}

/** The function itself, asked with events of AWS's format, and the files as the template has CloudFront answer them. */
export async function openLambda(root: string): Promise<Deployment> {
  const folder = await mkdtemp(join(tmpdir(), 'deploy-check-'));
  await writeLambdaFolder(root, folder);
  const cloudFront = new CloudFront(JSON.parse(await readFile(join(folder, 'template.json'), 'utf8')) as Template, root);
  const bucket = await startBucket();
  Object.assign(process.env, TRIAL_SETTINGS, bucket.settings, { REPORTS_BEHIND_CLOUDFRONT: '1' });
  const { handler } = (await import(pathToFileURL(join(folder, 'reports.mjs')).href)) as {
    handler: (event: FunctionUrlEvent) => Promise<FunctionUrlResult>;
  };
  return {
    ask: async (path, init) => {
      if (!path.startsWith('/api/')) return cloudFront.file(new URL(`http://here${path}`).pathname);
      const result = await handler(await toEvent(new Request(new URL(path, 'https://here'), init)));
      const { statusCode, headers, cookies, body, isBase64Encoded } = result;
      const content = body === '' ? null : Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
      const answer = new Response(content, { status: statusCode, headers });
      for (const cookie of cookies) answer.headers.append('set-cookie', cookie);
      return answer;
    },
    faults: cloudFront.faults,
    countReports: () => Promise.resolve(bucket.count()),
    written: () => Promise.resolve(bucket.contents()),
    unshown: { pattern: /^$/, what: 'CloudFront itself, which is imitated from the template; the template has not been deployed' },
    close: async () => {
      await bucket.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
