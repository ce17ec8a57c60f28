import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isDebianRoot } from './browser.mjs';

/**
 * The `age` program that tests open reports with, to see that staff can do without ours; undefined when there is none.
 * @returns {string | undefined}
 */
export function findAge() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, 'age')).find((file) => existsSync(file));
}

/**
 * Installs Debian's age as root. Elsewhere its one test says that it was not run.
 * @param {string} root
 * @param {(what: string, work: () => Promise<unknown>) => Promise<void>} timed
 * @param {(program: string, args: string[], cwd: string, remedy: string) => Promise<void>} run
 */
export async function ensureAge(root, timed, run) {
  if (findAge() || !isDebianRoot()) return;
  const remedy = 'age could not be installed. Check the network, or install it: apt-get install age';
  await timed('installing age by apt-get', async () => {
    await run('apt-get', ['update', '-q'], root, remedy);
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'age'], root, remedy);
  });
}
