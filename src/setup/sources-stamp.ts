import { createHash } from 'node:crypto';
import { access, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles } from '../hosting/files.ts';
import { HOSTING_FOLDER } from '../hosting/policy.ts';

const FOLDERS = ['content', 'seeds', 'src', 'public'];
const FILES = ['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];
/** What the environment says of a build. */
const SETTINGS = ['SITE_ORIGIN', 'BUILD_DAY'];
const OWN_NODE = 'setup/node/';

const stampFile = (root: string) => join(root, HOSTING_FOLDER, 'sources.stamp');

async function sourceFiles(root: string): Promise<string[]> {
  const lists = await Promise.all(
    FOLDERS.map(async (folder) => {
      const files = await listFiles(join(root, folder)).catch(() => []);
      return files.filter((file) => !file.startsWith(OWN_NODE)).map((file) => `${folder}/${file}`);
    }),
  );
  return [...lists.flat(), ...FILES];
}

/** A fingerprint of everything the site is built from: names, sizes and times of change, not the texts, to be quick; and the settings. */
export async function sourcesStamp(root: string): Promise<string> {
  const lines = (await sourceFiles(root)).map(async (file) => {
    const found = await stat(join(root, file)).catch(() => undefined);
    return `${file} ${found?.size} ${found?.mtimeMs}\n`;
  });
  return createHash('sha256')
    .update((await Promise.all(lines)).join(''))
    .update(SETTINGS.map((name) => `${name} ${process.env[name]}\n`).join(''))
    .digest('hex');
}

/** Notes what dist/ was built from. Take the stamp before the build, so that a change during it is not lost. */
export async function writeStamp(root: string, stamp: string): Promise<void> {
  await mkdir(join(root, HOSTING_FOLDER), { recursive: true });
  await writeFile(stampFile(root), stamp);
}

/** `missing` without dist/, `old` when a source or a setting changed since it was built, else `fresh`. */
export async function buildState(root: string): Promise<'missing' | 'old' | 'fresh'> {
  const last = [join(root, 'dist', '_headers'), join(root, HOSTING_FOLDER, 'policy.json')];
  const isBuilt = await Promise.all(last.map((file) => access(file))).then(
    () => true,
    () => false,
  );
  if (!isBuilt) return 'missing';
  const stamp = await readFile(stampFile(root), 'utf8').catch(() => '');
  return stamp === (await sourcesStamp(root)) ? 'fresh' : 'old';
}
