/** Fields of front matter that readers see in the text's own language. */
const shownFields = /^\s*(?:- )?(?:title|shortTitle|description|lead|alt|caption|summary):\s/;

/**
 * The text that readers see: everything else is replaced by spaces, so that places stay. Plain text is all text; of Markdown and MDX the front
 * matter (but titles and descriptions), code, comments, tags, expressions and addresses go, words in `alt`, `title`, `caption` and `summary` stay.
 */
export function readersText(source: string, format: 'text' | 'markdown'): string {
  if (format === 'text') return source;
  return source
    .replace(/^---\r?\n[\s\S]*?\r?\n---(?=\r?\n|$)/, blankFrontMatter)
    .replace(/^(```|~~~)[\s\S]*?^\1/gm, blank)
    .replace(/`[^`\n]*`/g, blank)
    .replace(/<!--[\s\S]*?-->|\{\/\*[\s\S]*?\*\/\}/g, blank)
    .replace(/:(?:fact|name)\[[^\]]*\]/g, blank)
    .replace(/\]\([^)]*\)/g, blank)
    .replace(/<\/?[A-Za-z][^>]*>/g, blankTag)
    .replace(/https?:\/\/\S+/g, blank);
}

/** Whether a file is Markdown, by its name. */
export function formatOf(file: string): 'text' | 'markdown' {
  return /\.mdx?$/.test(file) ? 'markdown' : 'text';
}

function blankFrontMatter(block: string): string {
  return block
    .split('\n')
    .map((line) => {
      const field = shownFields.exec(line)?.[0];
      return field === undefined ? blank(line) : blank(field) + line.slice(field.length);
    })
    .join('\n');
}

/** A tag ends a sentence where it is a block; its words for readers stay. */
function blankTag(tag: string): string {
  return tag.replace(/\b(?:alt|title|caption|summary)="([^"]*)"|[\s\S]/g, (part: string, words: string | undefined) =>
    words === undefined ? blank(part) : `${' '.repeat(part.length - words.length - 2)}.${words}.`.slice(0, part.length),
  );
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
