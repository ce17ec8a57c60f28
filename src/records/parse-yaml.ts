import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem.ts';

/** A value together with the line it begins at. */
export interface Located<T> {
  value: T;
  file: string;
  line: number;
}

export interface Parsed<T> {
  value: T | undefined;
  problems: Problem[];
  /** The line (from 1) at which the value at a path begins. */
  lineOf: (path: readonly PropertyKey[]) => number;
}

/**
 * Parses YAML text by a zod schema. Every fault is reported at its line and field; nothing is thrown.
 * `firstLine` is the file's line on which `text` begins (front matter begins at 2).
 */
export function parseYaml<T>(file: string, text: string, schema: z.ZodType<T>, firstLine = 1): Parsed<T> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, schema: 'core' });
  const place = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const lines = new Map([['', firstLine]]);
  if (document.contents !== null) collectLines(document.contents, '', lines, (offset) => place(offset).line);
  const lineOf = lineFinder(lines);
  if (document.errors.length > 0) {
    const problems = document.errors.slice(0, 1).map((error) => ({
      file,
      ...place(error.pos[0]),
      message: `is not valid YAML: ${error.message.replaceAll(/\s+/g, ' ')}`,
      remedy: 'compare the spaces at the line’s beginning, the colons and the quotation marks with a neighbouring record',
    }));
    return { value: undefined, problems, lineOf };
  }
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { value: parsed.data, problems: [], lineOf };
  const problems = parsed.error.issues.map((issue): Problem => {
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
    return {
      file,
      ...place(offsetOf(document, path)),
      field: path.join('.') || '(whole file)',
      message: messageOf(issue),
      remedy: remedyOf(issue),
    };
  });
  return { value: undefined, problems, lineOf };
}

/** Closes over the lines alone: a record is kept for the whole build, and its parsed document would take up many times its memory. */
function lineFinder(lines: ReadonlyMap<string, number>): (path: readonly PropertyKey[]) => number {
  return (path) => {
    for (let length = path.length; length >= 0; length--) {
      const line = lines.get(keyOf(path.slice(0, length)));
      if (line !== undefined) return line;
    }
    return 1;
  };
}

function keyOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part)}`).join('');
}

/** The line of a node and of everything in it, by path; an empty value has the line of its key. */
function collectLines(node: Node, at: string, lines: Map<string, number>, lineAt: (offset: number) => number): void {
  if (node.range) lines.set(at, lineAt(node.range[0]));
  if (isSeq<Node | null>(node))
    for (const [index, item] of node.items.entries()) if (item) collectLines(item, `${at}/${index}`, lines, lineAt);
  if (!isMap<Node, Node | null>(node)) return;
  for (const { key, value } of node.items) {
    const path = `${at}/${isScalar(key) ? String(key.value) : ''}`;
    if (key.range) lines.set(path, lineAt(key.range[0]));
    if (value) collectLines(value, path, lines, lineAt);
  }
}

/** Where a path begins in the text; the nearest existing parent if the path is missing. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isRanged(node)) return node.range[0];
    const key = keyOffset(document, path.slice(0, length));
    if (key !== undefined) return key;
  }
  return isRanged(document.contents) ? document.contents.range[0] : 0;
}

/** An empty value has no place of its own; its key has. */
function keyOffset(document: Document.Parsed, path: readonly PropertyKey[]): number | undefined {
  const parent: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (typeof parent !== 'object' || parent === null || !('items' in parent) || !Array.isArray(parent.items)) return undefined;
  const pair: unknown = parent.items.find((item: unknown) => {
    const key: unknown = typeof item === 'object' && item !== null && 'key' in item ? item.key : undefined;
    return typeof key === 'object' && key !== null && 'value' in key && key.value === path.at(-1);
  });
  const key: unknown = typeof pair === 'object' && pair !== null && 'key' in pair ? pair.key : undefined;
  return isRanged(key) ? key.range[0] : undefined;
}

function isRanged(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `there is no field "${issue.keys.join('", "')}"`;
  if (issue.code === 'invalid_type' && issue.input === undefined && !issue.message.startsWith('is not'))
    return 'is missing or has the wrong form';
  if (issue.code === 'invalid_value') return `is not one of: ${issue.values.map(String).join(', ')}`;
  return issue.message;
}

function remedyOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys' && issue.keys.some((key) => key.includes(' '))) {
    return 'put the whole text into quotation marks: inside { } a comma ends it';
  }
  if (issue.code === 'unrecognized_keys') return 'correct the spelling or delete the line; content/README.md lists the fields';
  if (issue.code === 'invalid_type') return `write a value of the form ${issue.expected}; content/README.md lists the fields`;
  if (issue.code === 'invalid_value') return 'choose one of them';
  if (issue.code === 'too_small') return 'write more, or add an entry';
  if (issue.code === 'too_big') return 'shorten it';
  return 'correct the value';
}
