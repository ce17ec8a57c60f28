import { join } from 'node:path';
import { installApart } from '../setup/install-apart.ts';
import type { Bundled } from './bundle.ts';

/** Installs the real runtime or emulator of a platform, in the version of its package.json, and returns its node_modules folder. */
export function installEmulator(root: string, platform: Exclude<Bundled, 'lambda'>): Promise<string> {
  return installApart(root, join(root, 'src/deploy', platform), `deploy-${platform}`);
}
