import { readFileSync } from 'node:fs';
import { qrCode } from '../queries/qr-code.ts';
import { mm, type PaperDocument } from './document.ts';

interface Shape {
  element: string;
  /** An attribute of the shape or of what is around it. */
  attribute: (name: string) => string | undefined;
  /** Turns of the shape and of what is around it, from the outermost: degrees, and the point they turn about. */
  turns: readonly [number, number, number][];
}

interface Drawing {
  /** The viewBox. */
  width: number;
  height: number;
  shapes: Shape[];
}

const drawings = new Map<string, Drawing>();

/** A drawing of src/assets by its path without ending: paths, circles, ellipses and rectangles, in groups. */
function drawingOf(name: string): Drawing {
  let drawing = drawings.get(name);
  if (!drawing) drawings.set(name, (drawing = readDrawing(`src/assets/${name}.svg`)));
  return drawing;
}

function readDrawing(file: string): Drawing {
  const svg = readFileSync(file, 'utf8');
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  if (!width || !height) throw new Error(`${file}: has no viewBox that begins at 0 0`);
  const around: Map<string, string>[] = [];
  const shapes: Shape[] = [];
  for (const [, end, element = '', source = ''] of svg.matchAll(/<(\/?)(svg|g|path|circle|ellipse|rect)\b([^>]*)>/g)) {
    if (end) around.pop();
    else if (element === 'svg' || element === 'g') around.push(attributesOf(source));
    else {
      const all = [...around, attributesOf(source)];
      shapes.push({
        element,
        attribute: (name) => all.findLast((one) => one.has(name))?.get(name),
        turns: all.flatMap((one) => turnOf(one.get('transform'), file)),
      });
    }
  }
  return { width: Number(width), height: Number(height), shapes };
}

function turnOf(transform: string | undefined, file: string): [number, number, number][] {
  if (transform === undefined) return [];
  const [, angle, x, y] = /^rotate\((\S+) (\S+) (\S+)\)$/.exec(transform) ?? [];
  if (!angle || !x || !y) throw new Error(`${file}: "${transform}" cannot be drawn on paper. Teach it to src/paper/pictures.ts.`);
  return [[Number(angle), Number(x), Number(y)]];
}

function attributesOf(source: string): Map<string, string> {
  return new Map([...source.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
}

/** Draws a picture of src/assets `width` millimetres wide; `colour` stands for currentColor. */
export function drawPicture(
  { pdf }: PaperDocument,
  name: string,
  [x, y]: readonly [number, number],
  width: number,
  colour = '#000000',
): void {
  const drawing = drawingOf(name);
  pdf.save();
  pdf.translate(x * mm, y * mm).scale((width / drawing.width) * mm);
  for (const shape of drawing.shapes) drawShape(pdf, shape, colour);
  pdf.restore();
}

function drawShape(pdf: PDFKit.PDFDocument, { element, attribute, turns }: Shape, colour: string): void {
  const number = (name: string, otherwise = 0) => Number(attribute(name) ?? otherwise);
  pdf.save();
  for (const [angle, x, y] of turns) pdf.rotate(angle, { origin: [x, y] });
  if (element === 'path') pdf.path(attribute('d') ?? '');
  else if (element === 'circle') pdf.circle(number('cx'), number('cy'), number('r'));
  else if (element === 'ellipse') pdf.ellipse(number('cx'), number('cy'), number('rx'), number('ry'));
  else drawBox(pdf, number('x'), number('y'), number('width'), number('height'), number('rx'));
  pdf.lineWidth(number('stroke-width', 1));
  pdf.lineCap(attribute('stroke-linecap') ?? 'butt');
  pdf.lineJoin(attribute('stroke-linejoin') ?? 'miter');
  pdf.addContent(`[${(attribute('stroke-dasharray') ?? '').replaceAll(',', ' ')}] 0 d`);
  pdf.fillOpacity(number('fill-opacity', 1));
  const fill = attribute('fill') ?? '#000000';
  const named = attribute('stroke')?.replace('currentColor', colour);
  const stroke = named === 'none' ? undefined : named;
  if (stroke && fill !== 'none') pdf.fillAndStroke(fill, stroke);
  else if (stroke) pdf.stroke(stroke);
  else pdf.fill(fill);
  pdf.restore();
}

function drawBox(pdf: PDFKit.PDFDocument, x: number, y: number, width: number, height: number, round: number): void {
  if (round > 0) pdf.roundedRect(x, y, width, height, Math.min(round, width / 2, height / 2));
  else pdf.rect(x, y, width, height);
}

/** Draws a QR code `size` millimetres wide, without the empty edge that scanners need around it. */
export function drawQrCode({ pdf }: PaperDocument, text: string, x: number, y: number, size: number, colour: string): void {
  const { width, path } = qrCode(text);
  pdf.save();
  pdf.translate(x * mm, y * mm).scale((size / width) * mm);
  pdf.path(path).fill(colour);
  pdf.restore();
}
