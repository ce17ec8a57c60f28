import {
  cacheControl,
  contentSecurityPolicy,
  HASHED_FOLDERS,
  type Headers,
  PARTS_OF_PAGES,
  securityHeaders,
  SHARED_FILES,
  sharingHeaders,
} from './headers.ts';
import { spellings } from './old-addresses.ts';
import type { SitePolicy } from './policy.ts';

const NOTE = '# Written by npm run build (src/hosting). Netlify and Cloudflare Pages read it.';

function block(path: string, headers: Headers): string {
  return [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
}

/**
 * dist/_headers. Pages keep the host's own Cache-Control (revalidate each time): a rule for all paths and a rule for
 * hashed files would be joined into one contradictory header.
 */
export function headersFile(policy: SitePolicy): string {
  const usual = securityHeaders('/', policy);
  const blocks = [block('/*', usual)];
  for (const folder of PARTS_OF_PAGES) {
    const part = securityHeaders(folder, policy);
    // "!" takes away what the rule for all paths set; without it both values would hold.
    const changed = Object.keys(usual).filter((name) => part[name] !== usual[name]);
    const own = Object.fromEntries(Object.entries(part).filter(([name]) => changed.includes(name)));
    const caching = HASHED_FOLDERS.includes(folder) ? { 'Cache-Control': cacheControl(folder, policy) } : {};
    blocks.push(block([`${folder}*`, ...changed.map((name) => `  ! ${name}`)].join('\n'), { ...own, ...caching }));
  }
  for (const start of policy.noStore) blocks.push(block(`${start}*`, { 'Cache-Control': 'no-store' }));
  for (const file of SHARED_FILES) blocks.push(block(`${file}\n  ! Cross-Origin-Resource-Policy`, sharingHeaders(file)));
  for (const page of [...policy.wasmPages, ...policy.mediaPages.map((start) => `${start}*`)]) {
    blocks.push(`${page}\n  ! Content-Security-Policy\n  Content-Security-Policy: ${contentSecurityPolicy(page, policy)}`);
  }
  return `${NOTE}\n${blocks.join('\n')}\n`;
}

/**
 * dist/_redirects: every listed address, then every known number in the three numbered forms, then the 404 pages. At many of the listed addresses stands a page that leads
 * on; Netlify would answer with that page unless it is forced, and Cloudflare, which redirects first, does not know the sign for it.
 */
export function redirectsFile(policy: SitePolicy, { isForced = false } = {}): string {
  const force = isForced ? '!' : '';
  const listed = policy.redirects.flatMap(({ from, to, status }) => spellings(from).map((old) => `${old} ${to} ${status}${force}`));
  const numbered = Object.entries(policy.oldAddresses.byNumber).flatMap(([number, to]) =>
    ['/lv/:words', '/jaunumi/1/:words', '/:words'].map((form) => `${form}/${number} ${to} 301${force}`),
  );
  const missing = Object.entries(policy.notFound).map(([language, page]) => {
    return language === '' ? undefined : `/${language}/* ${page}index.html 404`;
  });
  const notes = [
    NOTE,
    '# Hosts cannot match "any number", so an unknown one gets the 404 page here and /lv/veca-adrese/ on a server.',
    '# The 404 rules are read by Netlify; Cloudflare Pages skips them and answers with the nearest 404.html.',
  ];
  return [...notes, ...listed, ...numbered, ...missing.filter((line) => line !== undefined), ''].join('\n');
}
