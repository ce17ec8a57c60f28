import type { Language } from './languages.ts';

/** A stretch of text by its places in the source: from `start` up to, not including, `end`. */
export interface Range {
  start: number;
  end: number;
}

export type BlockKind = 'heading' | 'paragraph' | 'item' | 'quote';

/** A paragraph, a heading, an item of a list or a cell of a table. */
export interface Block extends Range {
  kind: BlockKind;
}

/** A finding that the writer answers for: `{/* easy: rule-id – the reason *\/}` in MDX, the same in an HTML comment in Markdown. */
export interface WrittenReason {
  rule: string;
  reason: string;
  /** Lines it covers, counted from 1: the next line with text; the whole file for rules about the whole text. */
  line: number;
}

export interface ReadText {
  source: string;
  format: Format;
  language: Language;
  /** As long as the source; everything that is not text for readers is spaces. */
  plain: string;
  blocks: Block[];
  bold: Range[];
  italic: Range[];
  links: number;
  reasons: WrittenReason[];
}

export type Format = 'text' | 'markdown';

/** Stands for what a component prints: a phone number, a figure, a name. Counts as one word. */
export const placeholder = '\uFFFC';

const reasonPattern = /^\s*easy:\s*([a-z-]+)\s*(?:–|—|-|:)?\s*(\S.*?)\s*$/s;
const frontMatter = /^---\r?\n.*?\n---[ \t]*(?:\r?\n|$)/s;
/** Components inside a line that print no words. */
const wordless = new Set(['Picture']);
/** Properties of components that readers see. */
const seenProperties = /\b(?:title|summary|label|caption)="([^"]*)"/g;

export function formatOf(file: string): Format {
  return /\.(?:md|mdx|markdown)$/i.test(file) ? 'markdown' : 'text';
}

/** Reads plain text, Markdown or MDX. Places of the result are places of the source, so that a finding can name its line. */
export function readText(source: string, format: Format, language: Language): ReadText {
  const text: ReadText = { source, format, language, plain: source, blocks: [], bold: [], italic: [], links: 0, reasons: [] };
  if (format === 'markdown') {
    readFrontMatter(text);
    removeCode(text);
    readEmphasis(text);
    readTags(text);
    readLinks(text);
  }
  text.plain = text.plain.replace(/https?:\/\/\S+|\bwww\.\S+/g, standIn);
  cutIntoBlocks(text);
  text.blocks.sort((a, b) => a.start - b.start);
  return text;
}

/** Line of a place, counted from 1. */
export function lineOf(source: string, place: number): number {
  let line = 1;
  for (let at = source.indexOf('\n'); at >= 0 && at < place; at = source.indexOf('\n', at + 1)) line += 1;
  return line;
}

export function isInside(place: number, ranges: readonly Range[]): boolean {
  return ranges.some(({ start, end }) => place >= start && place < end);
}

/** Whether a place is in the head of a Markdown file. */
export function isFrontMatter({ source, format }: ReadText, place: number): boolean {
  return format === 'markdown' && place < (frontMatter.exec(source)?.[0].length ?? 0);
}

/** Whether a place of a block stands between quotation marks. */
export function isQuoted({ plain }: ReadText, block: Block, place: number): boolean {
  const before = plain.slice(block.start, place);
  return (before.match(/[„«]/g)?.length ?? 0) > (before.match(/[”“»]/g)?.length ?? 0);
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

function standIn(text: string): string {
  return placeholder + blank(text.slice(1));
}

function overwrite(text: ReadText, { start, end }: Range, by: string): void {
  text.plain = text.plain.slice(0, start) + by + text.plain.slice(end);
}

/** Of the front matter readers see the title and the description. */
function readFrontMatter(text: ReadText): void {
  const found = frontMatter.exec(text.source);
  if (!found) return;
  let kept = blank(found[0]);
  for (const [key, kind] of [
    ['title', 'heading'],
    ['description', 'paragraph'],
  ] as const) {
    const line = new RegExp(`^${key}:[ \\t]*(["']?)(.+?)\\1[ \\t]*$`, 'm').exec(found[0]);
    const value = line?.[2];
    if (!line || value === undefined) continue;
    const start = line.index + line[0].lastIndexOf(value);
    kept = kept.slice(0, start) + value + kept.slice(start + value.length);
    text.blocks.push({ kind, start, end: start + value.length });
  }
  overwrite(text, { start: 0, end: found[0].length }, kept);
}

function removeCode(text: ReadText): void {
  text.plain = text.plain
    .replace(/\{\/\*(.*?)\*\/\}|<!--(.*?)-->/gs, (comment, ...parts: unknown[]) => {
      const [mdx, html, offset] = parts as [string | undefined, string | undefined, number];
      const [, rule, reason] = reasonPattern.exec(mdx ?? html ?? '') ?? [];
      if (rule && reason) text.reasons.push({ rule, reason, line: lineOf(text.source, offset + comment.length) + 1 });
      return blank(comment);
    })
    .replace(/^(```|~~~).*?^\1[ \t]*$/gms, blank)
    .replace(/^(?:import|export)\s.*$/gm, blank)
    .replace(/`[^`\n]+`/g, standIn)
    .replace(/:[a-z]+\[[^\]\n]*\]/g, standIn)
    .replace(/\{[^{}]*\}/g, blank);
}

function readTags(text: ReadText): void {
  const tags = [...text.plain.matchAll(/<\/?([A-Za-z][\w.]*)((?:"[^"]*"|[^<>"])*)>/g)];
  for (const tag of tags) {
    const [whole, name, properties = ''] = tag;
    const range = { start: tag.index, end: tag.index + whole.length };
    if (/^(?:PageLink|Link|a)$/.test(name ?? '') && !whole.startsWith('</')) text.links += 1;
    const isInline = properties.endsWith('/') && !wordless.has(name ?? '') && !isAloneOnLine(text.plain, range);
    let kept = isInline ? standIn(whole) : blank(whole);
    for (const property of whole.matchAll(seenProperties)) {
      const value = property[1] ?? '';
      const start = property.index + property[0].length - 1 - value.length;
      kept = kept.slice(0, start) + value + kept.slice(start + value.length);
      text.blocks.push({ kind: 'heading', start: range.start + start, end: range.start + start + value.length });
    }
    overwrite(text, range, kept);
  }
}

