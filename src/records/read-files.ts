import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Paths of all files below a folder with one of the endings, from the root, sorted. An absent folder is empty. */
export function filesBelow(root: string, folder: string, ...endings: string[]): string[] {
  const start = join(root, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

export function readText(root: string, file: string): string {
  return readFileSync(join(root, file), 'utf8').normalize('NFC');
}

/** Splits a Markdown file into front matter and body. Undefined if the front matter is not fenced by `---` lines. */
export function splitFrontMatter(text: string): { data: string; body: string; bodyLine: number } | undefined {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?(?:\n|$)/.exec(text);
  if (!match?.[1]) return undefined;
  return { data: match[1], body: text.slice(match[0].length), bodyLine: match[0].split('\n').length };
}
