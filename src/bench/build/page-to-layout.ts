import { probes } from './probes.ts';

/** Makes the Nunjucks layout of an item from our built page of the middle probe: the same markup, what differs filled in. */
export function itemLayout(html: string): string {
  const { older, item, newer } = probes;
  const withText = replaceOnce(html, /<p>Zonde un [\s\S]*?<\/p>\s*/, '{{ content | safe }}');
  return fill(keepStyle(withText), [
    [older.title, '{{ page.url | older("title") }}'],
    [newer.title, '{{ page.url | newer("title") }}'],
    [older.path, '{{ page.url | older("path") }}'],
    [newer.path, '{{ page.url | newer("path") }}'],
    [item.title, '{{ title }}'],
    [item.description, '{{ description }}'],
    [item.path, '{{ page.url }}'],
    [item.day, '{{ publishedOn | isoDay }}'],
    ['2021.\u00a0gada 5.\u00a0marts', '{{ publishedOn | day }}'],
    [`/lv/jaunumi/${item.day.slice(0, 4)}/`, '/lv/jaunumi/{{ publishedOn | year }}/'],
  ]);
}

/** Makes the template of a list page from our built list that holds the middle probe. */
export function listTemplate(html: string): string {
  const { item } = probes;
  const at = html.indexOf(`href="${item.path}"`);
  const [start, end] = [html.lastIndexOf('<li', at), html.indexOf('</li>', at) + '</li>'.length];
  const [listStart, listEnd] = [html.indexOf('>', html.lastIndexOf('<ol', at)) + 1, html.indexOf('</ol>', at)];
  if (at < 0 || start < 0 || listEnd < end)
    throw new Error('the built news list has no <ol> with the probe; adjust src/bench/build/page-to-layout.ts');
  const entry = fill(html.slice(start, end), [
    [item.title, '{{ item.data.title }}'],
    [item.description, '{{ item.data.description }}'],
    [item.path, '{{ item.url }}'],
    [item.day, '{{ item.data.publishedOn | isoDay }}'],
    ['2021.\u00a0gada 5.\u00a0marts', '{{ item.data.publishedOn | day }}'],
  ]);
  const page = `${html.slice(0, listStart)}{% for item in archive.items %}${entry}{% endfor %}${html.slice(listEnd)}`;
  return replaceOnce(keepStyle(page), /(<link rel="canonical" href=")[^"]+/, '$1{{ page.url }}');
}

/** Shields the style sheet from Nunjucks, which would read its braces. */
function keepStyle(html: string): string {
  return html.replace(/<style>[\s\S]*?<\/style>/g, (style) => `{% raw %}${style}{% endraw %}`);
}

/** Each value must stand in the page at least once: else the layout would be cheaper than ours. */
function fill(html: string, fields: readonly (readonly [value: string, field: string])[]): string {
  return fields.reduce((text, [value, field]) => {
    if (!text.includes(value)) throw new Error(`the built page lacks "${value}"; adjust src/bench/build/page-to-layout.ts`);
    return text.replaceAll(value, () => field);
  }, html);
}

function replaceOnce(html: string, found: RegExp, by: string): string {
  if (!found.test(html)) throw new Error(`the built page lacks ${found.source}; adjust src/bench/build/page-to-layout.ts`);
  return html.replace(found, by);
}
