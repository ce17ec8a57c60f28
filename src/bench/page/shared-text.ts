import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse, serialize } from 'parse5';
import type { SharedText } from './peer-pages.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Reads title, description and prose of a built page, so that the peers show the same words. Throws where the page has no `.prose`. */
export async function readSharedText(dist: string, path: string): Promise<SharedText> {
  const html = await readFile(join(dist, path, 'index.html'), 'utf8');
  const elements = [...below(parse(html))];
  const prose = elements.find((element) => attribute(element, 'class')?.split(' ').includes('prose'));
  const heading = elements.find(({ tagName }) => tagName === 'h1');
  const description = elements.find((element) => attribute(element, 'name') === 'description');
  if (!prose || !heading || !description)
    throw new Error(`${path} has no prose, heading or description; adjust src/bench/page/shared-text.ts`);
  return { title: textOf(heading), description: attribute(description, 'content') ?? '', html: serialize(prose) };
}

function* below(node: Node): Generator<Element> {
  if (!('childNodes' in node)) return;
  for (const child of node.childNodes) {
    if ('tagName' in child) yield child;
    yield* below(child);
  }
}

function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((attr) => attr.name === name)?.value;
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
