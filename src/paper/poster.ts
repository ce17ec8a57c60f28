import { helpCheckedOn } from '../queries/help-in-languages.ts';
import { paperSizes, strips } from '../queries/paper-sizes.ts';
import { posterWords, type PaperCall, type PosterWords } from '../queries/paper-words.ts';
import type { PosterSheet } from '../queries/paper.ts';
import { colours } from './colours.ts';
import { mm, PaperDocument } from './document.ts';
import { linesOf, textWidth, type Look, type Weight } from './letters.ts';
import { drawPicture, drawQrCode } from './pictures.ts';
import { drawStrips } from './strips.ts';

/** Everything above the strips is drawn on a sheet 210 wide and blown up to the paper's width. */
const drawnWidth = paperSizes.a4[0];
const margin = 12;
const bowl = { ratio: 360 / 440, overhang: 7 };
/** Height of what stands below the coloured ground. */
const lowerPart = 90;
const codeSize = 25;
const codesLeft = drawnWidth - margin - 35;

/** A poster with the false-colour bowl, the numbers, two QR codes and strips to tear off. `origin` is scheme and host of the site. */
export async function drawPoster({ locale, size }: PosterSheet, origin: string): Promise<Uint8Array<ArrayBuffer>> {
  const words = await posterWords(locale);
  const [width, height] = paperSizes[size];
  const scale = width / drawnWidth;
  const sheet = new PaperDocument({ title: words.title, lang: locale, size: [width, height], day: helpCheckedOn() });
  const upper = (height - strips.height) / scale;
  sheet.pdf.save();
  sheet.pdf.scale(scale);
  drawGround(sheet, words, upper - lowerPart);
  drawCalls(sheet, words, upper - lowerPart + bowl.overhang);
  drawCodes(sheet, words, { top: upper - lowerPart + 11, scale }, origin);
  drawNearby(sheet, words, upper - 7.5);
  sheet.pdf.restore();
  drawStrips(sheet, words, size);
  return sheet.bytes();
}

function look(weight: Weight, size: number, colour: string = colours.ink): Look {
  return { weight, size, colour };
}

/** The largest size, in points, at which a text takes at most so many lines. */
function sizeFor(text: string, sizes: readonly number[], width: number, lines: number): number {
  const fitting = sizes.find((size) => linesOf(text, { weight: 'bold', size }, width * mm).length <= lines);
  return fitting ?? sizes.at(-1) ?? 12;
}

/** The coloured ground with title and lead, and the bowl standing over its lower edge. */
function drawGround(sheet: PaperDocument, { title, lead, lang }: PosterWords, bottom: number): void {
  const [left, top] = [10, 10];
  const inner = left + 9;
  sheet.decoration(() =>
    sheet.pdf.roundedRect(left * mm, top * mm, (drawnWidth - 2 * left) * mm, (bottom - top) * mm, 6 * mm).fill(colours.ground),
  );
  const size = sizeFor(title, [58, 54, 50, 46, 42], drawnWidth - 2 * inner, 2);
  const leading = size * 0.385;
  let last = 0;
  sheet.words('H1', lang, () => {
    last = sheet.block(title, inner, top + 8 + size * 0.29, look('bold', size), { width: drawnWidth - 2 * inner, leading, isEven: true });
  });
  const room = bottom + bowl.overhang - last - 6;
  const width = Math.min(136, room / bowl.ratio);
  sheet.decoration(() =>
    drawPicture(sheet, 'fruit/bowl', [drawnWidth - left - 4 - width, bottom + bowl.overhang - width * bowl.ratio], width),
  );
  const column = { width: drawnWidth - left - width - inner + 2, leading: 5.9, isEven: true };
  const lines = linesOf(lead, look('regular', 13), column.width * mm).length;
  sheet.words('P', lang, () => sheet.block(lead, inner, bottom - 9 - (lines - 1) * column.leading, look('regular', 13), column));
}

function drawCalls(sheet: PaperDocument, { calls: [emergency, helpline, ...others], promise, lang }: PosterWords, top: number): void {
  const first = top + 17;
  const [red, green, small] = [look('bold', 50, colours.emergency), look('bold', 33, colours.number), look('bold', 15.5, colours.number)];
  const ends = [
    ...(emergency ? [drawCall(sheet, emergency, lang, { x: margin, y: first, width: 43, number: red, words: 10.5 })] : []),
    ...(helpline ? [drawCall(sheet, helpline, lang, { x: margin + 47, y: first, width: 96, number: green, words: 10.5 })] : []),
  ];
  const second = Math.max(...ends) + 11.5;
  const ended = others.map((call, index) =>
    drawCall(sheet, call, lang, { x: margin + index * 48, y: second, width: 45, number: small, words: 9.5 }),
  );
  sheet.words('P', lang, () =>
    sheet.block(promise, margin, Math.max(...ended) + 8, look('bold', 10.5), { width: codesLeft - margin, leading: 4.8, isEven: true }),
  );
}

interface Place {
  x: number;
  /** Baseline of the number. */
  y: number;
  width: number;
  number: Look;
  /** Size of the words below it, in points. */
  words: number;
}

/** Returns the baseline of its last line. */
function drawCall(
  sheet: PaperDocument,
  { number, reason, hours }: PaperCall,
  lang: string,
  { x, y, width, number: numberLook, words }: Place,
): number {
  const column = { width, leading: words * 0.45 };
  let last = y;
  sheet.words('P', lang, () => {
    sheet.line(number, x, y, numberLook);
    last = sheet.block(reason, x, y + words * 0.58, look('bold', words), column);
    if (hours !== '') last = sheet.block(hours, x, last + column.leading, look('regular', words), column);
  });
  return last;
}

function drawCodes(
  sheet: PaperDocument,
  { codes, lang }: PosterWords,
  { top, scale }: { top: number; scale: number },
  origin: string,
): void {
  codes.forEach(({ path, caption }, index) => {
    const y = top + index * (codeSize + 11);
    const [x, size] = [codesLeft + 10, codeSize];
    sheet.figure(origin + path, [x * scale, y * scale, size * scale, size * scale], () =>
      drawQrCode(sheet, origin + path, x, y, size, colours.ink),
    );
    const lines = linesOf(caption, look('bold', 8), (size + 10) * mm);
    sheet.words('P', lang, () =>
      lines.forEach((line, row) =>
        sheet.line(line, x + size - textWidth(line, look('bold', 8)) / mm, y + size + 3.6 + row * 3.4, look('bold', 8)),
      ),
    );
  });
}

/** The line for a contact of the place where the poster hangs, and the day of the check. */
function drawNearby(sheet: PaperDocument, { nearby, checked, lang }: PosterWords, baseline: number): void {
  const label = look('regular', 10, colours.soft);
  const note = look('regular', 6.5, colours.soft);
  sheet.words('P', lang, () => {
    const end = sheet.line(`${nearby}:`, margin, baseline, label);
    sheet.rule([end + 2, baseline + 0.8], [drawnWidth - margin, baseline + 0.8], { colour: colours.cut });
  });
  sheet.words('P', lang, () => sheet.line(checked, drawnWidth - margin - textWidth(checked, note) / mm, baseline + 4.2, note));
}
