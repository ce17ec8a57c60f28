import type { PaperSheet } from '../queries/paper.ts';
import { drawCards } from './cards.ts';
import { drawPoster } from './poster.ts';

/** A sheet as PDF. `origin` is scheme and host of the site, for the QR codes. */
export function drawSheet(sheet: PaperSheet, origin: string): Promise<Uint8Array<ArrayBuffer>> {
  return sheet.kind === 'cards' ? drawCards(sheet) : drawPoster(sheet, origin);
}
