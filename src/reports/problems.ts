/** Status and title of each problem (RFC 9457), and whether the same request may work later. */
const PROBLEMS = {
  malformed: [400, 'The request cannot be read', false],
  missing: [422, 'What happened is missing', false],
  'cross-site': [403, 'Sent from another site', false],
  'not-found': [404, 'Not found', false],
  method: [405, 'The method is not allowed here', false],
  timeout: [408, 'The request came too slowly', true],
  'id-reused': [409, 'Another report has this id', false],
  'too-large': [413, 'The request is too large', false],
  'too-many-files': [413, 'There are too many files', false],
  'files-too-large': [413, 'The files are too large together', false],
  'file-empty': [422, 'A file is empty', false],
  'file-broken': [422, 'A picture is broken', false],
  'file-unknown': [415, 'A file is of a kind that is not taken', false],
  'unsupported-type': [415, 'The type is not supported', false],
  'bad-envelope': [422, 'Not a sealed report', false],
  'rate-limited': [429, 'Too many reports from this network', true],
  'pow-required': [429, 'Proof of work is needed', true],
  busy: [503, 'Too many reports come at once', true],
  closed: [503, 'Reports cannot be taken now', true],
  'storage-full': [503, 'There is no room for reports now', true],
  internal: [500, 'Internal error', true],
} as const satisfies Record<string, readonly [number, string, boolean]>;

/** Methods that a `Request` refuses to carry. */
export const UNCARRIED = /^(?:CONNECT|TRACE|TRACK)$/i;

export type ProblemSlug = keyof typeof PROBLEMS;

const RETRY_SECONDS: Partial<Record<ProblemSlug, number>> = {
  'rate-limited': 600,
  'pow-required': 60,
  busy: 60,
  closed: 30,
  'storage-full': 600,
};

export function statusOf(slug: ProblemSlug): number {
  return PROBLEMS[slug][0];
}

/** Headers that say when trying again makes sense. */
export function retryHeaders(slug: ProblemSlug): Record<string, string> {
  const seconds = RETRY_SECONDS[slug];
  return seconds === undefined ? {} : { 'Retry-After': String(seconds) };
}

/** A problem document. It says nothing of the request. `more`: members beyond those of every problem. */
export function problem(slug: ProblemSlug, headers: Record<string, string> = {}, more: object = {}): Response {
  const [status, title, retryable] = PROBLEMS[slug];
  const body = JSON.stringify({ type: `/problems/${slug}`, title, status, retryable, ...more });
  return new Response(body, {
    status,
    headers: { ...JSON_HEADERS, 'Content-Type': 'application/problem+json', ...retryHeaders(slug), ...headers },
  });
}

/** Headers of every answer that is not a page. */
export const JSON_HEADERS = {
  'Content-Type': 'application/json',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/** Whether the same request may work later. */
export function isRetryable(slug: ProblemSlug): boolean {
  return PROBLEMS[slug][2];
}
