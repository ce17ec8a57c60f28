import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { exec } from 'node:child_process';

const MANIFESTS = ['package.json', 'package-lock.json'];
/** The project's settings keep the lock file free of registry addresses; npm wants the same ones to read it. */
const SETTINGS = '.npmrc';

/**
 * Installs Eleventy, Starlight and govuk-frontend in the versions of src/bench/peers, below the git-ignored node_modules/.cache,
 * so that they are no dependencies of the site. Returns their node_modules folder. Does nothing when they are there.
 */
export async function installPeers(root: string): Promise<string> {
  const from = fileURLToPath(new URL('peers', import.meta.url));
  const folder = join(root, 'node_modules/.cache/bench-peers');
  const stamp = join(folder, 'installed.json');
  const wanted = await readFile(join(from, 'package-lock.json'), 'utf8');
  const packages = join(folder, 'node_modules');
  if (existsSync(packages) && existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted) return packages;
  console.log('Installing the programs to compare with (npm ci) …');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const file of MANIFESTS) await cp(join(from, file), join(folder, file));
  await cp(join(root, SETTINGS), join(folder, SETTINGS));
  await promisify(exec)('npm ci --loglevel=error', { cwd: folder, env: cleanEnvironment() }).catch((error: unknown) => {
    throw new Error(`npm ci failed in ${folder}. Check the network; after a change of src/bench/peers/package.json write its lock file anew.`, { cause: error });
  });
  await writeFile(stamp, wanted);
  return packages;
}

/** Without the settings that `npm run` hands down: they name the outer project. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(?:config|package|lifecycle)_/i.test(name)));
}
