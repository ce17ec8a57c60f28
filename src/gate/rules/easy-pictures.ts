import type { Problem } from '../../records/problem.ts';
import type { World } from '../../records/world.ts';
import { lineAt, type Rule } from '../rule.ts';

const picture = /^<Picture id="[^"]+" \/>/;

export const easyPictures: Rule = {
  promise:
    'Every idea of a page in easy language has a picture beside it, and so has every item of a list; only the first, with the number, has none.',
  check: ({ easyRead }) => easyRead.flatMap(bare),
};

/** Ideas and items without a picture. */
function bare(entry: World['easyRead'][number]): Problem[] {
  const { body, file } = entry;
  const problem = (at: number, message: string, remedy: string): Problem => ({ file, line: lineAt(entry, at), message, remedy });
  // As long as the body, so that places stay right.
  const text = body.replace(/\{\/\*.*?\*\/\}/gs, (comment) => comment.replace(/[^\n]/g, ' '));
  const blocks = [...text.matchAll(/\S(?:.|\n(?!\s*\n))*/g)];
  return blocks.flatMap(({ 0: block, index: start }, index) => {
    if (index === 0 || /^(?:#|<\/?[A-Z]\w*[^<>]*>\s*$)/.test(block)) return [];
    if (block.startsWith('- '))
      return [...block.matchAll(/^- (.*)$/gm)].flatMap((item) =>
        picture.test(item[1] ?? '')
          ? []
          : [problem(start + item.index, `the item "${item[1] ?? ''}" has no picture`, 'begin it with <Picture id="…" />')],
      );
    const before = blocks[index - 1]?.[0] ?? '';
    return picture.test(before)
      ? []
      : [problem(start, `the idea "${block.split('\n')[0] ?? ''}" has no picture`, 'put <Picture id="…" /> on a line of its own above it')];
  });
}
