import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { ascii, concat, numberBytes } from '../../../src/picture-metadata/bytes.ts';
import { PictureProblem } from '../../../src/picture-metadata/problem.ts';
import { sizeOf } from '../../../src/picture-metadata/size.ts';
import { stripPicture } from '../../../src/picture-metadata/strip.ts';
import { animations, toldPictures } from '../../support/pictures/planted.ts';

const pictures = new Map([...(await toldPictures()), ...(await animations())]);
const pictureOf = (name: string) => pictures.get(name) ?? Buffer.alloc(0);
const MIB = 1_024 * 1_024;
const MOST = 4 * MIB;

/** As many copies of a part as the largest form holds. */
function many(part: Uint8Array): Uint8Array {
  const count = Math.floor(MOST / part.length);
  const whole = new Uint8Array(count * part.length);
  for (let index = 0; index < count; index++) whole.set(part, index * part.length);
  return whole;
}

function pngChunk(name: string, data: Uint8Array): Uint8Array {
  const named = concat([ascii(name), data]);
  let crc = 0xffffffff;
  for (const byte of named) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return concat([numberBytes(data.length, 4), named, numberBytes((crc ^ 0xffffffff) >>> 0, 4)]);
}

function insideGif(part: Uint8Array): Uint8Array {
  const gif = pictureOf('gif');
  return concat([gif.subarray(0, -1), part, gif.subarray(-1)]);
}

function afterStart(name: string, at: number, part: Uint8Array): Uint8Array {
  return concat([pictureOf(name).subarray(0, at), part, pictureOf(name).subarray(at)]);
}

function webpOf(part: Uint8Array): Uint8Array {
  const bytes = concat([pictureOf('plain webp'), part]);
  bytes.set(numberBytes(bytes.length - 8, 4, true), 4);
  return bytes;
}

const image = concat([ascii(','), new Uint8Array(4), Uint8Array.of(1, 0, 1, 0, 0, 2)]);

describe('millions of tiny parts', () => {
  test.each<[string, () => Uint8Array]>([
    ['blocks of one byte in a picture of a gif', () => insideGif(concat([image, many(Uint8Array.of(1, 0)), Uint8Array.of(0)]))],
    ['pictures of a gif', () => insideGif(many(concat([image, Uint8Array.of(0)])))],
    ['comments of a gif', () => insideGif(many(Uint8Array.of(0x21, 0xfe, 0)))],
    ['empty tables of a jpeg', () => afterStart('small jpeg', 2, many(Uint8Array.of(0xff, 0xc4, 0, 2)))],
    ['empty comments of a jpeg', () => afterStart('small jpeg', 2, many(Uint8Array.of(0xff, 0xfe, 0, 2)))],
    ['markers of a jpeg', () => afterStart('small jpeg', 2, many(Uint8Array.of(0xff)))],
    ['empty chunks of a png', () => afterStart('png', 33, many(pngChunk('IDAT', new Uint8Array())))],
    ['private chunks of a png', () => afterStart('png', 33, many(pngChunk('prVt', new Uint8Array())))],
    ['empty chunks of a webp', () => webpOf(many(concat([ascii('ALPH'), new Uint8Array(4)])))],
    ['unknown chunks of a webp', () => webpOf(many(concat([ascii('ABCD'), new Uint8Array(4)])))],
  ])(
    'take neither long nor much memory: %s',
    async (_, make) => {
      const bytes = make();
      const before = process.memoryUsage();
      const start = performance.now();
      const outcome = await stripPicture(bytes).then(
        ({ bytes: stripped }) => stripped.length <= bytes.length,
        (error: unknown) => error instanceof PictureProblem,
      );
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      expect(outcome).toBe(true);
      expect(performance.now() - start).toBeLessThan(2_000);
      // Garbage of one round that has not been collected may be there; half a gigabyte of small objects would not be.
      expect(heapUsed - before.heapUsed + arrayBuffers - before.arrayBuffers).toBeLessThan(200 * MIB);
    },
    20_000,
  );
});

describe('small files that unfold', () => {
  test('a profile that unfolds into 32 MiB is left out', async () => {
    const packed = deflateSync(new Uint8Array(32 * MIB));
    const bomb = concat([ascii('c\0\0'), packed]);
    const plain = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const bytes = concat([plain.subarray(0, 33), pngChunk('iCCP', bomb), plain.subarray(33)]);
    const { bytes: stripped } = await stripPicture(bytes);
    expect(stripped.length).toBeLessThanOrEqual(plain.length);
  });

  test('a place whose tags all point at one large stretch does not grow', async () => {
    const count = 4_000;
    const entry = (tag: number, type: number, amount: number, at: number) =>
      concat([numberBytes(tag, 2), numberBytes(type, 2), numberBytes(amount, 4), numberBytes(at, 4)]);
    const tags = Array.from({ length: count }, (_, index) => entry(index % 7, 2, 50_000, 8));
    const place = concat([numberBytes(count, 2), ...tags, numberBytes(0, 4)]);
    const first = concat([numberBytes(1, 2), entry(0x8825, 4, 1, 26), numberBytes(0, 4)]);
    const block = concat([ascii('MM'), numberBytes(42, 2), numberBytes(8, 4), first, place, new Uint8Array(10_000)]);
    const app1 = concat([Uint8Array.of(0xff, 0xe1), numberBytes(block.length + 8, 2), ascii('Exif\0\0'), block]);
    const { bytes } = await stripPicture(afterStart('small jpeg', 2, app1), { keepPlace: true });
    expect(bytes.length).toBe((await stripPicture(pictureOf('small jpeg'))).bytes.length);
  });

  test('a profile whose tags overlap does not grow', async () => {
    const names = ['rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC', 'A2B0', 'A2B1', 'A2B2', 'B2A0', 'B2A1', 'B2A2'];
    const size = 60_000;
    const table = names.map((name, index) => concat([ascii(name), numberBytes(300 + index, 4), numberBytes(size - 400, 4)]));
    const profile = new Uint8Array(size);
    profile.set(ascii('acsp'), 36);
    profile.set(concat([numberBytes(names.length, 4), ...table]), 128);
    const app2 = concat([
      Uint8Array.of(0xff, 0xe2),
      numberBytes(profile.length + 16, 2),
      ascii('ICC_PROFILE\0'),
      Uint8Array.of(1, 1),
      profile,
    ]);
    const { bytes } = await stripPicture(afterStart('small jpeg', 2, app2));
    expect(bytes.length).toBeLessThan(size);
  });
});

describe('sizeOf', () => {
  test.each([...pictures.keys()])('reads the size that decoders read: %s', async (name) => {
    const { width, pageHeight, height } = await sharp(pictureOf(name)).metadata();
    expect(sizeOf(pictureOf(name))).toEqual({ width, height: pageHeight ?? height });
  });

  test('says nothing of what is no picture or ends too early', () => {
    for (const bytes of [new Uint8Array(), ascii('%PDF-1.7'), pictureOf('png').subarray(0, 20), Uint8Array.of(0xff, 0xd8, 0xff)]) {
      expect(sizeOf(bytes)).toBeUndefined();
    }
  });
});
