import { ENDPOINT, MOST_OF_A_REPORT } from './endpoint.ts';
import {
  cacheControl,
  HASHED_FOLDERS,
  type Headers,
  onionHeader,
  PARTS_OF_PAGES,
  securityHeaders,
  SHARED_FILES,
  sharingHeaders,
} from './headers.ts';
import { OLD_FORMS, spellings } from './old-addresses.ts';
import type { SitePolicy } from './policy.ts';

const indented = (lines: readonly string[]) => lines.map((line) => `\t${line}`).join('\n');

/** Paths that belong to this site and are never old addresses, as a Caddy matcher. RE2 has no look-ahead. */
function notTaken({ oldAddresses: { taken } }: SitePolicy): string {
  const lv = taken.lv.flatMap((word) => [`/lv/${word}`, `/lv/${word}/*`]);
  const root = taken.root.filter((word) => word !== 'lv').map((word) => `/${word}/*`);
  return `not path ${[...lv, ...root].join(' ')}`;
}

function movedRules(policy: SitePolicy): string[] {
  const listed = policy.redirects.map(
    ({ from, to, status }, index) => `@moved${index} path ${spellings(from).join(' ')}\nredir @moved${index} ${to} ${status}`,
  );
  const { section, ...numbered } = OLD_FORMS;
  const known = Object.entries(policy.oldAddresses.byNumber).map(([number, to]) => {
    const forms = Object.values(numbered).map((form) => form.slice(1, -1).replace('\\d{1,4}', number));
    return `@number${number} {\n\tpath_regexp ^(?:${forms.join('|')})$\n\t${notTaken(policy)}\n}\nredir @number${number} ${to} 301`;
  });
  const { page } = policy.oldAddresses;
  const anyForm = [...Object.values(numbered), section].map((form) => form.slice(1, -1)).join('|');
  const unknown = `@old {\n\tpath_regexp ^(?:${anyForm})$\n\t${notTaken(policy)}\n\tnot file {path} {path}/index.html\n}\nredir @old ${page} 302`;
  return [...listed, ...known, ...(page === null ? [] : [unknown])];
}

function headerBlock(matcher: string, headers: Headers, ...removed: string[]): string[] {
  const set = Object.entries(headers).map(([name, value]) => `\t${name} "${value.replaceAll('"', '\\"')}"`);
  return [`header ${matcher}{`, ...set, ...removed.map((name) => `\t-${name}`), '\tdefer', '}'];
}

function headerLines(policy: SitePolicy): string[] {
  const { 'Cross-Origin-Resource-Policy': own, ...fixed } = securityHeaders('/', policy);
  const [folder = ''] = PARTS_OF_PAGES;
  const part = securityHeaders(folder, policy);
  const onlyOnPages = Object.keys(fixed).filter((name) => !(name in part));
  return [
    ...headerBlock('', { ...fixed, ...onionHeader('{http.request.uri}', policy) }, 'Server', 'Etag', 'Last-Modified'),
    `@part path ${PARTS_OF_PAGES.map((start) => `${start}*`).join(' ')}`,
    ...headerBlock('@part ', { 'Content-Security-Policy': part['Content-Security-Policy'] ?? '' }, ...onlyOnPages),
    `@own not path ${SHARED_FILES.join(' ')}`,
    ...headerBlock('@own ', { 'Cross-Origin-Resource-Policy': own ?? '' }),
    `@shared path ${SHARED_FILES.join(' ')}`,
    ...SHARED_FILES.slice(0, 1).flatMap((file) => headerBlock('@shared ', sharingHeaders(file))),
  ];
}

function cachingLines(policy: SitePolicy): string[] {
  const hashed = HASHED_FOLDERS.map((folder) => `header ${folder}* Cache-Control "${cacheControl(folder, policy)}"`);
  const noStore = policy.noStore.map((start) => `header ${start}* Cache-Control no-store`);
  const policies = [...policy.wasmPages, ...policy.mediaPages.map((start) => `${start}*`)].map(
    (page) => `header ${page} Content-Security-Policy "${securityHeaders(page, policy)['Content-Security-Policy']}"`,
  );
  return [`header ?Cache-Control "${cacheControl('/', policy)}"`, ...hashed, ...noStore, ...policies];
}

function notFoundLines(policy: SitePolicy): string[] {
  const { notFound } = policy;
  const languages = Object.entries(notFound).filter(([language]) => language !== '');
  const below = (language: string) => `/${language} /${language}/*`;
  return [
    'handle_errors {',
    '\timport security',
    `\theader Cache-Control "${cacheControl('/', policy)}"`,
    '\t@missing expression {err.status_code} == 404',
    '\thandle @missing {',
    ...languages.flatMap(([language, page]) => [`\t\t@${language} path ${below(language)}`, `\t\trewrite @${language} ${page}index.html`]),
    `\t\t@other not path ${languages.map(([language]) => below(language)).join(' ')}`,
    `\t\trewrite @other ${notFound[''] ?? '/404.html'}`,
    '\t\tfile_server {\n\t\t\tprecompressed br gzip\n\t\t\tstatus 404\n\t\t}',
    '\t}',
    '}',
  ];
}

/** Reports go on to our own server as they come; Caddy keeps neither body nor answer, and replaces an X-Forwarded-For that a sender wrote. */
function endpointLines(endpoint: string): string[] {
  return [
    'handle /api/* {',
    `\trequest_body {\n\t\tmax_size ${MOST_OF_A_REPORT}b\n\t}`,
    `\treverse_proxy ${endpoint} {\n\t\tflush_interval -1\n\t}`,
    '}',
  ];
}

/** What of the file depends on the machine. `endpoint` is the address of our own server, which answers what is below /api/. */
export interface CaddyFrame {
  address: string;
  root: string;
  endpoint: string;
}

/** A whole Caddyfile. Caddy fetches the certificates itself and keeps no access log unless asked. */
export function caddyfile(
  policy: SitePolicy,
  frame: CaddyFrame = { address: policy.hosts.all.join(', '), root: '/srv/site/dist', endpoint: ENDPOINT },
): string {
  const lines = [
    `root * ${frame.root}`,
    ...endpointLines(frame.endpoint),
    'route {',
    '\timport security',
    ...[...cachingLines(policy), ...movedRules(policy)].map((line) => indented(line.split('\n'))),
    '\t@hidden path /_headers /_redirects',
    '\terror @hidden 404',
    '\tfile_server {\n\t\tprecompressed br gzip\n\t}',
    '}',
    ...notFoundLines(policy),
  ];
  return `# Written by npm run build (src/hosting). Set the root.
(security) {\n${indented(headerLines(policy))}\n}\n
${frame.address} {\n${indented(lines.join('\n').split('\n'))}\n}\n`;
}
