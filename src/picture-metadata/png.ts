import { ascii, BETWEEN_PAUSES, type Bytes, concat, nameAt, numberBytes, Pieces, Reader, startsWith } from './bytes.ts';
import { colourOnly } from './colour-profile.ts';
import { saysLess, smallestExif } from './exif.ts';
import { PictureProblem } from './problem.ts';
import type { Cut, Options } from './strip.ts';

export const PNG_SIGNATURE = '\x89PNG\r\n\x1a\n';

/** Chunks that pixels or their colours are computed from, also those of animations (PNG third edition). */
const KEPT = new Set('IHDR PLTE tRNS IDAT IEND sRGB gAMA cHRM sBIT cICP mDCV cLLI acTL fcTL fdAT'.split(' '));
const NAMES: Record<string, string> = { eXIf: 'exif', tEXt: 'text', zTXt: 'text', iTXt: 'text', tIME: 'time', pHYs: 'size on paper' };

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The checksum of bytes behind others whose checksum is `before`. */
function crc(bytes: Uint8Array, before = 0): number {
  let value = ~before;
  for (let at = 0; at < bytes.length; at++) value = (CRC_TABLE[(value ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (value >>> 8);
  return ~value >>> 0;
}

async function crcInPieces(bytes: Uint8Array, pause: Options['pause']): Promise<number> {
  let value = 0;
  for (let at = 0; at < bytes.length; at += BETWEEN_PAUSES) {
    value = crc(bytes.subarray(at, at + BETWEEN_PAUSES), value);
    await pause?.();
  }
  return value;
}

function chunk(name: string, data: Uint8Array): Bytes {
  const named = concat([ascii(name), data]);
  return concat([numberBytes(data.length, 4), named, numberBytes(crc(named), 4)]);
}

/** A profile larger than this is no profile of a screen or camera, and may be made to fill the memory. */
const MOST_PROFILE = 4 * 1024 * 1024;

async function flow(bytes: Uint8Array, through: CompressionStream | DecompressionStream): Promise<Bytes> {
  const reader = new Blob([bytes.slice()]).stream().pipeThrough(through).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return concat(parts);
    parts.push(value);
    length += value.length;
    if (length > MOST_PROFILE) {
      await reader.cancel();
      throw new PictureProblem('broken');
    }
  }
}

/** The profile chunk with the colours alone; undefined where it cannot be read, as browsers then ignore it too. */
async function profileChunk(data: Uint8Array): Promise<Bytes | undefined> {
  const nameEnd = data.indexOf(0);
  if (nameEnd < 0 || data[nameEnd + 1] !== 0) return undefined;
  const whole = await flow(data.subarray(nameEnd + 2), new DecompressionStream('deflate')).catch(() => undefined);
  const profile = whole && colourOnly(whole);
  return profile && chunk('iCCP', concat([ascii('c\0\0'), await flow(profile, new CompressionStream('deflate'))]));
}

/** PNG and animated PNG: listed chunks stay, the profile and the orientation are made anew, all else goes, also what follows the end. */
export async function stripPng(bytes: Uint8Array, { keepPlace, pause }: Options): Promise<Cut> {
  const reader = new Reader(bytes);
  if (!startsWith(reader.take(PNG_SIGNATURE.length), PNG_SIGNATURE)) throw new PictureProblem('broken');
  const rest = new Pieces(bytes);
  const header = new Pieces(bytes);
  let exif: Bytes | undefined;
  const removed = new Set<string>();
  const seen = new Set<string>();
  for (let name = ''; name !== 'IEND'; seen.add(name)) {
    const from = reader.at;
    const length = reader.uint32();
    const named = reader.take(4 + length);
    name = nameAt(named, 0);
    const data = named.subarray(4);
    if (reader.uint32() !== (await crcInPieces(named, pause)) || (seen.size === 0 && name !== 'IHDR')) throw new PictureProblem('broken');
    if (KEPT.has(name)) (seen.size === 0 ? header : rest).keep(from, reader.at);
    else if (name === 'iCCP' && !seen.has(name)) rest.add((await profileChunk(data)) ?? new Uint8Array());
    else if (name === 'eXIf' && !seen.has(name)) {
      exif = smallestExif(data, keepPlace);
      if (saysLess(data, exif)) removed.add('exif');
    } else if (/^[A-Z]/.test(name)) throw new PictureProblem('broken');
    else removed.add(NAMES[name] ?? 'application');
  }
  if (!seen.has('IDAT')) throw new PictureProblem('broken');
  if (!reader.isAtEnd) removed.add('after the end');
  // The orientation before the picture, wherever it stood: there every reader finds it.
  const head = [ascii(PNG_SIGNATURE), header.joined(), ...(exif ? [chunk('eXIf', exif)] : [])];
  return { bytes: await rest.joinedSlowly(pause, ...head), removed };
}
