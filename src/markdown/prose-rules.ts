import { defineHastPlugin, defineMdastPlugin, type Features, type HastNode, type MdastPluginDefinition } from 'satteri';
import { bindDates } from '../i18n/format.ts';

/** The Markdown this site understands, in .md and .mdx alike. Quotation marks are set by the language, not by the parser. */
export const markdownFeatures = {
  directive: true,
  gfm: { footnotes: false },
  smartPunctuation: false,
} satisfies Features;

const dateAtLineStart =
  /^([ \t]*(?:[-*] )?)(\d{4}|\d{1,2})\.(?= (?:gad|(?:(?:un|līdz) \d{1,2}\.[ \u00a0])?(?:janv|febr|mart|apr|maij|jūn|jūl|aug|sept|okt|nov|dec)))/gmu;

/** Markdown would take a paragraph or list item that begins "2017. gada" for a numbered list. */
export function keepDatesFromLists(markdown: string): string {
  return markdown.replace(dateAtLineStart, '$1$2\\.');
}

/**
 * What every prose text obeys: no raw HTML, no picture without alternative text.
 * A fault throws, and so fails the build; the caller adds the file's name.
 */
export const proseVisitors = {
  html(node) {
    throw new Error(`raw HTML is not allowed in prose: ${node.value.slice(0, 60)}. Use Markdown or a component of content/README.md.`);
  },
  image(node) {
    if (!node.alt?.trim()) throw new Error(`the picture ${node.url} has no alternative text. Write what it shows between the brackets.`);
  },
} satisfies Partial<MdastPluginDefinition>;

/** The same as a plugin of its own, for the pages in MDX; and dates do not break. */
export const proseRules = defineMdastPlugin({
  name: 'prose-rules',
  ...proseVisitors,
  text(node, context) {
    const bound = bindDates(node.value);
    if (bound !== node.value) context.replaceNode(node, { type: 'text', value: bound });
  },
});

/** Writes the name of its column on each cell of a table's body: on a phone the rows are stacked, and the header row is out of sight. */
export const tableLabels = defineHastPlugin({
  name: 'table-labels',
  element: {
    filter: ['table'],
    visit(table, context) {
      const rowsOf = (part: string) => elementsIn(elementsIn(table, part)[0], 'tr');
      const labels = elementsIn(rowsOf('thead')[0], 'th').map((cell) => context.textContent(cell).trim());
      for (const row of rowsOf('tbody')) {
        for (const [column, cell] of elementsIn(row, 'th', 'td').entries()) context.setProperty(cell, 'data-label', labels[column] ?? '');
      }
    },
  },
});

type HtmlElement = Readonly<Extract<HastNode, { type: 'element' }>>;

function elementsIn(parent: HtmlElement | undefined, ...names: string[]): HtmlElement[] {
  return (parent?.children ?? []).filter(
    (child): child is Extract<HastNode, { type: 'element' }> => child.type === 'element' && names.includes(child.tagName),
  );
}
