import { paperSizes, stripCount, strips, type PaperSize } from '../queries/paper-sizes.ts';
import type { PosterWords } from '../queries/paper-words.ts';
import { colours } from './colours.ts';
import { mm, type PaperDocument } from './document.ts';
import { linesOf, textWidth, type Look } from './letters.ts';

/** From the lower edge of the paper to the words. */
const foot = 8;

const number: Look = { weight: 'bold', size: 14.5, colour: colours.number };
const emergency: Look = { weight: 'bold', size: 12, colour: colours.emergency };
const text: Look = { weight: 'regular', size: 7.4, colour: colours.ink };

/** Strips along the lower edge, each with the helpline and the emergency number, to be cut between. Neither says what it is about. */
export function drawStrips(sheet: PaperDocument, words: PosterWords, size: PaperSize): void {
  const [width, height] = paperSizes[size];
  const { edge } = strips;
  const count = stripCount(size);
  const each = (width - 2 * edge) / count;
  const top = height - strips.height;
  sheet.decoration(() => {
    const cut = { colour: colours.cut, dash: [1.2, 0.9] };
    sheet.rule([0, top], [width, top], cut);
    for (let index = 0; index <= count; index += 1) sheet.rule([edge + index * each, top], [edge + index * each, height], cut);
  });
  for (let index = 0; index < count; index += 1) drawStrip(sheet, words, edge + index * each, each, height);
}

/** Written from the foot upwards. */
function drawStrip(sheet: PaperDocument, { calls, lang }: PosterWords, x: number, width: number, bottom: number): void {
  const [danger, helpline] = calls;
  if (!danger || !helpline) return;
  const room = strips.height - foot - 4;
  const lines = [helpline.reason, helpline.hours].flatMap((line) => linesOf(line, text, room * mm));
  const content = 5 + lines.length * 3.1 + 6;
  const start = (width - content) / 2;
  sheet.words('P', lang, () => {
    sheet.pdf.save();
    sheet.pdf.translate(x * mm, (bottom - foot) * mm).rotate(-90);
    sheet.line(helpline.number, 0, start + 4, number);
    lines.forEach((line, index) => sheet.line(line, 0, start + 7.6 + index * 3.1, text));
    const after = start + content;
    sheet.line(danger.number, 0, after, emergency);
    sheet.line(danger.reason, textWidth(danger.number, emergency) / mm + 2, after, text);
    sheet.pdf.restore();
  });
}
