import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;
type Element = DefaultTreeAdapterTypes.Element;

/** As many elements say how one is styled: itself, what holds it, and what holds that. */
const GENERATIONS = 3;

/** Every kind of element in a page's content: names and classes of the element and of the two around it. */
export function kindsOfElements(html: string): Set<string> {
  const kinds = new Set<string>();
  const collect = (node: Node, around: readonly string[]): void => {
    for (const child of 'childNodes' in node ? node.childNodes : []) {
      if (!('tagName' in child) || isFrame(child, node)) continue;
      const own = [...around, nameOf(child)].slice(-GENERATIONS);
      kinds.add(own.join(' > '));
      collect(child, own);
    }
  };
  collect(parse(html), []);
  return kinds;
}

/** Header and footer, the same on every page, and what is not shown. */
function isFrame({ tagName }: Element, parent: Node): boolean {
  if (['head', 'script', 'style'].includes(tagName)) return true;
  return ['header', 'footer'].includes(tagName) && 'tagName' in parent && parent.tagName === 'body';
}

function nameOf({ tagName, attrs }: Element): string {
  const classes =
    attrs
      .find(({ name }) => name === 'class')
      ?.value.split(/\s+/)
      .filter(Boolean)
      .sort() ?? [];
  return [tagName, ...classes].join('.');
}

/** Names of pages that together have every kind of element there is, the richest first. */
export function withEveryKind(pages: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const seen = new Set<string>();
  const richestFirst = [...pages].sort(([, one], [, other]) => other.size - one.size);
  return richestFirst.flatMap(([name, kinds]) => {
    const before = seen.size;
    for (const kind of kinds) seen.add(kind);
    return seen.size > before ? [name] : [];
  });
}
