import { defineMdastPlugin, markdownToHtml } from 'satteri';
import { keepDatesFromLists, markdownFeatures, proseRules, tableBoxes } from './prose-rules.ts';

/** Looks up what `:fact[id]` and `:name[id]` print; both throw for an id they do not know. */
export interface Evidence {
  /** The number as printed, and as machines read it. */
  fact: (id: string) => { text: string; value: string };
  /** The name with the quotation marks around it; `lang` only where it differs from the page's language. */
  name: (id: string) => { text: string; open: string; close: string; lang?: string };
}

/**
 * Renders the Markdown of a news item. `place` is the item's file, named in every error.
 * News do not pass through Astro's collections: those let a failed rendering through with exit code 0 and cost three times as much a page.
 */
export function renderNews(body: string, evidence: Evidence, place: string): string {
  const directives = defineMdastPlugin({
    name: 'evidence',
    textDirective(node, context) {
      // "9:00" also parses as a directive; without brackets it is text.
      if (node.children.length === 0) return { type: 'text', value: `:${node.name}` };
      const id = context.textContent(node);
      if (node.name === 'fact') {
        const { text, value } = evidence.fact(id);
        return element('data', { value }, text);
      }
      if (node.name === 'name') {
        const { text, open, close, lang } = evidence.name(id);
        context.replaceNode(node, [plain(open), element('cite', lang ? { lang } : {}, text), plain(close)]);
        return;
      }
      throw unknownDirective(`:${node.name}[${id}]`);
    },
    leafDirective(node) {
      throw unknownDirective(`::${node.name}`);
    },
    containerDirective(node) {
      throw unknownDirective(`:::${node.name}`);
    },
  });
  try {
    return markdownToHtml(keepDatesFromLists(body), { features: markdownFeatures, mdastPlugins: [proseRules, directives], hastPlugins: [tableBoxes] }).html;
  } catch (error) {
    throw new Error(`${place}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function plain(value: string) {
  return { type: 'text' as const, value };
}

function element(hName: string, hProperties: Record<string, string>, text: string) {
  return { type: 'emphasis' as const, data: { hName, hProperties }, children: [plain(text)] };
}

function unknownDirective(written: string): Error {
  return new Error(`${written} is unknown. Only :fact[id] and :name[id] stand in news.`);
}
