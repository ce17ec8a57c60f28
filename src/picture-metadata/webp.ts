import { ascii, type Bytes, concat, nameAt, numberBytes, Reader, startsWith } from './bytes.ts';
import { colourOnly } from './colour-profile.ts';
import { saysLess, smallestExif } from './exif.ts';
import { PictureProblem } from './problem.ts';
import type { Cut, Options } from './strip.ts';

const FRAME_HEAD = 16;
const PROFILE_FLAG = 0x20;
const EXIF_FLAG = 0x08;
const XMP_FLAG = 0x04;
const PICTURE = ['VP8 ', 'VP8L', 'ALPH', 'ANIM'];

function chunk(name: string, data: Uint8Array): Bytes {
  return concat([ascii(name), numberBytes(data.length, 4, true), data, new Uint8Array(data.length % 2)]);
}

function nextChunk(reader: Reader): { name: string; data: Uint8Array } {
  const name = nameAt(reader.take(4), 0);
  const length = reader.uint32LittleEndian();
  const data = reader.take(length);
  if (length % 2 === 1 && !reader.isAtEnd) reader.take(1);
  return { name, data };
}

/** A frame of an animation, without the unknown parts that it may hold. */
function frame(data: Uint8Array): Bytes {
  const reader = new Reader(data);
  const parts: Uint8Array[] = [reader.take(FRAME_HEAD)];
  while (!reader.isAtEnd) {
    const { name, data: part } = nextChunk(reader);
    if (PICTURE.includes(name)) parts.push(chunk(name, part));
  }
  return chunk('ANMF', concat(parts));
}

/** WebP (RFC 9649), still or animated: picture chunks stay, the profile and the orientation are made anew, all else goes. */
export function stripWebp(bytes: Uint8Array, { keepPlace }: Options): Cut {
  const outer = new Reader(bytes);
  const riff = outer.take(4);
  const size = outer.uint32LittleEndian();
  const inside = outer.take(size);
  if (!startsWith(riff, 'RIFF') || !startsWith(inside, 'WEBP')) throw new PictureProblem('broken');
  const reader = new Reader(inside.subarray(4));
  const removed = new Set<string>();
  const picture: Uint8Array[] = [];
  let [extended, profile, exif]: (Bytes | undefined)[] = [];
  let hasPicture = false;
  while (!reader.isAtEnd) {
    const { name, data } = nextChunk(reader);
    if (PICTURE.includes(name)) picture.push(chunk(name, data));
    else if (name === 'ANMF') picture.push(frame(data));
    else if (name === 'VP8X' && data.length >= 10) extended ??= data.slice(0, 10);
    else if (name === 'ICCP') profile ??= colourOnly(data);
    else if (name === 'EXIF') {
      // Some programs put JPEG's name before the block.
      const block = startsWith(data, 'Exif\0\0') ? data.subarray(6) : data;
      exif ??= smallestExif(block, keepPlace);
      if (saysLess(block, exif)) removed.add('exif');
    } else removed.add(name === 'XMP ' ? 'xmp' : 'application');
    hasPicture ||= name === 'VP8 ' || name === 'VP8L' || name === 'ANMF';
  }
  if (!hasPicture) throw new PictureProblem('broken');
  if (!outer.isAtEnd) removed.add('after the end');
  const parts = [...picture];
  if (extended) {
    const flags = (extended[0] ?? 0) & ~(PROFILE_FLAG | EXIF_FLAG | XMP_FLAG);
    extended[0] = flags | (profile ? PROFILE_FLAG : 0) | (exif ? EXIF_FLAG : 0);
    parts.unshift(chunk('VP8X', extended), ...(profile ? [chunk('ICCP', profile)] : []));
    if (exif) parts.push(chunk('EXIF', exif));
  }
  const body = concat([ascii('WEBP'), ...parts]);
  return { bytes: concat([ascii('RIFF'), numberBytes(body.length, 4, true), body]), removed };
}
