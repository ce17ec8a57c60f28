import type { BookletBlock, BookletCard, BookletFile, BookletIdea } from '../queries/easy-booklet-file.ts';
import { paperSizes } from '../queries/paper-sizes.ts';
import { colours } from './colours.ts';
import { mm, PaperDocument } from './document.ts';
import { foldedSides } from './folded.ts';
import { type Look, textWidth, type Weight } from './letters.ts';
import { drawPicture } from './pictures.ts';

// All lengths are millimetres, sizes of letters points. Easy language asks for at least 14 points and lines 1.5 apart.
const [pageHeight, sheetWidth] = paperSizes.a4;
const pageWidth = sheetWidth / 2;
const margin = { side: 13, top: 13, bottom: 17 };
const column = pageWidth - 2 * margin.side;
const picture = { width: 26, height: 19.5, gap: 4 };
const padding = 4;
const gap = { line: 1, block: 3.5, heading: 4 };
const looks = {
  title: { weight: 'bold', size: 22, colour: colours.number },
  heading: { weight: 'bold', size: 17, colour: colours.ink },
  text: { weight: 'regular', size: 14, colour: colours.ink },
  number: { weight: 'bold', size: 18, colour: colours.number },
  danger: { weight: 'bold', size: 15, colour: colours.emergency },
} as const satisfies Record<string, Look>;
type Style = keyof typeof looks;

/** A page is filled from above; what stands on it is drawn when the number of pages is known. */
interface Page {
  /** Where the next thing begins. */
  y: number;
  things: ((sheet: PaperDocument, right: number) => void)[];
}

/** A piece of a line in one weight. */
interface Piece {
  text: string;
  weight: Weight;
}

/** All easy pages as a booklet of A5: sheets of A4, to be printed on both sides and folded once. Throws for an idea that needs more than a page. */
export async function drawBooklet(booklet: BookletFile): Promise<Uint8Array<ArrayBuffer>> {
  const pages = laidOut(booklet);
  const sides = foldedSides(pages.length);
  const sheet = new PaperDocument({
    title: booklet.title,
    lang: booklet.locale,
    size: [sheetWidth, pageHeight],
    sides: sides.length,
    day: booklet.day,
  });
  const placeOf = new Map(
    sides.flatMap(({ left, right }, side) => [[left, { side, right: 0 }] as const, [right, { side, right: pageWidth }] as const]),
  );
  // In the order of reading, whatever sheet a page stands on.
  pages.forEach((page, index) => {
    const place = placeOf.get(index + 1);
    if (!place) throw new Error(`Page ${index + 1} of the booklet has no place on a sheet.`);
    sheet.onSide(place.side, place.right, () => {
      for (const draw of page.things) draw(sheet, place.right);
    });
  });
  return sheet.bytes();
}

function laidOut(booklet: BookletFile): Page[] {
  const { locale, title, lead, contents, chapters, danger, answers, imprint } = booklet;
  const cover = newPage();
  cover.y = 40;
  addLines(cover, 'H1', locale, [title], 'title');
  addLines(cover, 'P', locale, [lead], 'text');
  cover.y += 8;
  addPicture(cover, { id: 'reading-together', alt: '' }, (pageWidth - 3 * picture.width) / 2, 3);
  cover.y += 3 * picture.height + 10;
  addLines(cover, 'P', locale, [danger], 'danger');
  const list = newPage();
  const parts = chapters.map((chapter) => ({ chapter, pages: laidOutChapter(chapter, answers, locale) }));
  let first = 3;
  addLines(list, 'H2', locale, [contents], 'heading');
  for (const { chapter, pages } of parts) {
    addEntry(list, locale, chapter.title, first);
    first += pages.length;
  }
  if (list.y > pageHeight - margin.bottom)
    throw new Error('The list of contents of the booklet needs more than a page. Shorten the titles.');
  const last = newPage();
  addLines(last, 'P', locale, imprint, 'text');
  last.y += gap.block;
  addLines(last, 'P', locale, [danger], 'danger');
  const pages = [cover, list, ...parts.flatMap((part) => part.pages)];
  // The imprint stands on the back.
  while (pages.length % 4 !== 3) pages.push(newPage());
  pages.push(last);
  pages.forEach((page, index) => {
    if (page.things.length > 0 && index > 0 && page !== last) page.things.push((sheet) => addFoot(sheet, danger, index + 1));
  });
  return pages;
}

