import type { FindTerms } from '../glossary/find-terms.ts';

/** Linked on one page; more would be noise. */
const mostLinks = 8;

/** Where running text stands. */
const textBlocks = new Set(['p', 'li', 'td', 'dd']);
/** What is a link, a name, a title or a control already, or a part with its own words (a contact card is a section). */
const barred = new Set(
  'a abbr aside button cite code data dl figure form h1 h2 h3 h4 h5 h6 label nav pre q script section style summary svg th time'.split(' '),
);
const empty = new Set('area br col embed hr img input link meta source track wbr path use'.split(' '));
const tag = /<(\/?)([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>|<!--[\s\S]*?-->/gi;

interface Open {
  name: string;
  isBarred: boolean;
}

/**
 * Links terms of the glossary where they first stand in finished HTML, each once, eight at most. Text in another language (an element with `lang`), headings,
 * links, names and quotations are left alone. `hrefOf` gives the address of a term.
 */
export function linkTerms(html: string, find: FindTerms, hrefOf: (id: string) => string): string {
  const open: Open[] = [];
  const linked = new Set<string>();
  let block = '';
  let out = '';
  let at = 0;
  const text = (written: string) => {
    const isText = open.some(({ name }) => textBlocks.has(name)) && !open.some(({ isBarred }) => isBarred);
    out += isText ? withLinks(written, block) : written;
    block += written;
  };
  const withLinks = (written: string, before: string): string => {
    let result = '';
    let from = 0;
    for (const { id, start, end } of find(written, before)) {
      if (linked.has(id) || linked.size >= mostLinks) continue;
      linked.add(id);
      result += `${written.slice(from, start)}<a class="term" href="${hrefOf(id)}">${written.slice(start, end)}</a>`;
      from = end;
    }
    return result + written.slice(from);
  };
  for (const { 0: whole, 1: slash, 2: name = '', 3: attributes = '', index } of html.matchAll(tag)) {
    text(html.slice(at, index));
    out += whole;
    at = index + whole.length;
    const element = name.toLowerCase();
    if (slash === undefined || empty.has(element) || attributes.endsWith('/')) continue;
    if (textBlocks.has(element)) block = '';
    if (slash === '/') open.splice(open.findLastIndex((one) => one.name === element));
    else open.push({ name: element, isBarred: barred.has(element) || /(?:^|\s)lang=/.test(attributes) });
  }
  text(html.slice(at));
  return out;
}
