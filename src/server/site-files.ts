import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { addressOf, listFiles } from '../hosting/files.ts';
import { cacheControl, type Headers, onionHeader, securityHeaders } from '../hosting/headers.ts';
import type { SitePolicy } from '../hosting/policy.ts';
import { contentType } from './content-types.ts';
import type { Encoding } from './encoding.ts';

const SMALL_BYTES = 256 * 1024;
const MEMORY_BYTES = 96 * 1024 * 1024;
const TWINS = { br: '.br', gzip: '.gz' } as const;
const HOST_FILES = ['_headers', '_redirects'];

/** One encoding of a file: in memory when small, else read from `file` for each request. */
export interface Variant {
  encoding: Encoding;
  file: string;
  body: Buffer | undefined;
}

export interface SiteFile {
  headers: Headers;
  variants: Variant[];
}

/** Keeps bodies until the budget is spent, so that memory does not grow with the archive. */
function createReader(): (file: string) => Promise<Buffer | undefined> {
  let left = MEMORY_BYTES;
  return async (file) => {
    const { size } = await stat(file);
    if (size > SMALL_BYTES || size > left) return undefined;
    left -= size;
    return readFile(file);
  };
}

/** Every address of `dist` with its headers and encodings. Throws ENOENT when there is no such folder. */
export async function readSiteFiles(dist: string, policy: SitePolicy): Promise<Map<string, SiteFile>> {
  const names = await listFiles(dist);
  const present = new Set(names);
  const isTwin = (name: string) => /\.(?:br|gz)$/.test(name) && present.has(name.slice(0, -3));
  const read = createReader();
  const files = new Map<string, SiteFile>();
  for (const name of names) {
    if (HOST_FILES.includes(name) || isTwin(name)) continue;
    const variants: Variant[] = [{ encoding: 'identity', file: join(dist, name), body: await read(join(dist, name)) }];
    for (const [encoding, ending] of Object.entries(TWINS) as [keyof typeof TWINS, string][]) {
      const twin = join(dist, name + ending);
      if (present.has(name + ending)) variants.push({ encoding, file: twin, body: await read(twin) });
    }
    const address = addressOf(name);
    files.set(address, { headers: fileHeaders(name, address, policy, variants.length > 1), variants });
  }
  return files;
}

function fileHeaders(name: string, address: string, policy: SitePolicy, varies: boolean): Headers {
  return {
    ...securityHeaders(address, policy),
    ...(name.endsWith('.html') ? onionHeader(address, policy) : {}),
    'Content-Type': contentType(name),
    'Cache-Control': cacheControl(address, policy),
    ...(varies ? { Vary: 'Accept-Encoding' } : {}),
    ...(name.endsWith('.opus') ? { 'Accept-Ranges': 'bytes' } : {}),
  };
}
