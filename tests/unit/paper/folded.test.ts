import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldedSides } from '../../../src/paper/folded.ts';

describe('sheets folded once', () => {
  test('of four pages: one sheet, the cover outside', () =>
    expect(foldedSides(4)).toEqual([
      { left: 4, right: 1 },
      { left: 2, right: 3 },
    ]));
  test('of eight pages: the second sheet lies in the first', () =>
    expect(foldedSides(8)).toEqual([
      { left: 8, right: 1 },
      { left: 2, right: 7 },
      { left: 6, right: 3 },
      { left: 4, right: 5 },
    ]));
  test('leave the places empty for which there is no page', () => expect(foldedSides(5)[1]).toEqual({ left: 2, right: undefined }));
  test('have every page once, and read in order when the sheets are laid on one another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (pages) => {
        const sides = foldedSides(pages);
        const fronts = sides.filter((_, index) => index % 2 === 0);
        const backs = sides.filter((_, index) => index % 2 === 1);
        // Turned along the short edge, what is left on the back lies behind what is right on the front.
        const firstHalf = fronts.flatMap(({ right }, index) => [right, backs[index]?.left]);
        const secondHalf = fronts.flatMap(({ left }, index) => [left, backs[index]?.right]).reverse();
        expect([...firstHalf, ...secondHalf].filter((page) => page !== undefined)).toEqual(
          Array.from({ length: pages }, (_, index) => index + 1),
        );
      }),
    );
  });
});
