import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';

/** A part of a page that is found by itself: an element with `data-search-entry`, whose value is its id. */
export interface SearchEntry {
  /** The page’s address with the entry’s place in it. */
  url: string;
  language: string;
  title: string;
  text: string;
  /** As the entry says of itself: its type, and the date as printed. */
  meta: Record<string, string>;
  year: string | undefined;
}

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;
type Element = DefaultTreeAdapterTypes.Element;

/** The entries of one built page. `address` is the page’s, with slashes at both ends. */
export function entriesOf(html: string, address: string): SearchEntry[] {
  if (!html.includes('data-search-entry=')) return [];
  const elements = [...elementsBelow(parse(html))];
  const language =
    attribute(
      elements.find(({ tagName }) => tagName === 'html'),
      'lang',
    ) ?? '';
  return elements.flatMap((element) => {
    const id = attribute(element, 'data-search-entry');
    if (id === undefined) return [];
    const title = [...elementsBelow(element)].find((one) => attribute(one, 'data-search-title') !== undefined);
    const type = attribute(element, 'data-search-type');
    const date = attribute(element, 'data-search-date');
    if (!title || type === undefined) throw new Error(`${address}: the search entry "${id}" has no data-search-title or data-search-type`);
    return [
      {
        url: `${address}#${id}`,
        language,
        title: textOf(title),
        text: textOf(element),
        meta: { type, ...(date ? { date } : {}) },
        year: attribute(element, 'data-search-year'),
      },
    ];
  });
}

/** The entries of all pages below `dist`; `files` are paths such as lv/index.html. */
export async function readEntries(dist: string, files: readonly string[]): Promise<SearchEntry[]> {
  const found: SearchEntry[] = [];
  for (const file of files.filter((name) => name.endsWith('/index.html')).sort()) {
    found.push(...entriesOf(await readFile(join(dist, file), 'utf8'), `/${file.slice(0, -'index.html'.length)}`));
  }
  return found;
}

function* elementsBelow(node: Node): Generator<Element> {
  for (const child of 'childNodes' in node ? node.childNodes : []) {
    if ('tagName' in child) yield child;
    yield* elementsBelow(child);
  }
}

function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attrs.find((one) => one.name === name)?.value;
}

function textOf(node: Node): string {
  return rawText(node).replaceAll(/\s+/g, ' ').trim();
}

function rawText(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(rawText).join(' ') : '';
}
