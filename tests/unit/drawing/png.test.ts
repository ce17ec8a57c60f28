import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { encodePng, pngOf } from '../../../src/drawing/png.ts';

const [white, black, red] = [0xffffffff, 0xff000000, 0xff0000ff];

/** Pixels as another program reads them, 0xAABBGGRR. */
async function read(png: Uint8Array): Promise<{ pixels: number[]; width: number; height: number }> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { pixels: [...new Uint32Array(data.buffer, data.byteOffset, data.length / 4)], width: info.width, height: info.height };
}

describe('pixels', () => {
  test.each([
    ['four bits each, an odd row', 3, 16],
    ['four bits each, an even row', 6, 16],
    ['eight bits each', 3, 256],
  ] as const)('come back as they were written: %s', async (_, width, colours) => {
    const pixels = Uint32Array.from([white, black, black, red, white, white, red, red, black, white, red, black]);
    const height = pixels.length / width;
    expect(await read(await encodePng(pixels, { width, height, colours }))).toEqual({ pixels: [...pixels], width, height });
  });

  test('of rare colours become their nearest frequent one', async () => {
    const frequent = Array.from({ length: 16 }, (_, index) => 0xff000000 + index * 16);
    const pixels = Uint32Array.from([...frequent, ...frequent, 0xff000000 + 33]);
    const { pixels: shown } = await read(await encodePng(pixels, { width: pixels.length, height: 1, colours: 16 }));
    expect(shown.at(-1)).toBe(0xff000000 + 32);
  });
});

describe('a drawing', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"><path fill="#f00" d="M0 0h2v2h-2z"/></svg>';

  test('is drawn on white, as large as asked for', async () => {
    const { pixels, width, height } = await read(await pngOf(svg, { zoom: 2, colours: 16 }));
    expect([width, height, pixels[0], pixels.at(-1)]).toEqual([8, 4, red, white]);
  });

  test('gives the same bytes again', async () => {
    const [one, other] = [await pngOf(svg, { zoom: 1, colours: 256 }), await pngOf(svg, { zoom: 1, colours: 256 })];
    expect(Buffer.from(one).equals(other)).toBe(true);
  });

  test('names the right to use it', async () => {
    const png = Buffer.from(await pngOf(svg, { zoom: 1, colours: 16, copyright: 'CC0 1.0' }));
    expect(png.includes('tEXtCopyright\0CC0 1.0')).toBe(true);
  });
});
