/** Which page stands where on the two sides of a sheet that is folded once; pages from 1, undefined where there is none. */
export interface FoldedSide {
  left: number | undefined;
  right: number | undefined;
}

/**
 * The sides of sheets that are printed on both sides, laid on one another and folded once: front and back of the outermost sheet,
 * then of the next. The paper is turned along its short edge, so both sides stand upright.
 */
export function foldedSides(pages: number): FoldedSide[] {
  const all = 4 * Math.ceil(pages / 4);
  const kept = (page: number) => (page <= pages ? page : undefined);
  return Array.from({ length: all / 2 }, (_, side) => {
    const [low, high] = [kept(side + 1), kept(all - side)];
    return side % 2 === 0 ? { left: high, right: low } : { left: low, right: high };
  });
}
