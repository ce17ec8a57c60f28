import { readFileSync } from 'node:fs';
import bidiFactory from 'bidi-js';
import { create, type Font } from 'fontkit';
import { unpackWoff } from './woff.ts';

export type Weight = 'regular' | 'bold';

/** How a text is set: size in points, colour as #rrggbb. */
export interface Look {
  weight: Weight;
  size: number;
  colour: string;
  /** Of the whole text; ltr unless told otherwise. */
  direction?: 'ltr' | 'rtl';
}

/** A piece of text whose letters one font file holds. */
export interface Run {
  text: string;
  file: string;
}

const own = 'src/assets/fonts/print-';
const noto = 'node_modules/@fontsource/noto-sans';
const notoScripts = ['arabic', 'armenian', 'bengali', 'devanagari', 'georgian', 'sinhala', 'thai'];

/** Font files of a weight by family, in the order in which they are asked for a letter. `npm run fonts` writes our own. */
function filesOf(family: 'own' | 'noto', weight: Weight): string[] {
  if (family === 'own') return ['latin', 'latin-ext'].map((part) => `${own}${part}-${weight}.ttf`);
  const number = { regular: 400, bold: 700 }[weight];
  return [
    ...['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese'].map((part) => `${noto}/files/noto-sans-${part}`),
    ...notoScripts.map((script) => `${noto}-${script}/files/noto-sans-${script}-${script}`),
  ]
    .map((start) => `${start}-${number}-normal.woff`)
    .concat(`${own}han-${weight}.ttf`);
}

const loaded = new Map<string, { data: Buffer; font: Font }>();

/** A font file and its reading, once for all sheets. */
export function fontAt(file: string): { data: Buffer; font: Font } {
  let found = loaded.get(file);
  if (!found) {
    const source = readFileSync(file);
    const data = file.endsWith('.woff') ? unpackWoff(source) : source;
    const font = create(data);
    if (!('layout' in font)) throw new Error(`${file}: is a collection of fonts. Name a file with one font.`);
    loaded.set(file, (found = { data, font }));
  }
  return found;
}

const cut = new Map<string, readonly Run[]>();

/**
 * Cuts a text where the font file changes. A text with a letter that our own family lacks is set in Noto as a whole. Throws for a letter that no file holds.
 */
export function runsOf(text: string, weight: Weight): readonly Run[] {
  const key = weight + text;
  let runs = cut.get(key);
  if (!runs) cut.set(key, (runs = cutRuns(text, weight)));
  return runs;
}

function cutRuns(text: string, weight: Weight): Run[] {
  const family = [...text].every((letter) => joins.test(letter) || holds(filesOf('own', weight), letter)) ? 'own' : 'noto';
  const files = filesOf(family, weight);
  const runs: Run[] = [];
  for (const letter of text) {
    const last = runs.at(-1);
    const file = last && joins.test(letter) ? last.file : holds(last ? [last.file, ...files] : files, letter);
    if (file === undefined)
      throw new Error(
        `No font file has the letter ${letter} of "${text}". Run npm run fonts if it is Chinese; else add a font to src/paper/letters.ts.`,
      );
    if (last?.file === file) last.text += letter;
    else runs.push({ text: letter, file });
  }
  return runs;
}

/** Signs that shape the letter before them and are nothing without it. */
const joins = /[\p{M}\p{Cf}]/u;

const bidi = bidiFactory();

/** The runs of one line from left to right, as they are drawn. Where writing runs to the left, each word is a run. */
export function drawnRunsOf(line: string, { weight, direction = 'ltr' }: Pick<Look, 'weight' | 'direction'>): readonly Run[] {
  if (direction === 'ltr') return runsOf(line, weight);
  const { levels } = bidi.getEmbeddingLevels(line, direction);
  const runs: (Run & { level: number })[] = [];
  let at = 0;
  for (const { text, file } of runsOf(line, weight)) {
    let isNew = true;
    for (const letter of text) {
      const level = levels[at] ?? 0;
      const last = runs.at(-1);
      const isJoined = !isNew && last?.level === level && letter !== ' ' && last.text !== ' ';
      const drawn = level % 2 === 1 ? (bidi.getMirroredCharacter(letter) ?? letter) : letter;
      if (isJoined) last.text += drawn;
      else runs.push({ text: drawn, file, level });
      isNew = false;
      at += letter.length;
    }
  }
  return leftToRight(runs);
}

