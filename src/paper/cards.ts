import { helpCheckedOn } from '../queries/help-in-languages.ts';
import { cardFruit, cardWords, checkedNote, languageOf } from '../queries/paper-words.ts';
import { paperSizes } from '../queries/paper-sizes.ts';
import type { CardSheet } from '../queries/paper.ts';
import { bottom, cardHeight, cardWidth, gutter, halfWidth, planHalf, side, type HalfPlan } from './card-half.ts';
import { colours } from './colours.ts';
import { mm, PaperDocument } from './document.ts';
import { drawPicture } from './pictures.ts';

const [pageWidth, pageHeight] = paperSizes.a4;
const columns = 2;
const rows = 4;

/** Eight cards that are cut apart and folded with the words inside: a folded card shows nothing. */
export function drawCards({ language }: CardSheet): Promise<Uint8Array<ArrayBuffer>> {
  const words = [cardWords(languageOf('lv')), cardWords(language)] as const;
  const [latvian, other] = [planHalf(words[0]), planHalf(words[1])];
  const sheet = new PaperDocument({
    title: words.map(({ title }) => title).join(' · '),
    lang: 'lv',
    size: paperSizes.a4,
    day: helpCheckedOn(),
  });
  for (let card = 0; card < columns * rows; card += 1) {
    const x = (card % columns) * cardWidth;
    const y = Math.floor(card / columns) * cardHeight;
    drawHalf(sheet, latvian, x + side, y, card);
    drawHalf(sheet, other, x + cardWidth / 2 + gutter, y, card + 3);
    writeCheckedNote(sheet, x + cardWidth / 2, y);
  }
  sheet.decoration(() => drawCuts(sheet));
  return sheet.bytes();
}

function drawHalf(sheet: PaperDocument, { fruit, direction, parts }: HalfPlan, x: number, y: number, number: number): void {
  /** Where something begins that stands `left` from the edge at which lines of this language begin. */
  const begin = (left: number, width: number) => x + (direction === 'rtl' ? halfWidth - left - width : left);
  sheet.decoration(() =>
    drawPicture(sheet, `fruit/${cardFruit[number % cardFruit.length]}`, [begin(0, fruit.size), y + fruit.top], fruit.size),
  );
  for (const { tag, lang, write } of parts) sheet.words(tag, lang, () => write(sheet, x, y));
  const line = y + cardHeight - bottom;
  const ruled = halfWidth - 4.6;
  sheet.decoration(() => {
    drawPicture(sheet, 'icons/phone', [begin(0, 3.4), line - 3.2], 3.4, colours.soft);
    sheet.rule([begin(4.6, ruled), line], [begin(4.6, ruled) + ruled, line], { colour: colours.cut });
  });
}

/** Along the fold, so that whoever finds a card later sees how old its numbers are. */
function writeCheckedNote(sheet: PaperDocument, fold: number, y: number): void {
  sheet.words('P', 'lv', () => {
    sheet.pdf.save();
    sheet.pdf.translate((fold - 1) * mm, (y + cardHeight - bottom) * mm).rotate(-90);
    sheet.line(checkedNote('lv'), 0, 0, { weight: 'regular', size: 5.2, colour: colours.soft });
    sheet.pdf.restore();
  });
}

function drawCuts(sheet: PaperDocument): void {
  const cut = { colour: colours.cut, dash: [1.2, 0.9] };
  for (let row = 1; row < rows; row += 1) sheet.rule([0, row * cardHeight], [pageWidth, row * cardHeight], cut);
  for (let column = 1; column < columns; column += 1) sheet.rule([column * cardWidth, 0], [column * cardWidth, pageHeight], cut);
  for (let card = 0; card < columns * rows; card += 1) {
    const fold = ((card % columns) + 0.5) * cardWidth;
    const [upper, lower] = [Math.floor(card / columns) * cardHeight, (Math.floor(card / columns) + 1) * cardHeight];
    sheet.rule([fold, upper + 1.5], [fold, upper + 5], { colour: colours.fold });
    sheet.rule([fold, lower - 5], [fold, lower - 1.5], { colour: colours.fold });
  }
}