function isAloneOnLine(plain: string, { start, end }: Range): boolean {
  const before = plain.slice(plain.lastIndexOf('\n', start - 1) + 1, start);
  const next = plain.indexOf('\n', end);
  return before.trim() === '' && plain.slice(end, next < 0 ? undefined : next).trim() === '';
}

function readLinks(text: ReadText): void {
  text.plain = text.plain.replace(/(!?)\[([^\]\n^]+)\]\([^)\n]*\)/g, (link, picture: string, words: string) => {
    if (picture !== '') return blank(link);
    text.links += 1;
    return ` ${words}${' '.repeat(link.length - words.length - 1)}`;
  });
}

function readEmphasis(text: ReadText): void {
  const mark = (pattern: RegExp, width: number, ranges: Range[]) => {
    text.plain = text.plain.replace(pattern, (...parts: unknown[]) => {
      const whole = parts[0] as string;
      const offset = parts.at(-2) as number;
      ranges.push({ start: offset + width, end: offset + whole.length - width });
      return ' '.repeat(width) + whole.slice(width, -width) + ' '.repeat(width);
    });
  };
  mark(/(\*\*|__)(?=\S)(?:(?!\n\n).)+?(?<=\S)\1/gs, 2, text.bold);
  mark(/(?<![\p{L}\d*_])([*_])(?=[^\s*_])[^*_\n]+?(?<=\S)\1(?![\p{L}\d*_])/gu, 1, text.italic);
}

const item = /^(\s*(?:[-*+•▪]|\d{1,2}[.)])\s+(?:\[[ xX]\]\s+)?)\S/;

/** Turns lines into blocks and blanks the marks at their beginnings. */
function cutIntoBlocks(text: ReadText): void {
  const known = [...text.blocks];
  let last: Block | undefined;
  let open: Block | undefined;
  let at = 0;
  const place = (kind: BlockKind, start: number, end: number) => {
    open = { kind, start, end };
    text.blocks.push(open);
  };
  for (const line of text.plain.split('\n')) {
    const start = at;
    const end = at + line.length;
    at = end + 1;
    const first = start + line.search(/\S/);
    if (line.trim() === '' || /^\s*(?:[-*_]\s*){3,}$/.test(line)) {
      if (line.trim() !== '') overwrite(text, { start, end }, blank(line));
      open = undefined;
    } else if (known.some((block) => first >= block.start && first < block.end)) open = undefined;
    else if (item.test(line)) {
      const mark = item.exec(line)?.[1] ?? '';
      overwrite(text, { start, end: start + mark.length }, blank(mark));
      place('item', start + mark.length, end);
      last = open;
    } else if (text.format === 'text') {
      // Text taken from a PDF has empty lines inside sentences.
      const goesOn = last && /^\p{Ll}/u.test(line.trim()) && !/[.!?…:;]["”»)]*\s*$/.test(text.plain.slice(last.start, last.end));
      if (open) open.end = end;
      else if (last && goesOn) {
        last.end = end;
        open = last;
      } else place('paragraph', first, end);
      last = open;
    } else if (/^\s*#{1,6}\s/.test(line)) {
      const mark = /^\s*#+\s+/.exec(line)?.[0] ?? '';
      overwrite(text, { start, end: start + mark.length }, blank(mark));
      place('heading', start + mark.length, end);
      open = undefined;
    } else if (/^\s*>/.test(line)) {
      const mark = /^\s*>[\s>]*/.exec(line)?.[0] ?? '';
      overwrite(text, { start, end: start + mark.length }, blank(mark));
      if (mark.length === line.length) open = undefined;
      else if (open?.kind === 'quote') open.end = end;
      else place('quote', start + mark.length, end);
    } else if (/^\s*\|.*\|\s*$/.test(line)) {
      if (!/^[\s|:-]+$/.test(line))
        for (const cell of line.matchAll(/[^|]+/g))
          if (cell[0].trim() !== '')
            text.blocks.push({ kind: 'item', start: start + cell.index, end: start + cell.index + cell[0].length });
      overwrite(text, { start, end }, line.replaceAll('|', ' '));
      open = undefined;
    } else if (open) open.end = end;
    else place('paragraph', first, end);
  }
  if (text.format === 'text')
    for (const block of text.blocks) {
      // A short line by itself without a full stop is a heading.
      const words = text.plain.slice(block.start, block.end);
      if (
        block.kind === 'paragraph' &&
        !words.includes('\n') &&
        !/[.!?:;…]["”»)]*\s*$/.test(words) &&
        words.trim().split(/\s+/).length <= 10
      )
        block.kind = 'heading';
    }
}
