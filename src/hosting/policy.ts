import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A moved address. `from` has no slash at its end and stands for both spellings; `to` may carry a fragment. */
export interface Redirect {
  from: string;
  to: string;
  status: 301 | 302;
}

/** What answers to addresses of the old site that nobody listed. Made by `targetsByNumber` and `takenWords`. */
export interface OldAddressRules {
  /** Number at the end of an old address → path of the page that took its place. */
  byNumber: Record<string, string>;
  /** Where an old address without a known successor leads; null while no such page is built. */
  page: string | null;
  /** First words after `/lv/` and after `/` that belong to pages of this site, so never to an old address. */
  taken: { lv: string[]; root: string[] };
}

/** Everything a server must know beside the files of dist/. Kept in .hosting/policy.json by `npm run build`. */
export interface SitePolicy {
  /** Sent only over TLS: HSTS and upgrade-insecure-requests. */
  https: boolean;
  /** Host names of the site. With a canonical one, the others lead to it by 301. */
  hosts: { canonical: string | null; all: string[] };
  /** Host name of the onion service, where there is one. */
  onion?: string | undefined;
  /** CSP sources `'sha256-…'` of the inlined style sheets: the site's own, and the named ones. */
  styleHashes: string[];
  /** Pages that run WebAssembly (search): exact addresses. */
  wasmPages: string[];
  /** Pages that play sound: their addresses begin so. */
  mediaPages: string[];
  /** Addresses that begin so are never stored by a browser or a proxy. */
  noStore: string[];
  redirects: Redirect[];
  oldAddresses: OldAddressRules;
  /** Language (first word of the address; '' for all others) → address of the page that answers 404. */
  notFound: Record<string, string>;
}

/** The folder beside dist/ that holds what hosts need and visitors do not. */
export const HOSTING_FOLDER = '.hosting';

/** Reads what `npm run build` wrote. Throws ENOENT when the site was never built. */
export async function readPolicy(root: string): Promise<SitePolicy> {
  return JSON.parse(await readFile(join(root, HOSTING_FOLDER, 'policy.json'), 'utf8')) as SitePolicy;
}

/** The policy of a server that has an endpoint and no built site. */
export const POLICY_WITHOUT_PAGES: SitePolicy = {
  https: false,
  hosts: { canonical: null, all: [] },
  styleHashes: [],
  wasmPages: [],
  mediaPages: [],
  noStore: ['/api/'],
  redirects: [],
  oldAddresses: { byNumber: {}, page: null, taken: { lv: [], root: [] } },
  notFound: {},
};
