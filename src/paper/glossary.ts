import type { GlossaryBook } from '../queries/glossary-book.ts';
import { paperSizes } from '../queries/paper-sizes.ts';
import { colours } from './colours.ts';
import { mm, PaperDocument } from './document.ts';
import { linesOf, type Look, type Weight } from './letters.ts';

const [width, height] = paperSizes.a4;
const margin = 20;
const leading = 5;
const column = { width: width - 2 * margin, leading };
/** The lowest baseline of the text, and that of the foot. */
const [last, footLine] = [height - margin - 6, height - margin + 4];

function look(weight: Weight, size: number, colour: string = colours.ink): Look {
  return { weight, size, colour };
}

/** A paragraph and the space above it, in millimetres. */
interface Paragraph {
  text: string;
  lang: string;
  look: Look;
  above: number;
}

/** The whole glossary for paper: A4, as many sheets as it needs; an entry is not cut by the end of a sheet. */
export async function drawGlossary({ locale, title, lead, parts, footer, day }: GlossaryBook): Promise<Uint8Array<ArrayBuffer>> {
  const book = new PaperDocument({ title, lang: locale, size: paperSizes.a4, day });
  let y = margin + 8;
  let page = 1;
  const foot = () => book.decoration(() => book.block(`${footer} · ${page}`, margin, footLine, look('regular', 9, colours.soft), column));
  const turn = () => {
    foot();
    book.pdf.addPage();
    page += 1;
    y = margin;
  };
  const heightOf = (paragraphs: readonly Paragraph[]) =>
    paragraphs.reduce((sum, { text, look: its, above }) => sum + above + (linesOf(text, its, column.width * mm).length - 1) * leading, 0);

  book.words('H1', locale, () => {
    y = book.block(title, margin, y, look('bold', 24, colours.number), { ...column, leading: 9.5 });
  });
  book.words('P', locale, () => {
    y = book.block(lead, margin, y + 9, look('regular', 11), column);
  });
  for (const part of parts) {
    const entries = part.terms.map(({ name, equivalents, plain, avoid }): Paragraph[] => [
      { text: name, lang: locale, look: look('bold', 12), above: 9 },
      ...equivalents.map((other) => ({ text: other.text, lang: other.locale, look: look('regular', 9.5, colours.soft), above: leading })),
      { text: plain, lang: locale, look: look('regular', 11), above: leading + 0.6 },
      ...(avoid === '' ? [] : [{ text: avoid, lang: locale, look: look('regular', 10), above: leading + 0.6 }]),
    ]);
    // A heading is never left alone at the foot of a sheet.
    if (y + 15 + heightOf(entries[0] ?? []) > last) turn();
    book.words('H2', locale, () => {
      y = book.block(part.title, margin, y + 15, look('bold', 16, colours.number), column);
    });
    for (const entry of entries) {
      if (y + heightOf(entry) > last) turn();
      for (const { text, lang, look: its, above } of entry) {
        book.words('P', lang, () => {
          y = book.block(text, margin, y + above, its, column);
        });
      }
    }
  }
  foot();
  return book.bytes();
}
