import { defineMdastPlugin, markdownToHtml } from 'satteri';
import { bindDates } from '../i18n/format.ts';
import { keepDatesFromLists, markdownFeatures, proseVisitors, tableLabels } from './prose-rules.ts';

/** Looks up what `:fact[id]` and `:name[id]` print; both throw for an id they do not know. */
export interface Evidence {
  /** The number as printed, and as machines read it. */
  fact: (id: string) => { text: string; value: string };
  /** The name with the quotation marks around it; `lang` only where it differs from the page's language. */
  name: (id: string) => { text: string; open: string; close: string; lang?: string };
}

/** One plugin for each evidence: Sätteri prepares every new plugin, and walks the tree anew for every further one. */
const plugins = new WeakMap<Evidence, ReturnType<typeof newsRules>>();

/**
 * Renders the Markdown of a news item. `place` is the item's file, named in every error. Hand in the same `evidence` for all items of a language.
 * News do not pass through Astro's collections: those let a failed rendering through with exit code 0 and cost three times as much a page.
 */
export function renderNews(body: string, evidence: Evidence, place: string): string {
  let plugin = plugins.get(evidence);
  if (!plugin) plugins.set(evidence, (plugin = newsRules(evidence)));
  try {
    const hasTable = /^\|/m.test(body);
    // Dates are bound in the Markdown: a visitor of every text takes as long as the rest.
    return markdownToHtml(keepDatesFromLists(bindDates(body)), {
      features: markdownFeatures,
      mdastPlugins: [plugin],
      hastPlugins: hasTable ? [tableLabels] : [],
    }).html;
  } catch (error) {
    throw new Error(`${place}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function newsRules(evidence: Evidence) {
  return defineMdastPlugin({
    name: 'news-rules',
    ...proseVisitors,
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
