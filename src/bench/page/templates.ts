import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A page to measure: `name` for the table, `path` on the server. */
export interface Template {
  name: string;
  path: string;
}

/** One address for each template of the site. A section that is not built yet is left out; the others must exist. */
export async function listTemplates(dist: string): Promise<Template[]> {
  const isBuilt = ({ path }: Template) => existsSync(join(dist, path, 'index.html'));
  const required = [
    { name: 'home', path: '/lv/' },
    { name: 'home, Russian', path: '/ru/' },
    { name: 'news front', path: '/lv/jaunumi/' },
    { name: 'news item', path: await newestItem(dist) },
    { name: 'standing page', path: '/lv/par-vietni/' },
    { name: 'site map', path: '/lv/lapas-karte/' },
  ];
  const optional = [
    { name: 'help front', path: '/lv/kur-meklet-palidzibu/' },
    { name: 'recognise front', path: '/lv/atpazisti/' },
    { name: 'report form', path: '/lv/zinot/' },
    { name: 'easy front', path: '/lv/viegli-lasit/' },
    { name: 'easy page with pictures', path: '/lv/viegli-lasit/kas-palidz/' },
    { name: 'easy word list', path: '/lv/viegli-lasit/vardi/' },
  ];
  const missing = required.filter((template) => !isBuilt(template));
  if (missing.length > 0)
    throw new Error(`dist/ lacks ${missing.map(({ path }) => path).join(', ')}; build it anew or correct src/bench/page/templates.ts`);
  return [...required, ...optional.filter(isBuilt), { name: '404', path: '/lv/sadas-lapas-nav/' }];
}

async function newestItem(dist: string): Promise<string> {
  const feed = await readFile(join(dist, 'lv/jaunumi/rss.xml'), 'utf8');
  const address = /<guid[^>]*>([^<]+)<\/guid>/.exec(feed)?.[1];
  if (!address) throw new Error('dist/lv/jaunumi/rss.xml has no item; build the site anew');
  return new URL(address).pathname;
}
