import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';

export type Weight = 'regular' | 'bold';

/** How a text is set: size in points, colour as #rrggbb. */
export interface Look {
  weight: Weight;
  size: number;
  colour: string;
}

/** A piece of text whose letters one font file holds. */
export interface Run {
  text: string;
  file: string;
}

const own = 'src/assets/fonts/print-';
const noto = 'node_modules/@fontsource/noto-sans/files/noto-sans-';

/** Font files of a weight by family, in the order in which they are asked for a letter. `npm run fonts` writes our own. */
function filesOf(family: 'own' | 'noto', weight: Weight): string[] {
  if (family === 'own') return ['latin', 'latin-ext'].map((part) => `${own}${part}-${weight}.ttf`);
  const number = { regular: 400, bold: 700 }[weight];
  return ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese'].map((part) => `${noto}${part}-${number}-normal.woff`);
}

const loaded = new Map<string, { data: Buffer; font: Font }>();

/** A font file and its reading, once for all sheets. */
export function fontAt(file: string): { data: Buffer; font: Font } {
  let found = loaded.get(file);
  if (!found) {
    const data = readFileSync(file);
    const font = create(data);
    if (!('layout' in font)) throw new Error(`${file}: is a collection of fonts. Name a file with one font.`);
    loaded.set(file, (found = { data, font }));
  }
  return found;
}

const cut = new Map<string, readonly Run[]>();

/**
 * Cuts a text where the font file changes. A text with a letter that our own family lacks is set in Noto as a whole; spaces stay
 * with the letters before them. Throws for a letter that no file holds.
 */
export function runsOf(text: string, weight: Weight): readonly Run[] {
  const key = weight + text;
  let runs = cut.get(key);
  if (!runs) cut.set(key, (runs = cutRuns(text, weight)));
  return runs;
}

function cutRuns(text: string, weight: Weight): Run[] {
  const family = [...text].every((letter) => /\s/.test(letter) || holds(filesOf('own', weight), letter)) ? 'own' : 'noto';
  const files = filesOf(family, weight);
  const runs: Run[] = [];
  for (const letter of text) {
    const last = runs.at(-1);
    const file = last && /\s/.test(letter) ? last.file : holds(files, letter);
    if (file === undefined) throw new Error(`No font file has the letter ${letter} of "${text}". Add one to src/paper/letters.ts.`);
    if (last?.file === file) last.text += letter;
    else runs.push({ text: letter, file });
  }
  return runs;
}

/** The first of some files that has a letter. */
function holds(files: readonly string[], letter: string): string | undefined {
  return files.find((file) => fontAt(file).font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
}

const widths = new Map<string, number>();

/** Width of a run in points. */
export function runWidth({ text, file }: Run, size: number): number {
  const key = file + text;
  let width = widths.get(key);
  if (width === undefined) {
    const { font } = fontAt(file);
    widths.set(key, (width = font.layout(text).advanceWidth / font.unitsPerEm));
  }
  return width * size;
}

/** Width of a text on one line, in points. */
export function textWidth(text: string, { weight, size }: Pick<Look, 'weight' | 'size'>): number {
  return runsOf(text, weight).reduce((sum, run) => sum + runWidth(run, size), 0);
}

/** Breaks a text at its spaces into lines of at most `width` points. A longer word stands on a line of its own. */
export function linesOf(text: string, look: Pick<Look, 'weight' | 'size'>, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (line && textWidth(longer, look) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line ? [...lines, line] : lines;
}

/** The same number of lines, as even as possible: no word is left alone on the last one. */
export function evenLinesOf(text: string, look: Pick<Look, 'weight' | 'size'>, width: number): string[] {
  const count = linesOf(text, look, width).length;
  let narrow = width / 2;
  for (let step = width / 4; step > 1; step /= 2) narrow += linesOf(text, look, narrow).length > count ? step : -step;
  return [width, narrow + 2].map((one) => linesOf(text, look, one)).findLast((lines) => lines.length === count) ?? [];
}
