import { ENDPOINT, MOST_OF_A_REPORT } from './endpoint.ts';
import { cacheControl, HASHED_FOLDERS, onionHeader, PARTS_OF_PAGES, securityHeaders, SHARED_FILES } from './headers.ts';
import { OLD_FORMS, spellings } from './old-addresses.ts';
import type { SitePolicy } from './policy.ts';

const text = (value: string) => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** A map block: `rows` are patterns and values as nginx writes them. */
function map(name: string, rows: readonly (readonly [pattern: string, value: string])[]): string {
  return `map $uri $${name} {\n${rows.map(([pattern, value]) => `  ${pattern} ${text(value)};`).join('\n')}\n}`;
}

const oneOf = (words: readonly string[]) => words.map((word) => word.replaceAll('.', '\\.')).join('|');

/** The old forms with a guard against the first words that belong to this site. `number` replaces "any number". */
function guardedForms({ oldAddresses: { taken } }: SitePolicy, number?: string): string[] {
  const guard = `^(?!/lv/(?:${oneOf(taken.lv)})(?:/|$))(?!/(?!lv/)(?:${oneOf(taken.root)})/)`;
  const { section, ...numbered } = OLD_FORMS;
  const forms: string[] = number === undefined ? [...Object.values(numbered), section] : Object.values(numbered);
  return forms.map((form) => text(`~${guard}${form.slice(1).replace('\\d{1,4}', number ?? '\\d{1,4}')}`));
}

function redirectMaps(policy: SitePolicy): string {
  const bySpelling = policy.redirects.flatMap(({ from, to, status }) =>
    spellings(from).map((spelling) => ({ row: [spelling, to] as const, status })),
  );
  const numbered = Object.entries(policy.oldAddresses.byNumber).flatMap(([number, to]) =>
    guardedForms(policy, number).map((form) => [form, to] as const),
  );
  const rows = (wanted: number) => bySpelling.filter(({ status }) => status === wanted).map(({ row }) => row);
  const moved = map('moved_to', [['default', ''], ...rows(301), ...numbered]);
  return `${moved}\n\n${map('for_now_at', [['default', ''], ...rows(302)])}`;
}

/** The security headers, with a variable where they depend on the path, and the map of each variable. */
function mappedHeaders(policy: SitePolicy): { headers: Record<string, string>; maps: string[] } {
  const usual = securityHeaders('/', policy);
  const places = [
    ...SHARED_FILES.map((file) => [file, securityHeaders(file, policy)] as const),
    ...[...policy.wasmPages, ...policy.mediaPages, ...PARTS_OF_PAGES].map(
      (start) => [`~^${start}`, securityHeaders(start, policy)] as const,
    ),
  ];
  const headers: Record<string, string> = {};
  const maps: string[] = [];
  for (const name of new Set([usual, ...places.map(([, found]) => found)].flatMap((found) => Object.keys(found)))) {
    const other = places.filter(([, found]) => found[name] !== usual[name]);
    const variable = name.toLowerCase().replaceAll('-', '_');
    headers[name] = other.length === 0 ? (usual[name] ?? '') : `$${variable}`;
    // nginx leaves out a header without a value.
    const rows = other.map(([pattern, found]) => [pattern, found[name] ?? ''] as const);
    if (other.length > 0) maps.push(map(variable, [['default', usual[name] ?? ''], ...rows]));
  }
  return { headers, maps };
}

function maps(policy: SitePolicy): string[] {
  const { notFound } = policy;
  const languages = Object.keys(notFound).filter((language) => language !== '');
  const hashed = HASHED_FOLDERS.map((folder) => [`~^${folder}`, cacheControl(folder, policy)] as const);
  return [
    redirectMaps(policy),
    map('may_be_old', [['default', ''], ...guardedForms(policy).map((form) => [form, '1'] as const)]),
    map('not_found_page', [
      ['default', notFound[''] ?? '/404.html'],
      ...languages.map((language) => [`~^/${language}(/|$)`, `${notFound[language]}index.html`] as const),
    ]),
    map('caching', [
      ['default', cacheControl('/', policy)],
      ...hashed,
      ...policy.noStore.map((start) => [`~^${start}`, 'no-store'] as const),
    ]),
    ...mappedHeaders(policy).maps,
  ];
}

