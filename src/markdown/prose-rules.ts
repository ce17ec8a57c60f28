import { defineHastPlugin, defineMdastPlugin, type Features } from 'satteri';
import { bindDates } from '../i18n/format.ts';

/** The Markdown this site understands, in .md and .mdx alike. Quotation marks are set by the language, not by the parser. */
export const markdownFeatures = {
  directive: true,
  gfm: { footnotes: false },
  smartPunctuation: false,
} satisfies Features;

const dateAtLineStart = /^([ \t]*(?:[-*] )?)(\d{4}|\d{1,2})\.(?= (?:gad|(?:(?:un|līdz) \d{1,2}\. )?(?:janv|febr|mart|apr|maij|jūn|jūl|aug|sept|okt|nov|dec)))/gmu;

/** Markdown would take a paragraph or list item that begins "2017. gada" for a numbered list. */
export function keepDatesFromLists(markdown: string): string {
  return markdown.replace(dateAtLineStart, '$1$2\\.');
}

/**
 * What every prose text obeys: no raw HTML, no picture without alternative text, dates that do not break.
 * A fault throws, and so fails the build; the caller adds the file's name.
 */
export const proseVisitors = {
  html(node) {
    throw new Error(`raw HTML is not allowed in prose: ${node.value.slice(0, 60)}. Use Markdown or a component of content/README.md.`);
  },
  image(node) {
    if (!node.alt?.trim()) throw new Error(`the picture ${node.url} has no alternative text. Write what it shows between the brackets.`);
  },
  text(node, context) {
    const bound = bindDates(node.value);
    if (bound !== node.value) context.replaceNode(node, { type: 'text', value: bound });
  },
} satisfies Partial<MdastPluginDefinition>;

/** The same as a plugin of its own, for the pages in MDX. */
export const proseRules = defineMdastPlugin({ name: 'prose-rules', ...proseVisitors });
