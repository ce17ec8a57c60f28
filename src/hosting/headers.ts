import type { SitePolicy } from './policy.ts';

export type Headers = Record<string, string>;

type HeaderPolicy = Pick<SitePolicy, 'https' | 'styleHashes' | 'wasmPages' | 'mediaPages' | 'noStore'>;

const FOREVER = 'public, max-age=31536000, immutable';
const FIVE_MINUTES = 'public, max-age=300, must-revalidate';

/** Paths below these hold files whose name changes with their content. */
export const HASHED_FOLDERS = ['/_astro/', '/assets/'];

/** The data of all contacts, and the module that keeps a contact card on another site current. */
export const OPEN_DATA = '/help.json';
export const CONTACT_CARD = '/contact-card.js';

/** Files that pages of other sites may read. Everything else is for this site alone. */
export const SHARED_FILES = [OPEN_DATA, CONTACT_CARD];

// The OWASP list and more, without the three names that desktop Chromium does not know and complains of on each page:
// bluetooth, web-share, attribution-reporting.
const FEATURES_OFF = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'clipboard-write',
  'cross-origin-isolated',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'keyboard-map',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'sync-xhr',
  'unload',
  'usb',
  'xr-spatial-tracking',
  'browsing-topics',
  'interest-cohort',
];

/** Below these stand fonts, scripts and the search index: parts of pages, never opened as one. */
export const PARTS_OF_PAGES = [...HASHED_FOLDERS, '/pagefind/'];

const BASE_HEADERS: Headers = {
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'X-Content-Type-Options': 'nosniff',
};

/** What browsers obey on pages only. */
const PAGE_HEADERS: Headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'X-Frame-Options': 'DENY',
  'X-Permitted-Cross-Domain-Policies': 'none',
  'X-DNS-Prefetch-Control': 'off',
  'Permissions-Policy': FEATURES_OFF.map((feature) => `${feature}=()`).join(', '),
  'Integrity-Policy': 'blocked-destinations=(script)',
};

/** The Content-Security-Policy of the page at `path`. */
export function contentSecurityPolicy(path: string, policy: HeaderPolicy): string {
  const wasm = policy.wasmPages.includes(path) ? " 'wasm-unsafe-eval'" : '';
  const styles = policy.styleHashes.length > 0 ? policy.styleHashes.join(' ') : "'none'";
  const directives = [
    "default-src 'none'",
    `script-src 'self'${wasm}`,
    `style-src ${styles}`,
    "img-src 'self'",
    "font-src 'self'",
    ...(policy.mediaPages.some((start) => path.startsWith(start)) ? ["media-src 'self'"] : []),
    "connect-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "manifest-src 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ];
  if (policy.https) directives.push('upgrade-insecure-requests');
  return directives.join('; ');
}

/** Who may read the answer at `path` from a page of theirs. */
export function sharingHeaders(path: string): Headers {
  if (SHARED_FILES.includes(path)) return { 'Cross-Origin-Resource-Policy': 'cross-origin', 'Access-Control-Allow-Origin': '*' };
  return { 'Cross-Origin-Resource-Policy': 'same-origin' };
}

/**
 * The security headers of every answer at `path`: pages, files, errors. Parts of pages go without what only a page obeys: a kilobyte an answer,
 * which a search with its dozen of small files feels on a slow line.
 */
export function securityHeaders(path: string, policy: HeaderPolicy): Headers {
  const isPart = PARTS_OF_PAGES.some((folder) => path.startsWith(folder));
  return {
    'Content-Security-Policy': isPart ? "default-src 'none'; frame-ancestors 'none'" : contentSecurityPolicy(path, policy),
    ...(policy.https ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains; preload' } : {}),
    ...BASE_HEADERS,
    ...(isPart ? {} : PAGE_HEADERS),
    ...sharingHeaders(path),
  };
}

/** Where Tor Browser finds the page at `path` without leaving Tor. It heeds this over TLS only. */
export function onionHeader(path: string, { https, onion }: Pick<SitePolicy, 'https' | 'onion'>): Headers {
  return https && onion !== undefined ? { 'Onion-Location': `http://${onion}${path}` } : {};
}

/** The headers of every answer below /api/, which is never a page; the endpoint may replace single ones. */
export function apiHeaders(policy: HeaderPolicy): Headers {
  return {
    ...securityHeaders('/api/', policy),
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'X-Robots-Tag': 'noindex',
    'Cache-Control': 'no-store',
  };
}

/** How long the answer at `path` may be kept. Names with a hash in them never change; pages do, often. */
export function cacheControl(path: string, policy: Pick<SitePolicy, 'noStore'>): string {
  if (policy.noStore.some((start) => path.startsWith(start))) return 'no-store';
  return HASHED_FOLDERS.some((folder) => path.startsWith(folder)) ? FOREVER : FIVE_MINUTES;
}
