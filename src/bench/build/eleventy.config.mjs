// Eleventy 3 on the same Markdown with the same markup: copied into the benchmark's project by eleventy-project.ts.
import { readFileSync } from 'node:fs';

const { facts, names, lists, itemsPerPage } = JSON.parse(readFileSync('shared.json', 'utf8'));
const months = [
  'janvāris',
  'februāris',
  'marts',
  'aprīlis',
  'maijs',
  'jūnijs',
  'jūlijs',
  'augusts',
  'septembris',
  'oktobris',
  'novembris',
  'decembris',
];
const isoDay = (date) => date.toISOString().slice(0, 10);

/** `:fact[id]` and `:name[id]`, as our own Markdown has them. */
function evidence(state, silent) {
  const found = /^:(fact|name)\[([^\]]+)\]/.exec(state.src.slice(state.pos, state.pos + 120));
  if (!found) return false;
  if (!silent) state.push('html_inline', '', 0).content = (found[1] === 'fact' ? facts : names)[found[2]];
  state.pos += found[0].length;
  return true;
}

export default function (config) {
  const older = new Map();
  const newer = new Map();
  config.setQuietMode(true);
  config.amendLibrary('md', (md) => md.inline.ruler.before('link', 'evidence', evidence));
  config.addFilter('isoDay', isoDay);
  config.addFilter('day', (date) => `${date.getUTCFullYear()}.\u00a0gada ${date.getUTCDate()}.\u00a0${months[date.getUTCMonth()]}`);
  config.addFilter('year', (date) => String(date.getUTCFullYear()));
  config.addFilter('older', (url, field) => older.get(url)?.[field] ?? '');
  config.addFilter('newer', (url, field) => newer.get(url)?.[field] ?? '');
  config.addCollection('archive', (api) => {
    const items = api
      .getFilteredByGlob('input/news/lv/*.md')
      .sort((a, b) => b.data.publishedOn - a.data.publishedOn || (a.url < b.url ? -1 : 1));
    const link = (item) => item && { title: item.data.title, path: item.url };
    items.forEach((item, index) => {
      newer.set(item.url, link(items[index - 1]));
      older.set(item.url, link(items[index + 1]));
    });
    const byPath = new Map();
    const add = (path, item) => byPath.get(path)?.push(item) ?? byPath.set(path, [item]);
    for (const item of items) {
      add('/lv/jaunumi/', item);
      add(`/lv/jaunumi/${item.data.publishedOn.getUTCFullYear()}/`, item);
      for (const id of [...item.data.projects, ...item.data.themes]) add(lists[id], item);
    }
    return [...byPath].flatMap(([path, all]) =>
      Array.from({ length: Math.ceil(all.length / itemsPerPage) }, (_, index) => ({
        path: index === 0 ? path : `${path}lapa/${index + 1}/`,
        items: all.slice(index * itemsPerPage, (index + 1) * itemsPerPage),
      })),
    );
  });
  return { dir: { input: 'input', output: 'output' }, markdownTemplateEngine: false, htmlTemplateEngine: 'njk' };
}
