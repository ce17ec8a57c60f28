import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { locales } from '../i18n/locales.ts';
import { addressWords, formPaths, pathIn } from '../i18n/paths.ts';
import { siteOrigin } from '../records/site-origin.ts';
import { siteSchema } from '../schemas/site.ts';
import { caddyfile } from './caddy.ts';
import { fallbackFile, writeFallbackPages } from './fallback-pages.ts';
import { addressOf, listFiles } from './files.ts';
import { inlineCode } from './inline-code.ts';
import { nginxConfig } from './nginx.ts';
import { hiddenPages, takenWords, targetsByNumber } from './old-addresses.ts';
import { HOSTING_FOLDER, type Redirect, type SitePolicy } from './policy.ts';
import { precompress, type EarlyTwins } from './precompress.ts';
import { builtSite, readRedirects, resolveRedirects } from './redirects.ts';
import { headersFile, redirectsFile } from './static-hosts.ts';
import { NAMED_STYLE_SHEETS } from './style-sheets.ts';

const OLD_ADDRESS_PAGE = pathIn('lv', 'veca-adrese');

/** Pages with WebAssembly: the search in languages that Pagefind itself has a stemmer for. */
const WASM_PAGES = locales.filter((locale) => locale !== 'lv').map((locale) => pathIn(locale, addressWords.search[locale]));
/** Pages that are read aloud. */
const MEDIA_PAGES = locales.map((locale) => pathIn(locale, addressWords.easyRead[locale]));
/** Starts of addresses that are never stored. */
const NO_STORE: string[] = ['/api/', ...locales.flatMap((locale) => formPaths(locale))];

/** Collects the style hashes of all pages: one for each style sheet. Throws one error naming each page with code that the policy would block. */
async function readStyleHashes(dist: string, pages: readonly string[]): Promise<string[]> {
  const firstPagesOf = new Map<string, Map<string, string>>();
  const faults: string[] = [];
  for (const page of pages) {
    const { styleHashes, styleSheet = '', faults: found } = inlineCode(await readFile(join(dist, page), 'utf8'));
    faults.push(...found.map((fault) => `dist/${page}: ${fault}`));
    if (styleSheet && !NAMED_STYLE_SHEETS.includes(styleSheet)) faults.push(`dist/${page}: there is no style sheet called "${styleSheet}"`);
    const firstPageWith = firstPagesOf.get(styleSheet) ?? new Map<string, string>();
    firstPagesOf.set(styleSheet, firstPageWith);
    for (const hash of styleHashes) if (!firstPageWith.has(hash)) firstPageWith.set(hash, page);
  }
  for (const [name, firstPageWith] of firstPagesOf) {
    if (firstPageWith.size <= 1) continue;
    const places = [...firstPageWith.values()].map((page) => `dist/${page}`).join(', ');
    faults.push(
      `the pages carry ${firstPageWith.size} different style sheets${name && ` called "${name}"`}, first seen in ${places}; all must share one`,
    );
  }
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return [...firstPagesOf.values()].flatMap((firstPageWith) => [...firstPageWith.keys()]);
}

async function readHosts(root: string): Promise<SitePolicy['hosts']> {
  const site = siteSchema.parse(parse(await readFile(join(root, 'content/data/site.yml'), 'utf8')));
  const canonical = new URL(siteOrigin(root)).host;
  return { canonical, all: [...new Set([canonical, ...site.oldHosts])] };
}

async function readOnion(root: string): Promise<Pick<SitePolicy, 'onion'>> {
  const { onion } = siteSchema.parse(parse(await readFile(join(root, 'content/data/site.yml'), 'utf8')));
  return onion === undefined ? {} : { onion };
}

function notFoundPages(addresses: ReadonlySet<string>): Record<string, string> {
  const candidates = [['', '/404.html'], ...locales.map((locale) => [locale, pathIn(locale, '404')])] as [string, string][];
  return Object.fromEntries(candidates.filter(([, page]) => addresses.has(page)));
}

interface BuiltPages {
  files: readonly string[];
  addresses: ReadonlySet<string>;
}

/** The site's own files: not what an earlier run of this step added. */
async function readBuiltPages(dist: string, all: readonly string[], oldAddresses: readonly { from: string }[]): Promise<BuiltPages> {
  const added = new Set(['_headers', '_redirects']);
  for (const file of oldAddresses.filter(({ from }) => from !== '/').map(fallbackFile)) {
    if (all.includes(file) && (await readFile(join(dist, file), 'utf8')).includes('http-equiv="refresh"')) added.add(file);
  }
  const files = all.filter((file) => !added.has(file) && !/\.(?:br|gz)$/.test(file));
  return { files, addresses: new Set(files.map(addressOf)) };
}

async function makePolicy(root: string, dist: string, all: readonly string[]): Promise<{ policy: SitePolicy; pages: BuiltPages }> {
  const records = await readRedirects(root);
  const pages = await readBuiltPages(dist, all, records);
  const styleHashes = await readStyleHashes(
    dist,
    pages.files.filter((file) => file.endsWith('.html')),
  );
  const redirects: Redirect[] = await resolveRedirects(records, builtSite(root, dist, pages.addresses));
  const byNumber = targetsByNumber(redirects);
  const hidden = hiddenPages(pages.addresses, byNumber);
  if (hidden.length > 0) throw new Error(`${hidden.join(', ')}: looks like an old address with a known number; rename the page`);
  const policy: SitePolicy = {
    https: true,
    hosts: await readHosts(root),
    ...(await readOnion(root)),
    styleHashes,
    wasmPages: WASM_PAGES,
    mediaPages: MEDIA_PAGES,
    noStore: NO_STORE,
    redirects,
    oldAddresses: {
      byNumber,
      page: pages.addresses.has(OLD_ADDRESS_PAGE) ? OLD_ADDRESS_PAGE : null,
      taken: takenWords(pages.addresses),
    },
    notFound: notFoundPages(pages.addresses),
  };
  return { policy, pages };
}

/**
 * Turns a fresh build into something a host can serve: reads `<out>/dist`, then adds the pages at old addresses, _headers,
 * _redirects and the compressed twins to it, and nginx.conf, Caddyfile and policy.json to `<out>/.hosting`. The same
 * dist gives the same bytes. `files` are those of dist it is about: not what another part of the build writes meanwhile and
 * compresses itself; `early` are twins made before. Throws an error that names each page or line at fault.
 */
export async function finishBuild(root: string, out: string = root, files?: readonly string[], early?: EarlyTwins): Promise<void> {
  const dist = join(out, 'dist');
  const hosting = join(out, HOSTING_FOLDER);
  const { policy, pages } = await makePolicy(root, dist, files ?? (await listFiles(dist)));
  const added = await writeFallbackPages(root, dist, policy.redirects);
  await mkdir(hosting, { recursive: true });
  await Promise.all([
    writeFile(join(dist, '_headers'), headersFile(policy)),
    writeFile(join(dist, '_redirects'), redirectsFile(policy)),
    writeFile(join(hosting, 'nginx.conf'), nginxConfig(policy)),
    writeFile(join(hosting, 'Caddyfile'), caddyfile(policy)),
    writeFile(join(hosting, 'policy.json'), `${JSON.stringify(policy, null, 2)}\n`),
  ]);
  await precompress(dist, [...pages.files, ...added], early);
}
