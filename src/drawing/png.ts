import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';
import { renderAsync } from '@resvg/resvg-js';

export interface PngOptions {
  /** Pixels a unit of the drawing. */
  zoom: number;
  /** At most so many colours, 16 or 256: four or eight bits a pixel. */
  colours: 16 | 256;
  /** Shown by programs as the picture’s right to be used. ASCII. */
  copyright?: string;
}

const packed = promisify(deflate);

/**
 * A drawing without letters as text, made a PNG on a white ground, with a palette. The same drawing gives the same bytes on every machine. The
 * work is done beside the main thread, so that pages can be built meanwhile.
 */
export async function pngOf(svg: string, { zoom, colours, copyright }: PngOptions): Promise<Uint8Array<ArrayBuffer>> {
  const image = await renderAsync(svg, { background: '#ffffff', fitTo: { mode: 'zoom', value: zoom }, font: { loadSystemFonts: false } });
  const { pixels, width, height } = image;
  return encodePng(new Uint32Array(pixels.buffer, pixels.byteOffset, width * height), { width, height, colours, copyright });
}

interface Size {
  width: number;
  height: number;
  colours: 16 | 256;
  copyright?: string | undefined;
}

/** Writes pixels (0xAABBGGRR, all of them opaque) as a PNG with a palette of their most frequent colours; the others become their nearest. */
export async function encodePng(pixels: Uint32Array, { width, height, colours, copyright }: Size): Promise<Uint8Array<ArrayBuffer>> {
  const { palette, indexOf } = paletteOf(pixels, colours);
  const bits = colours === 16 ? 4 : 8;
  const perRow = Math.ceil((width * bits) / 8) + 1;
  const rows = new Uint8Array(perRow * height);
  for (let y = 0; y < height; y += 1) {
    // The first byte of a row is its filter: none, which packs best with a palette.
    const start = y * perRow + 1;
    const end = (y + 1) * width;
    for (let at = y * width; at < end;) {
      const from = at - y * width;
      const colour = pixels[at] ?? 0;
      while (at < end && pixels[at] === colour) at += 1;
      const to = at - y * width;
      const index = indexOf.get(colour) ?? 0;
      if (bits === 8) rows.fill(index, start + from, start + to);
      else fillHalves(rows, index, 2 * start + from, 2 * start + to);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, 3, 0, 0, 0], 8);
  const chunks = [
    chunk('IHDR', header),
    ...(copyright === undefined ? [] : [chunk('tEXt', Buffer.from(`Copyright\0${copyright}`, 'latin1'))]),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255]))),
    chunk('IDAT', await packed(rows, { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return new Uint8Array(Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...chunks]));
}

/** Sets half bytes, the upper half of a byte first; `from` and `to` count halves. */
function fillHalves(bytes: Uint8Array, value: number, from: number, to: number): void {
  const first = from + (from % 2);
  const last = to - (to % 2);
  if (first > from) bytes[from >> 1] = (bytes[from >> 1] ?? 0) | value;
  if (last > first) bytes.fill(value * 17, first >> 1, last >> 1);
  if (to > last && last >= first) bytes[last >> 1] = value << 4;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** The most frequent colours, and for each colour that occurs the place of the nearest of them. */
function paletteOf(pixels: Uint32Array, most: number): { palette: number[]; indexOf: Map<number, number> } {
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length;) {
    const colour = pixels[at] ?? 0;
    const start = at;
    while (at < pixels.length && pixels[at] === colour) at += 1;
    counts.set(colour, (counts.get(colour) ?? 0) + at - start);
  }
  const palette = [...counts]
    .sort(([one, oneCount], [other, otherCount]) => otherCount - oneCount || one - other)
    .slice(0, most)
    .map(([colour]) => colour);
  const indexOf = new Map<number, number>();
  for (const colour of counts.keys()) indexOf.set(colour, nearest(palette, colour));
  return { palette, indexOf };
}

function nearest(palette: readonly number[], colour: number): number {
  let best = 0;
  let least = Infinity;
  for (const [index, other] of palette.entries()) {
    const distance = [0, 8, 16].reduce((sum, shift) => sum + (((colour >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0);
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}
