/** Widths and heights in millimetres. */
export const paperSizes = { a4: [210, 297], a3: [297, 420] } as const;
export type PaperSize = keyof typeof paperSizes;

/** Strips of a poster along its lower edge, between the 4 mm that printers leave white at either side. */
export const strips = { height: 62, width: 22, edge: 4 };

export function stripCount(size: PaperSize): number {
  return Math.floor((paperSizes[size][0] - 2 * strips.edge) / strips.width);
}
