import { defineMdastPlugin, type MdastNode, type MdastPluginEntry } from 'satteri';

type Paragraph = Extract<MdastNode, { type: 'paragraph' }>;
type Inline = Paragraph['children'][number];

/**
 * For the pages in easy language: each line of the source, which is one sentence, becomes a `<span>` that stands on a line of its own,
 * and each block at the page's top level lies in a `<div class="idea">`, with room for a picture beside it. The picture that begins an item
 * of a list stands before its lines.
 */
export const easyLines: MdastPluginEntry = ({ fileURL }) => (fileURL?.pathname.includes('/content/easy-read/') ? linesAndIdeas : undefined);

const linesAndIdeas = defineMdastPlugin({
  name: 'easy-lines',
  paragraph(node, context) {
    const [picture, ...others] = pictureApart(node.children);
    const lines = linesOf(others).map(line);
    context.setProperty(node, 'children', [...picture, ...lines.flatMap((one, index) => (index > 0 ? [lineEnd, one] : [one]))]);
  },
  after(root, context) {
    for (const block of root.children) {
      if (block.type === 'paragraph' || block.type === 'list' || block.type === 'blockquote')
        context.wrapNode(block, { type: 'blockquote', data: { hName: 'div', hProperties: { className: ['idea'] } }, children: [] });
    }
  },
});

/** Keeps the words of two lines apart for those who do not see them on lines of their own. */
const lineEnd: Inline = { type: 'text', value: '\n' };

/** The picture that a paragraph begins with, if any, and the text after it. */
function pictureApart(children: readonly Readonly<Inline>[]): [picture: Inline[], ...others: Inline[]] {
  const [first, second, ...others] = children;
  if (first?.type !== 'mdxJsxTextElement' || first.name !== 'Picture') return [[], ...children];
  return [[first], ...(second?.type === 'text' ? [{ ...second, value: second.value.trimStart() }] : second ? [second] : []), ...others];
}

/** The contents of a paragraph, cut where the source begins a new line. */
function linesOf(children: readonly Readonly<Inline>[]): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const child of children) {
    if (child.type !== 'text') {
      lines.at(-1)?.push(child);
      continue;
    }
    for (const [index, value] of child.value.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (value !== '') lines.at(-1)?.push({ type: 'text', value });
    }
  }
  return lines;
}

/** Emphasis only by its kind of node: what is printed is a span. */
function line(children: Inline[]): Inline {
  return { type: 'emphasis', data: { hName: 'span' }, children };
}
