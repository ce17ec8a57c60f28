import { parse, parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';

export type Element = Tree.Element;
type Node = Tree.Node;

/** Elements that run inside a line: text before and after them belongs together. */
const INLINE = new Set('a abbr b bdi bdo cite code data dfn em i kbd mark q s samp small span strong sub sup time u var wbr'.split(' '));
const UNSEEN = new Set(['script', 'style', 'template', 'noscript', 'title', 'head', 'svg']);

/** All elements of a whole page, in the order of the source. */
export function parseDocument(html: string): Element[] {
  return elementsIn(parse(html));
}

/** All elements of a piece of a page; for planted faults and for the texts of feeds. */
export function parsePiece(html: string): Element[] {
  return elementsIn(parseFragment(html));
}

/** The elements below a node, in the order of the source, without the node itself. */
export function elementsIn(root: Node): Element[] {
  const found: Element[] = [];
  const walk = (node: Node) => {
    if (!('childNodes' in node)) return;
    for (const child of node.childNodes) {
      if ('tagName' in child) found.push(child);
      walk(child);
    }
  };
  walk(root);
  return found;
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

export function hasClass(element: Element, name: string): boolean {
  return (attribute(element, 'class') ?? '').split(/\s+/).includes(name);
}

export function isOneOf(...names: string[]): (element: Element) => boolean {
  return ({ tagName }) => names.includes(tagName);
}

/** The element itself and all above it, the nearest first. */
export function lineage(element: Element): Element[] {
  const found: Element[] = [];
  for (let node: Node | null = element; node && 'tagName' in node; node = node.parentNode) found.push(node);
  return found;
}

/** The nearest of the element itself and those above it that fits. */
export function closest(element: Element, fits: (element: Element) => boolean): Element | undefined {
  return lineage(element).find(fits);
}

/** The language that the text of an element is marked with. */
export function languageOf(element: Element): string {
  const marked = closest(element, (one) => attribute(one, 'lang') !== undefined);
  return marked ? (attribute(marked, 'lang') ?? '') : '';
}

/**
 * The text a reader gets: blocks on lines of their own, spaces joined, no-break spaces kept. Leaves out scripts, styles and
 * drawings, and every element that `skips` names.
 */
export function textOf(root: Node, skips: (element: Element) => boolean = () => false): string {
  const parts: string[] = [];
  const walk = (node: Node) => {
    if (node.nodeName === '#text') parts.push((node as Tree.TextNode).value.replaceAll(/[ \t\n\r\f]+/g, ' '));
    else if ('tagName' in node && (UNSEEN.has(node.tagName) || skips(node))) return;
    else if ('childNodes' in node) {
      const isBlock = 'tagName' in node && !INLINE.has(node.tagName);
      if (isBlock) parts.push('\n');
      node.childNodes.forEach(walk);
      if (isBlock) parts.push('\n');
    }
  };
  walk(root);
  return parts
    .join('')
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/ ?\n[ \n]*/g, '\n')
    .replaceAll(/^[ \n]+|[ \n]+$/g, '');
}

/** What an element is called by a screen reader, as far as markup says it: aria-label, aria-labelledby, its text. */
export function accessibleName(element: Element, all: readonly Element[]): string {
  const label = attribute(element, 'aria-label');
  if (label) return label;
  const ids = (attribute(element, 'aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  return ids
    .map((id) => all.find((one) => attribute(one, 'id') === id))
    .map((one) => (one ? textOf(one) : ''))
    .join(' ');
}
