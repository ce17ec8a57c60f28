import { exec } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';

/** The lock file names no registry; npm reads it so only with the same settings. */
const SETTINGS = '.npmrc';

/**
 * Installs what the manifest in `from` names and returns its node_modules folder. Such programs are no dependencies of the site and are large:
 * they stand in the temporary folder under `name`, because Astro builds no components from a folder that shares no parent with the project. Does nothing
 * when they are there. A manifest without a lock file is of programs that themselves name exact versions. Throws with the remedy.
 */
export async function installApart(root: string, from: string, name: string): Promise<string> {
  const isLocked = existsSync(join(from, 'package-lock.json'));
  const manifests = ['package.json', ...(isLocked ? ['package-lock.json'] : [])];
  const texts = await Promise.all(manifests.map((file) => readFile(join(from, file), 'utf8')));
  const folder = join(tmpdir(), `${name}-${createHash('sha256').update(texts.join('')).digest('hex').slice(0, 12)}`);
  const packages = join(folder, 'node_modules');
  const stamp = join(folder, 'installed');
  if (existsSync(stamp)) return packages;
  const command = isLocked ? 'npm ci' : 'npm install --no-package-lock';
  console.log(`Installing ${relative(root, from)} (${command}) …`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const file of manifests) await cp(join(from, file), join(folder, file));
  await cp(join(root, SETTINGS), join(folder, SETTINGS));
  await promisify(exec)(`${command} --loglevel=error`, { cwd: folder, env: ownEnvironment() }).catch((error: unknown) => {
    const place = relative(root, from);
    throw new Error(
      `${command} failed for ${place}. Check the network; after a change of ${place}/package.json write its lock file anew.`,
      {
        cause: error,
      },
    );
  });
  await writeFile(stamp, '');
  return packages;
}

/** Without the settings that `npm run` hands down: they name the outer project. */
function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(?:config|package|lifecycle)_/i.test(name)));
}