/** Rule L2 of the Unicode bidirectional algorithm. */
function leftToRight<T extends { level: number }>(runs: readonly T[]): T[] {
  const order = [...runs];
  const levels = runs.map(({ level }) => level);
  for (let level = Math.max(...levels); level > 0; level -= 1) {
    for (let start = 0; start < order.length; start += 1) {
      let end = start;
      while ((order[end]?.level ?? -1) >= level) end += 1;
      order.splice(start, end - start, ...order.slice(start, end).reverse());
      start = end;
    }
  }
  return order;
}

/** The first of some files that has a letter. */
function holds(files: readonly string[], letter: string): string | undefined {
  return files.find((file) => fontAt(file).font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
}

const widths = new Map<string, number>();

/** Width of a run in points: that of its words, as pdfkit lays them out. */
export function runWidth({ text, file }: Run, size: number): number {
  let sum = 0;
  for (const word of text.split(/(?<=[ \t])/)) {
    const key = file + word;
    let width = widths.get(key);
    if (width === undefined) {
      const { font } = fontAt(file);
      widths.set(key, (width = font.layout(word).advanceWidth / font.unitsPerEm));
    }
    sum += width;
  }
  return sum * size;
}

/** Width of a text on one line, in points. */
export function textWidth(text: string, { weight, size }: Pick<Look, 'weight' | 'size'>): number {
  return runsOf(text, weight).reduce((sum, run) => sum + runWidth(run, size), 0);
}

/** Breaks a text into lines of at most `width` points. What cannot be broken and is longer stands on a line of its own. */
export function linesOf(text: string, look: Pick<Look, 'weight' | 'size'>, width: number): string[] {
  const lines: string[] = [];
  let [line, end] = ['', 0];
  for (const piece of piecesOf(text)) {
    if (line && end + textWidth(piece.trimEnd(), look) > width) {
      lines.push(line.trimEnd());
      [line, end] = ['', 0];
    }
    line += piece;
    end += textWidth(piece, look);
  }
  return line ? [...lines, line.trimEnd()] : lines;
}

const words = new Intl.Segmenter('th', { granularity: 'word' });
const isUnspaced = /[\p{Script=Thai}\p{Script=Han}]/u;
const closes = /[、。！），：；？]/u;
const broken = new Map<string, readonly string[]>();

/** The pieces between which a line may end: after a space, and between the words of a script that puts no spaces. */
function piecesOf(text: string): readonly string[] {
  let pieces = broken.get(text);
  if (!pieces) broken.set(text, (pieces = isUnspaced.test(text) ? unspacedPieces(text) : text.split(/(?<= )/)));
  return pieces;
}

function unspacedPieces(text: string): string[] {
  const pieces: string[] = [];
  for (const { segment } of words.segment(text)) {
    const last = pieces.at(-1) ?? ' ';
    const before = last.slice(-1);
    const isOpen = closes.test(before) ? !closes.test(segment) : isUnspaced.test(before) && isUnspaced.test(segment);
    const mayBreak = before === ' ' ? !segment.startsWith(' ') : isOpen;
    if (mayBreak) pieces.push(segment);
    else pieces.push((pieces.pop() ?? '') + segment);
  }
  return pieces;
}

/** The same number of lines, as even as possible: no word is left alone on the last one. */
export function evenLinesOf(text: string, look: Pick<Look, 'weight' | 'size'>, width: number): string[] {
  const count = linesOf(text, look, width).length;
  let narrow = width / 2;
  for (let step = width / 4; step > 1; step /= 2) narrow += linesOf(text, look, narrow).length > count ? step : -step;
  return [width, narrow + 2].map((one) => linesOf(text, look, one)).findLast((lines) => lines.length === count) ?? [];
}
