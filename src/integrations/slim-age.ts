import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Parts of age that a report never uses, and how they are named where age imports them. */
const UNUSED: Record<string, string> = {
  '@noble/post-quantum/hybrid.js': 'export const MLKEM768P256 = {}; export const MLKEM768X25519 = {};',
  '@noble/curves/nist.js': 'export const p256 = {};',
  '@noble/hashes/scrypt.js': 'export const scrypt = undefined;',
};
/** Where only passphrases lock and open. */
const NO_KEYS = 'export const scalarMult = undefined; export const scalarMultBase = undefined;';
const PREFIX = '\0unused:';

/**
 * Leaves post-quantum, P-256 and passphrase keys out of age in the browser (102 kB of 167 kB), and replaces its X25519 by one that
 * goes on without WebCrypto's when that fails in whatever way. `hasKeys`: false where age locks and opens with passphrases alone; X25519
 * is left out too.
 */
export function slimAge(root: string, hasKeys = true): Plugin {
  const unused = hasKeys ? UNUSED : { ...UNUSED, './x25519.js': NO_KEYS };
  return {
    name: 'slim-age',
    enforce: 'pre',
    resolveId(id, importer = '') {
      if (!importer.includes('/age-encryption/')) return undefined;
      if (id in unused) return `${PREFIX}${id}`;
      return id === './x25519.js' ? join(root, 'src/components/report/x25519.ts') : undefined;
    },
    load: (id) => (id.startsWith(PREFIX) ? unused[id.slice(PREFIX.length)] : undefined),
  };
}