function newPage(): Page {
  return { y: margin.top, things: [] };
}

function laidOutChapter({ title, blocks }: BookletFile['chapters'][number], answers: string[], locale: string): Page[] {
  const pages = [newPage()];
  let page = pages[0] ?? newPage();
  /** Turns to a new page where the rest of this one is too low. */
  const makeRoom = (height: number) => {
    if (page.y + height <= pageHeight - margin.bottom) return;
    if (height > pageHeight - margin.top - margin.bottom)
      throw new Error(`"${title}": an idea needs more than a page of the booklet. Cut it in two.`);
    pages.push((page = newPage()));
  };
  addLines(page, 'H2', locale, [title], 'title');
  page.y += gap.block;
  blocks.forEach((block, index) => {
    const next = blocks[index + 1];
    const withNext = block.kind === 'heading' && next ? heightOf(next) : 0;
    makeRoom(heightOf(block) + withNext);
    addBlock(page, block, locale, answers, index === 0);
  });
  return pages;
}

function heightOf(block: BookletBlock): number {
  if (block.kind === 'heading') return gap.heading + linesHeight([block.text], 'heading', column) + gap.block;
  if (block.kind === 'card') return cardHeight(block) + gap.block;
  return ideaHeight(block) + gap.block;
}

function addBlock(page: Page, block: BookletBlock, locale: string, answers: string[], isFirst: boolean): void {
  if (block.kind === 'heading') {
    page.y += gap.heading;
    addLines(page, 'H3', locale, [block.text], 'heading');
    page.y += 1;
  } else if (block.kind === 'card') addCard(page, block, locale);
  else addIdea(page, block, locale, answers, isFirst);
  page.y += gap.block;
}

/** Where the text of an idea begins: beside its picture. */
function leftOf({ picture: shown }: BookletIdea): number {
  return margin.side + (shown ? picture.width + picture.gap : 0);
}

function wordsHeight(idea: BookletIdea): number {
  const width = margin.side + column - leftOf(idea);
  return linesHeight(idea.lines, 'text', width) + (idea.kind === 'question' ? answerHeight : 0);
}

function ideaHeight(idea: BookletIdea): number {
  return Math.max(wordsHeight(idea), idea.picture ? picture.height : 0);
}

const answerHeight = 10;

function addIdea(page: Page, idea: BookletIdea, locale: string, answers: string[], isFirst: boolean): void {
  const top = page.y;
  const height = ideaHeight(idea);
  if (isFirst) page.things.push((sheet) => addRule(sheet, top, height, colours.emergency));
  if (idea.kind === 'quotation') page.things.push((sheet) => addRule(sheet, top, height, colours.fold));
  if (idea.picture) addPicture(page, idea.picture, margin.side);
  const left = leftOf(idea);
  page.y += (height - wordsHeight(idea)) / 2;
  addLines(page, 'P', locale, idea.lines, 'text', left, margin.side + column - left);
  if (idea.kind === 'question') addAnswers(page, locale, answers, left);
  page.y = top + height;
}

function addRule(sheet: PaperDocument, top: number, height: number, colour: string): void {
  const x = margin.side - 4;
  sheet.decoration(() => sheet.rule([x, top - 1], [x, top + height], { colour, width: 1.2 }));
}

/** Boxes to tick. */
function addAnswers(page: Page, locale: string, answers: string[], left: number): void {
  const baseline = page.y + 5.2;
  let x = left;
  for (const answer of answers) {
    const at = x;
    page.things.push((sheet) => {
      sheet.decoration(() => {
        sheet.pdf.lineWidth(0.4 * mm).roundedRect(at * mm, (baseline - 4.2) * mm, 5 * mm, 5 * mm, 0.8 * mm);
        sheet.pdf.stroke(colours.cut);
      });
      sheet.words('P', locale, () => sheet.line(answer, at + 7, baseline, looks.text));
    });
    x += 7 + textWidth(answer, looks.text) / mm + 9;
  }
  page.y += answerHeight;
}

function addPicture(page: Page, { id, alt }: { id: string; alt: string }, x: number, times = 1): void {
  const { y } = page;
  const [width, height] = [picture.width * times, picture.height * times];
  page.things.push((sheet, right) => {
    const draw = () => drawPicture(sheet, `easy-pictures/${id}`, [x, y], width);
    if (alt === '') sheet.decoration(draw);
    else sheet.figure(alt, [x + right, y, width, height], draw);
  });
}

