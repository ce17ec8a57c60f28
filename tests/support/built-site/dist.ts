import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { SitePolicy } from '../../../src/hosting/policy.ts';

/** The project's root. */
export const ROOT = resolve(import.meta.dirname, '../../..');

/** The built site under test: SITE_DIST, or dist/. What hosts need beside it is in .hosting/ next to it. */
export const DIST = resolve(ROOT, process.env['SITE_DIST'] ?? 'dist');

if (!existsSync(join(DIST, 'lv/index.html'))) {
  throw new Error(`${DIST} holds no built site. Run npm run build, or name another folder in SITE_DIST.`);
}

/** Every file of the built site by its path, `/` between names, sorted. */
export const distFiles: readonly string[] = readdirSync(DIST, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(DIST, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  .sort();

const known = new Set(distFiles);

export function hasFile(file: string): boolean {
  return known.has(file);
}

/** Throws ENOENT for a file that is not in the built site. */
export function bytesOf(file: string): Buffer {
  return readFileSync(join(DIST, file));
}

export function textFile(file: string): string {
  return readFileSync(join(DIST, file), 'utf8');
}

/** The file that answers at an address without its host: `/lv/` is `lv/index.html`. Undefined when nothing answers. */
export function fileAt(address: string): string | undefined {
  const path = decodeURI(address).slice(1);
  return [path, path === '' || path.endsWith('/') ? `${path}index.html` : undefined].find((file) => file !== undefined && known.has(file));
}

/** What servers and hosts were told: redirects, hashes, hosts. */
export function policy(): SitePolicy {
  return JSON.parse(readFileSync(join(DIST, '../.hosting/policy.json'), 'utf8')) as SitePolicy;
}
