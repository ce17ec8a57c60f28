import { cp, mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { writeGeneratedNews, readReferable } from './generate-news.ts';
import { writeProbes } from './probes.ts';

const COPIED = ['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json', 'content', 'seeds', 'public', 'src'];

/** Copies the site of `root` to `folder`, with `count` generated items and the probes in its news. Packages are linked. */
export async function makeSiteProject(root: string, folder: string, count: number): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const ownNode = join(root, 'src/setup/node');
  for (const name of COPIED) await cp(join(root, name), join(folder, name), { recursive: true, filter: (source) => source !== ownNode });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const referable = readReferable(folder);
  const [theme] = referable.themes;
  const [source] = referable.sources;
  const figure = source?.figures[0];
  if (!theme || !source || !figure)
    throw new Error('the site has no theme, or no source with a figure and a name, that a generated item could refer to');
  await writeProbes(folder, { theme, source: source.id, figure });
  await writeGeneratedNews(folder, count, referable);
}