const TYPES = `  types {
    text/html html; text/css css; text/javascript js mjs; application/json json; application/manifest+json webmanifest; application/ld+json jsonld;
    image/svg+xml svg; image/png png; image/webp webp; image/avif avif; image/jpeg jpg jpeg; image/x-icon ico;
    font/woff2 woff2; application/pdf pdf; application/zip zip; text/plain txt; application/xml xml tbx; application/rss+xml rss;
    text/calendar ics; text/vcard vcf; audio/ogg opus; application/wasm wasm; text/csv csv;
  }
  charset utf-8;
  charset_types text/css text/javascript text/plain application/json application/xml application/rss+xml text/calendar text/vcard text/csv;`;

/**
 * Reports go on to our own server as they come. nginx would keep bodies and answers in files of its own; here nothing touches a disk, and of the sender only the
 * address goes on (REPORTS_TRUST_PROXY=1). The endpoint sends its headers itself; one of nginx's in their place keeps the pages' own out.
 */
function endpointLocation(endpoint: string): string {
  return `  location ^~ /api/ {
    proxy_pass ${endpoint};
    proxy_http_version 1.1;
    proxy_set_header Host $host;
    proxy_set_header Connection "";
    proxy_set_header X-Forwarded-For $remote_addr;
    proxy_request_buffering off;
    proxy_buffering off;
    proxy_read_timeout 310s;
    client_body_timeout 20s;
    charset off;
    client_max_body_size ${MOST_OF_A_REPORT};
    proxy_hide_header Cache-Control;
    add_header Cache-Control no-store always;
  }`;
}

function serverBlock(policy: SitePolicy, { listen, root, endpoint }: NginxFrame): string {
  const headers = {
    ...mappedHeaders(policy).headers,
    ...onionHeader('$request_uri', policy),
    'Cache-Control': '$caching',
    'Last-Modified': '',
  };
  const { page } = policy.oldAddresses;
  return `server {
${listen.map((line) => `  ${line};`).join('\n')}
  server_name ${policy.hosts.all.join(' ')};
  root ${root};
${TYPES}
  access_log off;
  error_log stderr crit;
  server_tokens off;
  etag off;
  if_modified_since off;
  max_ranges 0;
  absolute_redirect off;
  gzip_static on;
  gzip_vary on;
  # brotli_static on;  # where the ngx_brotli module is installed
  client_max_body_size 1k;
  client_header_timeout 10s;
  large_client_header_buffers 4 8k;
${Object.entries(headers)
  .map(([name, value]) => `  add_header ${name} ${text(value)} always;`)
  .join('\n')}
  error_page 404 $not_found_page;
  if ($moved_to) { return 301 $moved_to; }
  if ($for_now_at) { return 302 $for_now_at; }
  location ~ /_(headers|redirects)$ { return 404; }
${endpointLocation(endpoint)}
  location ~ \\.opus$ {
    max_ranges 1;  # players ask for the part they need
    try_files $uri @missing;
  }
  location ~ [^/]$ {
    if (-f $request_filename/index.html) { return 308 $uri/$is_args$args; }
    try_files $uri @missing;
  }
  location / { try_files $uri/index.html @missing; }
  location @missing {
${page === null ? '' : `    if ($may_be_old) { return 302 ${page}; }\n`}    return 404;
  }
}`;
}

/** What of the server block depends on the machine: its listen and TLS lines without semicolons, and the folder. */
export interface NginxFrame {
  listen: readonly string[];
  root: string;
  /** Address of our own server (`npm run preview`), which answers what is below /api/. */
  endpoint: string;
}

const PRODUCTION: NginxFrame = {
  listen: [
    'listen 443 ssl',
    'listen [::]:443 ssl',
    'ssl_certificate /etc/ssl/site/fullchain.pem',
    'ssl_certificate_key /etc/ssl/site/key.pem',
    'ssl_protocols TLSv1.2 TLSv1.3',
  ],
  root: '/srv/site/dist',
  endpoint: ENDPOINT,
};

/** A file for nginx's http block (/etc/nginx/conf.d/). nginx names itself in `Server`; only headers-more can end that. */
export function nginxConfig(policy: SitePolicy, frame: NginxFrame = PRODUCTION): string {
  const toTls = `server {\n  listen 80;\n  listen [::]:80;\n  server_name ${policy.hosts.all.join(' ')};\n  access_log off;\n  return 308 https://$host$request_uri;\n}`;
  const parts = [
    '# Written by npm run build (src/hosting). Set the certificate and root; put it into /etc/nginx/conf.d/.',
    'map_hash_bucket_size 512;\nvariables_hash_bucket_size 128;',
    ...maps(policy),
    ...(frame === PRODUCTION ? [toTls] : []),
    serverBlock(policy, frame),
  ];
  return `${parts.join('\n\n')}\n`;
}
