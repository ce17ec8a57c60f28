import { paperSizes } from '../queries/paper-sizes.ts';
import type { CardWords, PaperCall } from '../queries/paper-words.ts';
import { colours } from './colours.ts';
import { mm, type PaperDocument } from './document.ts';
import { linesOf, textWidth, type Look, type Weight } from './letters.ts';

export const cardWidth = paperSizes.a4[0] / 2;
export const cardHeight = paperSizes.a4[1] / 4;
/** From the outer edge of a card to its words: printers leave up to 5 mm of the page white. */
export const side = 6.5;
/** From the fold in the middle of a card to the words. */
export const gutter = 3.5;
/** From the lower edge of a card to the line to write on. */
export const bottom = 5.5;
export const halfWidth = cardWidth / 2 - side - gutter;
const top = 5;
const fruitSize = 7.5;
const titleGap = 1;
const writtenLine = 4.5;

/** One element of a half; `write` takes the upper left corner of the half. */
interface PlannedPart {
  tag: 'H2' | 'P';
  lang: string;
  write: (sheet: PaperDocument, x: number, y: number) => void;
}

/** Where everything of a half stands, planned once for all eight cards. */
export interface HalfPlan {
  fruit: { top: number; size: number };
  direction: CardWords['direction'];
  parts: PlannedPart[];
}

/** A block of words: its height, and how it is written with its upper edge at `y`. */
interface Block {
  height: number;
  write: (sheet: PaperDocument, x: number, y: number) => void;
}

/** Sets the words in the largest size that fits, and shares the room that is left between them. */
export function planHalf(words: CardWords): HalfPlan {
  const room = cardHeight - top - fruitSize - titleGap - writtenLine - bottom;
  const blocks = [1, 0.96, 0.92, 0.88, 0.84, 0.8]
    .map((scale) => blocksOf(words, looks(scale, words.direction)))
    .find((set) => heightOf(set) <= room);
  if (!blocks) throw new Error(`content/data/help-in-languages.yml: the texts of ${words.lang} do not fit on a pocket card. Shorten them.`);
  const gap = (room - heightOf(blocks)) / blocks.length;
  const { lang, direction } = words;
  const parts: PlannedPart[] = [{ tag: 'H2', lang, write: titleOf(words) }];
  let at = top + fruitSize + titleGap + gap / 2;
  for (const { height, write } of blocks) {
    const from = at;
    parts.push({ tag: 'P', lang, write: (sheet, x, y) => write(sheet, x, y + from) });
    at += height + gap;
  }
  return { fruit: { top, size: fruitSize }, direction, parts };
}

function heightOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { height }) => sum + height, 0);
}

/** Sizes in points and leadings in millimetres. */
function looks(scale: number, direction: CardWords['direction']) {
  const look = (weight: Weight, size: number, colour: string): Look => ({ weight, size: size * scale, colour, direction });
  return {
    direction,
    emergency: look('bold', 19, colours.emergency),
    number: look('bold', 11.5, colours.number),
    strong: look('bold', 7.2, colours.ink),
    text: look('regular', 7.2, colours.ink),
    leading: 2.9 * scale,
    numberHeight: 3.9 * scale,
    gap: 1.2 * scale,
  };
}
type Looks = ReturnType<typeof looks>;

/** Beside the fruit, in one line or two. */
function titleOf({ title, direction }: CardWords): PlannedPart['write'] {
  const left = fruitSize + 2;
  const width = halfWidth - left;
  const size = [11, 9.6].find((one) => linesOf(title, { weight: 'bold', size: one }, width * mm).length === 1) ?? 9.6;
  const look: Look = { weight: 'bold', size, colour: colours.ink, direction };
  const leading = 3.8;
  const baseline = top + 5 - ((linesOf(title, look, width * mm).length - 1) * leading) / 2;
  return (sheet, x, y) => sheet.block(title, x + (direction === 'rtl' ? 0 : left), y + baseline, look, { width, leading });
}

function blocksOf({ calls, promise }: CardWords, set: Looks): Block[] {
  const promised = linesOf(promise, set.strong, halfWidth * mm).length;
  return [
    ...calls.map((call) => blockOf(call, set)),
    {
      height: set.gap + promised * set.leading,
      write: (sheet, x, y) =>
        sheet.block(promise, x, y + set.gap + set.leading * 0.75, set.strong, { width: halfWidth, leading: set.leading }),
    },
  ];
}

function blockOf(call: PaperCall, set: Looks): Block {
  if (call.role === 'emergency') return besideBlock(call, set, { number: set.emergency, numberHeight: 6.2, reason: set.strong });
  const isShort = textWidth(call.number, set.number) / mm < halfWidth / 2;
  return isShort ? besideBlock(call, set, { number: set.number, numberHeight: set.numberHeight, reason: set.text }) : belowBlock(call, set);
}

/** The words stand in a column beside a short number. */
function besideBlock({ number, reason, hours }: PaperCall, set: Looks, looks: { number: Look; numberHeight: number; reason: Look }): Block {
  const left = Math.max(textWidth(number, looks.number), textWidth('000000', set.number)) / mm + 2;
  const width = halfWidth - left;
  const reasons = linesOf(reason, looks.reason, width * mm).length;
  const times = hours === '' ? 0 : linesOf(hours, set.text, width * mm).length;
  const height = Math.max(looks.numberHeight, (reasons + times) * set.leading);
  return {
    height: height + set.gap,
    write: (sheet, x, y) => {
      const column = { width, leading: set.leading };
      const from = x + (set.direction === 'rtl' ? 0 : left);
      sheet.line(number, x + numberIndent(number, looks.number), y + looks.numberHeight - 0.7, { ...looks.number, direction: 'ltr' });
      const last = sheet.block(reason, from, y + set.leading * 0.8, looks.reason, column);
      if (times > 0) sheet.block(hours, from, last + set.leading, set.text, column);
    },
  };
}

/** The words stand below a long number. */
function belowBlock({ number, reason, hours }: PaperCall, set: Looks): Block {
  const text = hours === '' ? reason : `${reason} · ${hours}`;
  const lines = linesOf(text, set.text, halfWidth * mm).length;
  return {
    height: set.numberHeight + lines * set.leading + set.gap,
    write: (sheet, x, y) => {
      sheet.line(number, x + numberIndent(number, set.number), y + set.numberHeight - 0.7, { ...set.number, direction: 'ltr' });
      sheet.block(text, x, y + set.numberHeight + set.leading * 0.8, set.text, { width: halfWidth, leading: set.leading });
    },
  };
}

/** A number begins where the words do. */
function numberIndent(number: string, look: Look): number {
  return look.direction === 'rtl' ? halfWidth - textWidth(number, look) / mm : 0;
}
