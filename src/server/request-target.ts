/** What a request asks for: a decoded path and the query with its question mark; or why it is refused. */
export type RequestTarget = { path: string; query: string } | { refusal: string };

const LONGEST = 2048;
const HOST = /^(?:[a-z0-9](?:[a-z0-9.-]{0,252})|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;
const FORBIDDEN = /[\u0000-\u001f\u007f\\]|\/\//;

function decode(path: string): string | undefined {
  // An encoded slash would become a second reading of the same address.
  if (/%2f/i.test(path)) return undefined;
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** Reads the request line's address. Only `/path?query` is taken: no absolute form, no dot segments, no fragments. */
export function readTarget(url: string): RequestTarget {
  if (url.length > LONGEST) return { refusal: 'The address is too long.' };
  const [, raw, query = ''] = /^(\/[^?#]*)(\?[^#]*)?$/.exec(url) ?? [];
  if (raw === undefined) return { refusal: 'The address is malformed.' };
  const path = decode(raw);
  if (path === undefined || FORBIDDEN.test(path)) return { refusal: 'The address is malformed.' };
  const isDotted = path.split('/').some((segment) => segment === '.' || segment === '..');
  return isDotted ? { refusal: 'The address is malformed.' } : { path, query };
}

/** The host name in lower case without its port; undefined where the request names none, two, or something else. */
export function readHost(rawHeaders: readonly string[]): string | undefined {
  const hosts = rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'host');
  const [host] = hosts;
  if (hosts.length !== 1 || host === undefined || !HOST.test(host)) return undefined;
  return host.toLowerCase().replace(/:\d+$/, '');
}
