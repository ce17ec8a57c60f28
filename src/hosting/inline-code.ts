import { createHash } from 'node:crypto';

/** A tag of a page: its name and attributes in lower case, and the text up to its end for style and script. */
interface Tag {
  name: string;
  attributes: Map<string, string>;
  text: string;
}

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
const TAG = /<!--[\s\S]*?-->|<([a-z][^\s/>]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>/gi;
const DATA_TYPES = ['application/ld+json', 'application/json'];

function attributesOf(source: string): Map<string, string> {
  const found = source.matchAll(ATTRIBUTE);
  return new Map([...found].map(([, name = '', a, b, c]) => [name.toLowerCase(), a ?? b ?? c ?? '']));
}

function* tagsOf(html: string): Generator<Tag> {
  const pattern = new RegExp(TAG);
  for (let match = pattern.exec(html); match !== null; match = pattern.exec(html)) {
    const name = match[1]?.toLowerCase();
    if (name === undefined) continue;
    let text = '';
    if (name === 'style' || name === 'script') {
      const from = pattern.lastIndex;
      const end = html.toLowerCase().indexOf(`</${name}`, from);
      pattern.lastIndex = end < 0 ? html.length : end;
      text = html.slice(from, pattern.lastIndex);
    }
    yield { name, attributes: attributesOf(match[2] ?? ''), text };
  }
}

function scriptFault({ attributes }: Tag): string | undefined {
  if (DATA_TYPES.includes(attributes.get('type') ?? '')) return undefined;
  const source = attributes.get('src');
  if (source === undefined) return 'an inline script; put it into a file of its own';
  if (!attributes.get('integrity')) return `script ${source} without integrity`;
  // Integrity-Policy lets a script pass only when it is fetched with CORS, which classic scripts are not by default.
  const isCors = attributes.get('type') === 'module' || attributes.has('crossorigin');
  return isCors ? undefined : `script ${source} is neither a module nor crossorigin, so Integrity-Policy blocks it`;
}

function attributeFaults({ name, attributes }: Tag): string[] {
  return [...attributes].flatMap(([attribute, value]) => {
    if (attribute === 'style') return [`a style attribute on <${name}>: ${value.slice(0, 60)}`];
    if (/^on[a-z]+$/.test(attribute)) return [`an event handler attribute ${attribute} on <${name}>`];
    return /^\s*javascript:/i.test(value) ? [`a javascript: address on <${name}>`] : [];
  });
}

/** What a page carries inside itself: CSP hashes of its style sheets, the name it gives them, and all that the policy would block. */
export function inlineCode(html: string): { styleHashes: string[]; styleSheet: string | undefined; faults: string[] } {
  const styleHashes = new Set<string>();
  let styleSheet: string | undefined;
  const faults: string[] = [];
  for (const tag of tagsOf(html)) {
    if (tag.name === 'html') styleSheet = tag.attributes.get('data-style-sheet');
    faults.push(...attributeFaults(tag));
    if (tag.name === 'script') faults.push(...[scriptFault(tag)].filter((fault) => fault !== undefined));
    if (tag.name === 'style') styleHashes.add(cspHash(tag.text));
  }
  return { styleHashes: [...styleHashes].sort(), styleSheet, faults };
}

/** The CSP source of an inline text: `'sha256-…'` in quotation marks. */
export function cspHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
