import { exec } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const MANIFESTS = ['package.json', 'package-lock.json'];
/** The lock file names no registry; npm reads it so only with the same settings. */
const SETTINGS = '.npmrc';

/**
 * Installs Eleventy, Starlight and govuk-frontend in the versions of src/bench/peers and returns their node_modules folder.
 * They are no dependencies of the site: they stand in the temporary folder, beside the benchmarks' own projects, because Astro
 * builds no components from a folder that shares no parent with the project. Does nothing when they are there.
 */
export async function installPeers(root: string): Promise<string> {
  const from = fileURLToPath(new URL('peers', import.meta.url));
  const lock = await readFile(join(from, 'package-lock.json'));
  const folder = join(tmpdir(), `bench-peers-${createHash('sha256').update(lock).digest('hex').slice(0, 12)}`);
  const packages = join(folder, 'node_modules');
  const stamp = join(folder, 'installed');
  if (existsSync(stamp)) return packages;
  console.log('Installing the programs to compare with (npm ci) …');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const file of MANIFESTS) await cp(join(from, file), join(folder, file));
  await cp(join(root, SETTINGS), join(folder, SETTINGS));
  await promisify(exec)('npm ci --loglevel=error', { cwd: folder, env: ownEnvironment() }).catch((error: unknown) => {
    throw new Error(
      `npm ci failed in ${folder}. Check the network; after a change of src/bench/peers/package.json write its lock file anew.`,
      { cause: error },
    );
  });
  await writeFile(stamp, '');
  return packages;
}

/** Without the settings that `npm run` hands down: they name the outer project. */
function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(?:config|package|lifecycle)_/i.test(name)));
}
