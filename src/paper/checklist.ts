import type { MediaChecklist } from '../queries/media-checklist.ts';
import { paperSizes } from '../queries/paper-sizes.ts';
import { colours } from './colours.ts';
import { mm, PaperDocument } from './document.ts';
import type { Look, Weight } from './letters.ts';

const [width, height] = paperSizes.a4;
const margin = 18;
const box = 4.2;
const indent = box + 4;
const column = { width: width - 2 * margin, leading: 5.2 };
const itemColumn = { width: column.width - indent, leading: 5.2 };

function look(weight: Weight, size: number, colour: string = colours.ink): Look {
  return { weight, size, colour };
}

/** The editor's checklist on one sheet of A4, with boxes to tick. Throws where it needs more than the sheet. */
export async function drawChecklist({ locale, title, lead, groups, footer, day }: MediaChecklist): Promise<Uint8Array<ArrayBuffer>> {
  const sheet = new PaperDocument({ title, lang: locale, size: paperSizes.a4, day });
  let y = margin + 8;
  sheet.words('H1', locale, () => {
    y = sheet.block(title, margin, y, look('bold', 24, colours.number), { ...column, leading: 9.5 });
  });
  sheet.words('P', locale, () => {
    y = sheet.block(lead, margin, y + 8.5, look('regular', 12), column);
  });
  for (const group of groups) {
    sheet.words('H2', locale, () => {
      y = sheet.block(group.title, margin, y + 11, look('bold', 13.5), column);
    });
    y += 0.6;
    for (const item of group.items) {
      const baseline = y + 7.6;
      sheet.decoration(() =>
        sheet.pdf
          .lineWidth(0.35 * mm)
          .roundedRect(margin * mm, (baseline - 3.4) * mm, box * mm, box * mm, 0.8 * mm)
          .stroke(colours.cut),
      );
      sheet.words('P', locale, () => {
        y = sheet.block(item, margin + indent, baseline, look('regular', 12), itemColumn);
      });
    }
  }
  const last = height - margin + 4;
  if (y > last - 6)
    throw new Error(`The checklist in ${locale} needs ${Math.round(y - last + 6)} mm more than a sheet of A4. Shorten its page.`);
  sheet.decoration(() => sheet.rule([margin, last - 5], [width - margin, last - 5], { colour: colours.fold }));
  sheet.words('P', locale, () => sheet.block(footer, margin, last, look('regular', 9, colours.soft), column));
  return sheet.bytes();
}
