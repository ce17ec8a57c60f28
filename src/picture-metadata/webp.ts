import { ascii, type Bytes, concat, nameAt, numberBytes, Pieces, Reader, startsWith } from './bytes.ts';
import { colourOnly } from './colour-profile.ts';
import { saysLess, smallestExif } from './exif.ts';
import { PictureProblem } from './problem.ts';
import type { Cut, Options } from './strip.ts';

const HEAD = 8;
const FRAME_HEAD = 16;
const PROFILE_FLAG = 0x20;
const EXIF_FLAG = 0x08;
const XMP_FLAG = 0x04;
const PICTURE = ['VP8 ', 'VP8L', 'ALPH', 'ANIM'];

function chunk(name: string, data: Uint8Array): Bytes {
  return concat([ascii(name), numberBytes(data.length, 4, true), data, new Uint8Array(data.length % 2)]);
}

interface Chunk {
  name: string;
  data: Uint8Array;
  /** Where it begins in its reader; its padding ends where the reader stands. */
  from: number;
}

function nextChunk(reader: Reader): Chunk {
  const from = reader.at;
  const name = nameAt(reader.take(4), 0);
  const length = reader.uint32LittleEndian();
  const data = reader.take(length);
  if (length % 2 === 1 && !reader.isAtEnd) reader.take(1);
  return { name, data, from };
}

/** A frame of an animation, without the unknown parts that it may hold. */
function frame(data: Uint8Array): Bytes {
  const reader = new Reader(data);
  reader.skip(FRAME_HEAD);
  const pieces = new Pieces(data);
  pieces.keep(0, FRAME_HEAD);
  while (!reader.isAtEnd) keepChunk(pieces, nextChunk(reader), reader);
  return chunk('ANMF', pieces.joined());
}

/** Keeps a chunk of the picture; its padding is written anew where it held something or was not there. */
function keepChunk(pieces: Pieces, { name, data, from }: Chunk, reader: Reader): boolean {
  if (!PICTURE.includes(name)) return false;
  pieces.keep(from, from + HEAD + data.length);
  if (data.length % 2 === 1) {
    if (reader.at > from + HEAD + data.length && reader.byteAt(reader.at - 1) === 0) pieces.keep(reader.at - 1, reader.at);
    else pieces.add(Uint8Array.of(0));
  }
  return true;
}

/** WebP (RFC 9649), still or animated: picture chunks stay, the profile and the orientation are made anew, all else goes. */
export function stripWebp(bytes: Uint8Array, { keepPlace }: Options): Cut {
  const outer = new Reader(bytes);
  const riff = outer.take(4);
  const size = outer.uint32LittleEndian();
  const inside = outer.take(size);
  if (!startsWith(riff, 'RIFF') || !startsWith(inside, 'WEBP')) throw new PictureProblem('broken');
  const content = inside.subarray(4);
  const reader = new Reader(content);
  const removed = new Set<string>();
  const picture = new Pieces(content);
  let [extended, profile, exif]: (Bytes | undefined)[] = [];
  let hasPicture = false;
  while (!reader.isAtEnd) {
    const next = nextChunk(reader);
    const { name, data } = next;
    if (name === 'ANMF') picture.add(frame(data));
    else if (name === 'VP8X' && data.length >= 10) extended ??= data.slice(0, 10);
    else if (name === 'ICCP') profile ??= colourOnly(data);
    else if (name === 'EXIF') {
      // Some programs put JPEG's name before the block.
      const block = startsWith(data, 'Exif\0\0') ? data.subarray(6) : data;
      exif ??= smallestExif(block, keepPlace);
      if (saysLess(block, exif)) removed.add('exif');
    } else if (!keepChunk(picture, next, reader)) removed.add(name === 'XMP ' ? 'xmp' : 'application');
    hasPicture ||= name === 'VP8 ' || name === 'VP8L' || name === 'ANMF';
  }
  if (!hasPicture) throw new PictureProblem('broken');
  if (!outer.isAtEnd) removed.add('after the end');
  const head: Uint8Array[] = [];
  if (extended) {
    const flags = (extended[0] ?? 0) & ~(PROFILE_FLAG | EXIF_FLAG | XMP_FLAG);
    extended[0] = flags | (profile ? PROFILE_FLAG : 0) | (exif ? EXIF_FLAG : 0);
    head.push(chunk('VP8X', extended), ...(profile ? [chunk('ICCP', profile)] : []));
    if (exif) picture.add(chunk('EXIF', exif));
  }
  const body = picture.joined(ascii('WEBP'), ...head);
  return { bytes: concat([ascii('RIFF'), numberBytes(body.length, 4, true), body]), removed };
}
