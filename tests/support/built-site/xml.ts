/** An element of an XML file. */
export interface XmlElement {
  name: string;
  attributes: Map<string, string>;
  children: XmlElement[];
  /** Its own text, entities resolved. */
  text: string;
}

const NAME = String.raw`[A-Za-z_][\w.:-]*`;
const TOKEN = new RegExp(
  String.raw`<!--(?:(?!--)[\s\S])*-->|<\?${NAME}[^?]*\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(/?)(${NAME})((?:\s+${NAME}\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(/?)>|([^<]+)`,
  'y',
);
const ATTRIBUTE = new RegExp(String.raw`(${NAME})\s*=\s*(?:"([^"]*)"|'([^']*)')`, 'g');
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads the part of XML that feeds and site maps use: elements, attributes, text, CDATA, comments; no document type.
 * Throws an error that names the place of the first fault: a tag not closed, a sign not escaped, an attribute set twice.
 */
export function parseXml(source: string): XmlElement {
  const top: XmlElement = { name: '', attributes: new Map(), children: [], text: '' };
  const open = [top];
  const text = source.replace(/^\uFEFF/, '');
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    const fault = (what: string) => new Error(`${what} at line ${text.slice(0, at).split('\n').length}: ${text.slice(at, at + 60)}`);
    if (!token) throw fault('not well-formed');
    const [, cdata, isEnd, name, attributes = '', isEmpty, words] = token;
    const inner = open.at(-1) ?? top;
    if (cdata !== undefined) inner.text += cdata;
    else if (words !== undefined) inner.text += resolved(words, fault);
    else if (name !== undefined && isEnd) {
      if (open.length === 1 || inner.name !== name) throw fault(`</${name}> closes <${inner.name}>`);
      open.pop();
    } else if (name !== undefined) {
      const element: XmlElement = { name, attributes: readAttributes(attributes, fault), children: [], text: '' };
      inner.children.push(element);
      if (!isEmpty) open.push(element);
    }
  }
  const [root, second] = top.children;
  if (open.length > 1) throw new Error(`<${open.at(-1)?.name}> is not closed`);
  if (!root || second || top.text.trim() !== '') throw new Error('there is not exactly one root element');
  return root;
}

function readAttributes(source: string, fault: (what: string) => Error): Map<string, string> {
  const read = new Map<string, string>();
  for (const [, name = '', double, single] of source.matchAll(ATTRIBUTE)) {
    if (read.has(name)) throw fault(`attribute ${name} stands twice`);
    read.set(name, resolved(double ?? single ?? '', fault));
  }
  return read;
}

function resolved(text: string, fault: (what: string) => Error): string {
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(text)) throw fault('a sign that XML forbids');
  return text.replaceAll(/&(?:#x([\da-fA-F]+);|#(\d+);|(\w+);|)/g, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    const sign = name === undefined ? undefined : NAMED[name];
    if (sign === undefined) throw fault(`unknown entity ${whole}`);
    return sign;
  });
}

/** The children of one name. */
export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The text of the only child of a name; undefined where there is none or more. */
export function childText(element: XmlElement, name: string): string | undefined {
  const [child, second] = childrenNamed(element, name);
  return second ? undefined : child?.text;
}
