import jsQR from 'jsqr';
import { describe, expect, test } from 'vitest';
import { qrCode } from '../../../src/queries/qr-code.ts';

const scale = 4;
const edge = 4;

/** Paints the path on a white square as a printer would, and reads it as a phone would. */
function scanned({ width, path }: ReturnType<typeof qrCode>): string | undefined {
  const side = (width + 2 * edge) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = 0; row < scale; row += 1) {
      for (let column = 0; column < Number(length) * scale; column += 1) {
        const at = (((Number(y) + edge) * scale + row) * side + (Number(x) + edge) * scale + column) * 4;
        pixels.fill(0, at, at + 3);
      }
    }
  }
  return jsQR(pixels, side, side)?.data;
}

describe('a QR code', () => {
  test.each(['tel:112', 'tel:+37120000000', 'https://www.example.org/lv/kur-meklet-palidzibu/', 'Ā, Č un Ž'])(
    'says %s to whoever scans it',
    (text) => {
      expect(scanned(qrCode(text))).toBe(text);
    },
  );

  test('of another text is another one', () => expect(qrCode('tel:112')).not.toEqual(qrCode('tel:113')));
  test('that is painted wrong says nothing', () => expect(scanned({ width: 21, path: 'M0 0h7v1h-7z' })).toBeUndefined());
});
