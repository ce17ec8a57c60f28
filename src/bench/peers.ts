import { fileURLToPath } from 'node:url';
import { installApart } from '../setup/install-apart.ts';

/** Installs Eleventy, Starlight and govuk-frontend in the versions of src/bench/peers and returns their node_modules folder. */
export function installPeers(root: string): Promise<string> {
  return installApart(root, fileURLToPath(new URL('peers', import.meta.url)), 'bench-peers');
}
