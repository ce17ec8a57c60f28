import { copyFile, cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readWorld } from '../../records/world.ts';
import { itemLayout, listTemplate } from './page-to-layout.ts';
import { probeListPath, probes } from './probes.ts';

/** As in src/queries/news-archives.ts. */
const ITEMS_PER_PAGE = 20;

const NEWS_DATA = `const words = { lv: 'jaunumi', en: 'news', ru: 'novosti' };
export default {
  layout: 'item.njk',
  permalink: ({ page, publishedOn, urlSlug }) => {
    const locale = page.filePathStem.split('/')[2];
    return \`/\${locale}/\${words[locale]}/\${publishedOn.getUTCFullYear()}/\${urlSlug ?? page.fileSlug}/index.html\`;
  },
};
`;

const LISTS_HEAD = `---
pagination: { data: collections.archive, size: 1, alias: archiveOnPage }
eleventyExcludeFromCollections: true
permalink: "{{ pagination.items[0].path }}index.html"
---
{% set archive = pagination.items[0] %}`;

const SITEMAP = `---
permalink: /sitemap.xml
eleventyExcludeFromCollections: true
---
<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{% for page in collections.all %}<url><loc>https://www.example.org{{ page.url }}</loc></url>
{% endfor %}</urlset>
`;

/**
 * Makes an Eleventy project in `folder` from our project `site` and its build `dist`: the same Markdown files, the markup of
 * our own pages as layouts, the same lists. `packages` is the node_modules folder that has Eleventy.
 */
export async function makeEleventyProject(
  folder: string,
  { site, dist, packages }: { site: string; dist: string; packages: string },
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const input = join(folder, 'input');
  await mkdir(join(input, '_includes'), { recursive: true });
  await symlink(packages, join(folder, 'node_modules'), 'junction');
  await cp(join(site, 'content/news'), join(input, 'news'), { recursive: true });
  const builtPage = (path: string) => readFile(join(dist, path, 'index.html'), 'utf8');
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }\n');
  await copyFile(fileURLToPath(new URL('eleventy.config.mjs', import.meta.url)), join(folder, 'eleventy.config.mjs'));
  await writeFile(join(folder, 'shared.json'), JSON.stringify(sharedData(site)));
  await writeFile(join(input, 'news/news.11tydata.js'), NEWS_DATA);
  await writeFile(join(input, '_includes/item.njk'), itemLayout(await builtPage(probes.item.path)));
  await writeFile(join(input, 'lists.njk'), LISTS_HEAD + listTemplate(await builtPage(probeListPath)));
  await writeFile(join(input, 'sitemap.njk'), SITEMAP);
}

/** What the Markdown and the lists refer to, printed as our pages print it. */
function sharedData(site: string) {
  const { figures, names, projects, themes } = readWorld(site);
  return {
    itemsPerPage: ITEMS_PER_PAGE,
    facts: Object.fromEntries(figures.map(({ value: { id, value } }) => [id, `<data value="${value}">${value}</data>`])),
    names: Object.fromEntries(names.map(({ value: { id, name } }) => [id, `„<cite>${name}</cite>”`])),
    lists: {
      ...Object.fromEntries(projects.map(({ value: { id } }) => [id, `/lv/jaunumi/projekts/${id}/`])),
      ...Object.fromEntries(themes.map(({ value: { id } }) => [id, `/lv/jaunumi/tema/${id}/`])),
    },
  };
}
