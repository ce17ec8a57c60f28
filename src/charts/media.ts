import type { Glyph } from 'fontkit';
import { fontAt, runsOf } from '../paper/letters.ts';
import { escaped, short, type Medium, type TextPlace } from './bar-chart.ts';

/**
 * A chart inside a page: as wide as its place, letters as large as the reader’s own, colours of the page in light, dark, print and forced
 * colours. It needs no style of its own, because presentation attributes may name the page’s custom properties.
 */
export function onPage(id: string): Medium {
  const length = (rems: number) => `${short(rems)}rem`;
  return {
    across: (part) => `${short(part * 100)}%`,
    length,
    root: (height) => `<svg width="100%" height="${length(height)}" fill="currentColor" font-size="${length(0.9375)}"`,
    colours: {
      bar: 'currentColor',
      ground: 'var(--color-card)',
      text: 'var(--color-ink)',
      softText: 'var(--color-ink-soft)',
    },
    isAlone: false,
    lettersOnLine: 30,
    text: ({ x, y, shift, weight, colour }, text) =>
      `<text x="${x}" y="${length(y)}"${shift ? ` dx="${length(shift)}"` : ''} fill="${colour}"${weight === 'bold' ? ' font-weight="650"' : ''}>${escaped(text)}</text>`,
    id,
  };
}

const WIDTH = 800;
const REM = 22;
const MARGIN = 32;
const colours = { bar: '#0b4a50', ground: '#ffffff', text: '#1c2029', softText: '#454a57' };

/**
 * A chart as a file of its own, 800 wide. Letters are text, to be edited, or outlines of our own fonts, so that every machine draws the
 * same picture from it.
 */
export function inFile(id: string, letters: 'text' | 'outlines'): Medium {
  const inner = WIDTH - 2 * MARGIN;
  const px = (rems: number) => short(rems * REM);
  const size = REM * 0.95;
  const written = ({ x, y, shift, weight, colour }: TextPlace, text: string) =>
    `<text x="${short(Number(x) + shift * REM)}" y="${px(y)}" fill="${colour}"${weight === 'bold' ? ' font-weight="bold"' : ''}>${escaped(text)}</text>`;
  return {
    across: (part) => short(part * inner),
    length: px,
    root: (height) => {
      const whole = short(height * REM + 2 * MARGIN);
      return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${whole}" viewBox="${-MARGIN} ${-MARGIN} ${WIDTH} ${whole}" font-family="'Atkinson Hyperlegible Next', Arial, sans-serif" font-size="${short(size)}"`;
    },
    colours,
    isAlone: true,
    lettersOnLine: 66,
    text: letters === 'text' ? written : (place, text) => outlined(place, text, size),
    id,
  };
}

/** A line of text as one path. */
function outlined({ x, y, shift, weight, colour }: TextPlace, text: string, size: number): string {
  let pen = Number(x) + shift * REM;
  const foot = (y * REM).toFixed(1);
  const strokes: string[] = [];
  // The fonts have no narrow no-break space.
  for (const run of runsOf(text.replaceAll('\u202f', '\u00a0'), weight)) {
    const { font } = fontAt(run.file);
    const scale = size / font.unitsPerEm;
    const { glyphs, positions } = font.layout(run.text);
    for (const [index, glyph] of glyphs.entries()) {
      const place = positions[index];
      if (!place) continue;
      const outline = outlineOf(glyph, `${run.file} ${glyph.id} ${size}`, scale);
      if (outline !== '') strokes.push(`M${(pen + place.xOffset * scale).toFixed(1)} ${foot}${outline}`);
      pen += place.xAdvance * scale;
    }
  }
  return `<path fill="${colour}" d="${strokes.join('')}"/>`;
}

const outlines = new Map<string, string>();

/** The outline of a letter from its foot, in relative steps, so that it is made once however often the letter stands. */
function outlineOf({ path }: Glyph, key: string, scale: number): string {
  let outline = outlines.get(key);
  if (outline !== undefined) return outline;
  outline = '';
  // Where the pen is, and where the present contour began, in hundredths: rounding must not add up.
  let [penX, penY, startX, startY] = [0, 0, 0, 0];
  for (const { command, args } of path.commands) {
    const points = args.map((value, index) => Math.round(value * scale * (index % 2 === 0 ? 100 : -100)));
    outline += (letters[command] ?? '') + points.map((value, index) => (value - (index % 2 === 0 ? penX : penY)) / 100).join(' ');
    if (command === 'closePath') [penX, penY] = [startX, startY];
    else [penX, penY] = [points.at(-2) ?? penX, points.at(-1) ?? penY];
    if (command === 'moveTo') [startX, startY] = [penX, penY];
  }
  outlines.set(key, outline);
  return outline;
}

const letters: Record<string, string> = { moveTo: 'm', lineTo: 'l', quadraticCurveTo: 'q', bezierCurveTo: 'c', closePath: 'z' };
