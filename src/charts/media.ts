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
  const foot = y * REM;
  const strokes: string[] = [];
  // The fonts have no narrow no-break space.
  for (const run of runsOf(text.replaceAll('\u202f', '\u00a0'), weight)) {
    const { font } = fontAt(run.file);
    const scale = size / font.unitsPerEm;
    const { glyphs, positions } = font.layout(run.text);
    for (const [index, glyph] of glyphs.entries()) {
      const place = positions[index];
      if (!place) continue;
      for (const { command, args } of glyph.path.commands) strokes.push(pathPart(command, args, pen + place.xOffset * scale, foot, scale));
      pen += place.xAdvance * scale;
    }
  }
  return `<path fill="${colour}" d="${strokes.join('')}"/>`;
}

const commands: Record<string, string> = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' };

function pathPart(command: string, args: readonly number[], x: number, y: number, scale: number): string {
  const points = args.map((value, index) => (index % 2 === 0 ? x + value * scale : y - value * scale).toFixed(1));
  return `${commands[command] ?? ''}${points.join(' ')}`;
}
