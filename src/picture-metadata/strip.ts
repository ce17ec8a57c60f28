import { type Bytes, nameAt, startsWith } from './bytes.ts';
import { stripGif } from './gif.ts';
import { stripJpeg } from './jpeg.ts';
import { PNG_SIGNATURE, stripPng } from './png.ts';
import { PictureProblem } from './problem.ts';
import { stripWebp } from './webp.ts';

export type PictureType = 'jpeg' | 'png' | 'webp' | 'gif';

export interface Options {
  /** Keeps latitude, longitude and altitude of an EXIF block, and no other part of it. */
  keepPlace: boolean;
  /** Awaited every quarter megabyte: a page can answer its reader meanwhile. */
  pause?: () => Promise<unknown>;
}

/** A stripped file, and what was cut out of it, in words of this module: `exif`, `xmp`, `text`, `comment`, `after the end` … */
export interface Cut {
  bytes: Bytes;
  removed: Set<string>;
}

/** What a file is by its first bytes; name and declared type are not asked. Undefined for all else. */
export function typeOf(bytes: Uint8Array): PictureType | 'pdf' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (startsWith(bytes, PNG_SIGNATURE)) return 'png';
  if (startsWith(bytes, 'RIFF') && nameAt(bytes, 8) === 'WEBP') return 'webp';
  if (startsWith(bytes, 'GIF87a') || startsWith(bytes, 'GIF89a')) return 'gif';
  // Readers of PDF look for its name in the first kilobyte.
  return nameAt(bytes, 0, 1024).includes('%PDF-') ? 'pdf' : undefined;
}

/**
 * The same picture without what it tells beside its pixels. Nothing is compressed anew: segments are copied or left out. A stripped
 * picture comes out unchanged. Throws PictureProblem and nothing else.
 */
export async function stripPicture(
  bytes: Uint8Array,
  options: Options = { keepPlace: false },
): Promise<{ type: PictureType; bytes: Bytes; removed: string[] }> {
  const type = typeOf(bytes);
  if (type === undefined || type === 'pdf') throw new PictureProblem(type ?? 'unknown');
  const strip = { jpeg: stripJpeg, png: stripPng, webp: stripWebp, gif: stripGif }[type];
  const { bytes: stripped, removed } = await strip(bytes, options);
  return { type, bytes: stripped, removed: [...removed].sort() };
}
