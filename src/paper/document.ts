import PDFDocument from 'pdfkit';
import { drawnRunsOf, evenLinesOf, fontAt, linesOf, runWidth, textWidth, type Look } from './letters.ts';

/** Points in a millimetre. */
export const mm = 72 / 25.4;

/** Scripts in which a sign is not a letter: several letters make one, one is made of several, or they stand in another order. */
const shapedScripts = /[\p{Script=Arabic}\p{Script=Bengali}\p{Script=Devanagari}\p{Script=Sinhala}\p{Script=Thai}]/u;

interface Description {
  title: string;
  lang: string;
  /** Width and height in millimetres. */
  size: readonly [number, number];
  /** Sides of paper; one unless told otherwise. They are written to in any order, see `onSide`. */
  sides?: number;
  /** ISO day, written as the day of making: nothing of the machine's clock gets into the file. */
  day: string;
}

/** How a text is broken into lines, in millimetres. */
interface Column {
  width: number;
  leading: number;
  /** All lines of about the same length. */
  isEven?: boolean;
}

/** By font file what pdfkit has laid out with it, on all sheets. */
const layouts = new Map<string, object>();

/**
 * Sheets of paper as a tagged PDF (PDF/UA). Places are in millimetres from the upper left corner; a line of text stands on
 * its baseline. The same calls give the same bytes.
 */
export class PaperDocument {
  readonly pdf: PDFKit.PDFDocument;
  readonly #root: PDFKit.PDFStructureElement;
  readonly #names = new Map<string, string>();

  constructor({ title, lang, size: [width, height], sides = 1, day }: Description) {
    this.pdf = new PDFDocument({
      size: [width * mm, height * mm],
      margin: 0,
      lang,
      tagged: true,
      displayTitle: true,
      bufferPages: sides > 1,
      pdfVersion: '1.7',
      // @ts-expect-error @types/pdfkit 0.17.6 does not know this subset, which pdfkit 0.20.2 writes.
      subset: 'PDF/UA',
      info: { Title: title, Producer: '', Creator: '', CreationDate: new Date(`${day}T00:00:00Z`) },
    });
    this.#root = this.pdf.struct('Document');
    this.pdf.addStructure(this.#root);
    for (let side = 1; side < sides; side += 1) this.pdf.addPage();
  }

  /** What follows is written on another side, counted from 0; `right` millimetres are added to its places. */
  onSide(side: number, right: number, write: () => void): void {
    this.pdf.switchToPage(side);
    this.pdf.save();
    this.pdf.translate(right * mm, 0);
    write();
    this.pdf.restore();
  }

  /** Words of the sheet, as one element of its structure in reading order. */
  words(tag: 'H1' | 'H2' | 'H3' | 'P', lang: string, write: () => void): void {
    const element = this.pdf.struct(tag, { lang }, write);
    this.#root.add(element);
    element.end();
  }

  /** A picture that says something, with its words for those who do not see it; its box in millimetres of the paper. */
  figure(alt: string, [x, y, width, height]: readonly [number, number, number, number], draw: () => void): void {
    const bbox: [number, number, number, number] = [x * mm, y * mm, (x + width) * mm, (y + height) * mm];
    const options = { alt, bbox };
    const element = this.pdf.struct('Figure', options, draw);
    this.#root.add(element);
    element.end();
  }

  /** Lines and pictures that say nothing. */
  decoration(draw: () => void): void {
    this.pdf.markContent('Artifact', { type: 'Layout' });
    draw();
    this.pdf.endMarkedContent();
  }

  /** Writes one line; returns the millimetre at which it ends. What is copied or read aloud is the text, not the signs that draw it. */
  line(text: string, x: number, baseline: number, look: Look): number {
    const { size, colour } = look;
    let at = x * mm;
    const isShaped = shapedScripts.test(text);
    if (isShaped) this.pdf.markContent('Span', { actual: text });
    this.pdf.fillColor(colour).fontSize(size);
    for (const run of drawnRunsOf(text, look)) {
      this.#setFont(run.file);
      this.pdf.text(run.text, at, baseline * mm, { lineBreak: false, baseline: 'alphabetic' });
      at += runWidth(run, size);
    }
    if (isShaped) this.pdf.endMarkedContent();
    return at / mm;
  }

  /** Writes a text in lines of at most `width` millimetres, `leading` apart; returns the baseline of the last one. */
  block(text: string, x: number, baseline: number, look: Look, { width, leading, isEven = false }: Column): number {
    const lines = (isEven ? evenLinesOf : linesOf)(text, look, width * mm);
    const indent = (line: string) => (look.direction === 'rtl' ? width - textWidth(line, look) / mm : 0);
    lines.forEach((line, index) => this.line(line, x + indent(line), baseline + index * leading, look));
    return baseline + (lines.length - 1) * leading;
  }

  /** A straight rule, 0.2 mm unless told otherwise; `dash` in millimetres. */
  rule(
    from: readonly [number, number],
    to: readonly [number, number],
    { colour, width = 0.2, dash = [] }: { colour: string; width?: number; dash?: readonly number[] },
  ): void {
    this.pdf.save();
    this.pdf.addContent(`[${dash.map((length) => length * mm).join(' ')}] 0 d`);
    this.pdf
      .lineWidth(width * mm)
      .moveTo(from[0] * mm, from[1] * mm)
      .lineTo(to[0] * mm, to[1] * mm)
      .stroke(colour);
    this.pdf.restore();
  }

  /** Ends the sheet and hands out its bytes. */
  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    const parts: Buffer[] = [];
    this.#root.end();
    this.pdf.on('data', (part: Buffer) => parts.push(part));
    const ended = new Promise((resolve, reject) => this.pdf.once('end', resolve).once('error', reject));
    this.pdf.end();
    await ended;
    return new Uint8Array(Buffer.concat(parts));
  }

  #setFont(file: string): void {
    const name = this.#names.get(file);
    if (name !== undefined) {
      this.pdf.font(name);
      return;
    }
    const added = `paper-${this.#names.size}`;
    this.#names.set(file, added);
    this.pdf.registerFont(added, fontAt(file).data);
    this.pdf.font(added);
    // pdfkit keeps what it has laid out for as long as a sheet; sheets have most of their words in common.
    const { _font: font } = this.pdf as unknown as { _font: { layoutCache: object } };
    const known = layouts.get(file);
    if (known) font.layoutCache = known;
    else layouts.set(file, font.layoutCache);
  }
}
