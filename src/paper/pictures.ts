import { readFileSync } from 'node:fs';
import { qrCode } from '../queries/qr-code.ts';
import { mm, type PaperDocument } from './document.ts';

interface Shape {
  element: string;
  /** An attribute of the shape or of what is around it. */
  attribute: (name: string) => string | undefined;
}

interface Drawing {
  /** The viewBox. */
  width: number;
  height: number;
  shapes: Shape[];
}

const drawings = new Map<string, Drawing>();

/** A drawing of src/assets by its path without ending: paths, circles and ellipses in at most one group. */
function drawingOf(name: string): Drawing {
  let drawing = drawings.get(name);
  if (!drawing) drawings.set(name, (drawing = readDrawing(`src/assets/${name}.svg`)));
  return drawing;
}

function readDrawing(file: string): Drawing {
  const svg = readFileSync(file, 'utf8');
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  if (!width || !height) throw new Error(`${file}: has no viewBox that begins at 0 0`);
  const around = attributesOf((/<svg\b([^>]*)>/.exec(svg)?.[1] ?? '') + (/<g\b([^>]*)>/.exec(svg)?.[1] ?? ''));
  const shapes = [...svg.matchAll(/<(path|circle|ellipse)\b([^>]*)>/g)].map(([, element = '', source = '']): Shape => {
    const attributes = attributesOf(source);
    return { element, attribute: (name) => attributes.get(name) ?? around.get(name) };
  });
  return { width: Number(width), height: Number(height), shapes };
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

function drawShape(pdf: PDFKit.PDFDocument, { element, attribute }: Shape, colour: string): void {
  const number = (name: string, otherwise = 0) => Number(attribute(name) ?? otherwise);
  pdf.save();
  if (element === 'path') pdf.path(attribute('d') ?? '');
  else if (element === 'circle') pdf.circle(number('cx'), number('cy'), number('r'));
  else pdf.ellipse(number('cx'), number('cy'), number('rx'), number('ry'));
  pdf.lineWidth(number('stroke-width', 1));
  pdf.lineCap(attribute('stroke-linecap') ?? 'butt');
  pdf.lineJoin(attribute('stroke-linejoin') ?? 'miter');
  pdf.addContent(`[${(attribute('stroke-dasharray') ?? '').replaceAll(',', ' ')}] 0 d`);
  pdf.fillOpacity(number('fill-opacity', 1));
  const fill = attribute('fill') ?? '#000000';
  const stroke = attribute('stroke')?.replace('currentColor', colour);
  if (stroke && fill !== 'none') pdf.fillAndStroke(fill, stroke);
  else if (stroke) pdf.stroke(stroke);
  else pdf.fill(fill);
  pdf.restore();
}

/** Draws a QR code `size` millimetres wide, without the empty edge that scanners need around it. */
export function drawQrCode({ pdf }: PaperDocument, text: string, x: number, y: number, size: number, colour: string): void {
  const { width, path } = qrCode(text);
  pdf.save();
  pdf.translate(x * mm, y * mm).scale((size / width) * mm);
  pdf.path(path).fill(colour);
  pdf.restore();
}