const cardColumn = column - 2 * padding;

function cardHeight({ name, lines }: BookletCard): number {
  return (
    2 * padding +
    linesHeight([`**${name}**`], 'text', cardColumn) +
    linesHeight(['0'], 'number', cardColumn) +
    linesHeight(lines, 'text', cardColumn)
  );
}

function addCard(page: Page, card: BookletCard, locale: string): void {
  const top = page.y;
  const height = cardHeight(card);
  page.things.push((sheet) =>
    sheet.decoration(() => {
      sheet.pdf.lineWidth(0.4 * mm).roundedRect(margin.side * mm, top * mm, column * mm, height * mm, 3 * mm);
      sheet.pdf.stroke(colours.cut);
    }),
  );
  page.y += padding;
  const left = margin.side + padding;
  addLines(page, 'P', locale, [`**${card.name}**`], 'text', left, cardColumn);
  addLines(page, 'P', locale, [card.number], 'number', left, cardColumn);
  addLines(page, 'P', locale, card.lines, 'text', left, cardColumn);
  page.y = top + height;
}

/** A line of the contents with the number of its page. */
function addEntry(page: Page, locale: string, title: string, number: number): void {
  const width = column - 14;
  const { y } = page;
  addLines(page, 'P', locale, [title], 'text', margin.side, width);
  const baseline = y + ascentOf('text');
  const folio = String(number);
  const x = pageWidth - margin.side - textWidth(folio, looks.text) / mm;
  page.things.push((sheet) => sheet.words('P', locale, () => sheet.line(folio, x, baseline, looks.text)));
}

/** Below each page: the emergency number and the number of the page. */
function addFoot(sheet: PaperDocument, danger: string, number: number): void {
  const folio = String(number);
  const baseline = pageHeight - 8;
  sheet.decoration(() => {
    sheet.line(danger, margin.side, baseline, looks.danger);
    sheet.line(folio, pageWidth - margin.side - textWidth(folio, looks.text) / mm, baseline, looks.text);
  });
}

function leadingOf(style: Style): number {
  return (looks[style].size * 1.5) / mm;
}

/** From the upper edge of a line to its baseline. */
function ascentOf(style: Style): number {
  return (looks[style].size * 1.15) / mm;
}

function linesHeight(texts: readonly string[], style: Style, width: number): number {
  return texts.reduce((height, text) => height + brokenLines(text, style, width).length * leadingOf(style) + gap.line, 0);
}

/** Each text as a paragraph of its own, below one another. */
function addLines(
  page: Page,
  tag: 'H1' | 'H2' | 'H3' | 'P',
  locale: string,
  texts: readonly string[],
  style: Style,
  left = margin.side,
  width = column,
): void {
  for (const text of texts) {
    const lines = brokenLines(text, style, width);
    const first = page.y + ascentOf(style);
    page.things.push((sheet) =>
      sheet.words(tag, locale, () => {
        lines.forEach((pieces, index) => {
          let x = left;
          for (const { text: words, weight } of pieces)
            x = sheet.line(words, x, first + index * leadingOf(style), { ...looks[style], weight });
        });
      }),
    );
    page.y += lines.length * leadingOf(style) + gap.line;
  }
}

/** Breaks a text at its spaces into lines of at most `width`; what stands between `**` is bold. */
function brokenLines(text: string, style: Style, width: number): Piece[][] {
  const { size, weight: usual } = looks[style];
  const lines: Piece[][] = [[]];
  let end = 0;
  for (const [index, part] of text.split('**').entries()) {
    const weight = index % 2 === 1 ? 'bold' : usual;
    for (const word of part.split(/(?<= )/)) {
      if (word === '') continue;
      const needed = textWidth(word.trimEnd(), { weight, size }) / mm;
      const isGlued = !endsWithSpace(lines.at(-1));
      if (end > 0 && end + needed > width && !isGlued) {
        lines.push([]);
        end = 0;
      }
      const line = lines.at(-1) ?? [];
      const last = line.at(-1);
      if (last?.weight === weight) last.text += word;
      else line.push({ text: word, weight });
      end += textWidth(word, { weight, size }) / mm;
    }
  }
  return lines;
}

function endsWithSpace(line: Piece[] | undefined): boolean {
  const last = line?.at(-1)?.text;
  return last === undefined || last.endsWith(' ');
}
