import { ascii, BETWEEN_PAUSES, type Bytes, concat, nameAt, numberBytes, Pieces, Reader, startsWith } from './bytes.ts';
import { colourOnly } from './colour-profile.ts';
import { saysLess, smallestExif } from './exif.ts';
import { PictureProblem } from './problem.ts';
import type { Cut, Options } from './strip.ts';

const MARK = 0xff;
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const COM = 0xfe;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP13 = 0xed;
const APP14 = 0xee;

const EXIF = 'Exif\0\0';
const PROFILE = 'ICC_PROFILE\0';
/** Bytes of a profile in one segment: 65,533 less the name, the number and the count. */
const MOST_PROFILE = 65_533 - PROFILE.length - 2;

const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Tables and frames: DHT, DAC, DQT, DNL, DRI, DHP, EXP beside the frames. */
const isPicture = (marker: number) => isFrame(marker) || [0xc4, 0xcc, 0xdb, 0xdc, 0xdd, 0xde, 0xdf].includes(marker);
const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

function segment(marker: number, ...parts: Uint8Array[]): Bytes {
  const data = concat(parts);
  return concat([Uint8Array.of(MARK, marker), numberBytes(data.length + 2, 2), data]);
}

/** JFIF without thumbnail and with square pixels. */
const JFIF = segment(APP0, ascii('JFIF\0'), Uint8Array.of(1, 1, 0, 0, 1, 0, 1, 0, 0));

/** Length of the compressed data at `from`: to the next marker that is no restart and no stuffed byte. */
async function scanLength(bytes: Uint8Array, from: number, pause: Options['pause']): Promise<number> {
  let resting = from;
  for (let at = bytes.indexOf(MARK, from); at >= 0; at = bytes.indexOf(MARK, at + 1)) {
    if (pause && at - resting >= BETWEEN_PAUSES) {
      await pause();
      resting = at;
    }
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next === 0 || next === MARK || standsAlone(next)) continue;
    return at - from;
  }
  throw new PictureProblem('cut');
}

function nameOf(marker: number, data: Uint8Array): string {
  if (marker === COM) return 'comment';
  if (marker === APP1 && startsWith(data, 'http://ns.adobe.com/')) return 'xmp';
  if (marker === APP2 && startsWith(data, 'MPF\0')) return 'pictures';
  if (marker === APP13) return 'iptc';
  return marker === APP0 ? 'thumbnail' : 'application';
}

function profileSegments(pieces: readonly { number: number; data: Uint8Array }[]): Uint8Array[] {
  const whole = concat([...pieces].sort((one, other) => one.number - other.number).map(({ data }) => data));
  const profile = colourOnly(whole);
  if (!profile) return [];
  const count = Math.ceil(profile.length / MOST_PROFILE);
  return Array.from({ length: count }, (_, index) => {
    const part = profile.subarray(index * MOST_PROFILE, (index + 1) * MOST_PROFILE);
    return segment(APP2, ascii(PROFILE), Uint8Array.of(index + 1, count), part);
  });
}

/** JPEG (ITU-T T.81): frames, tables and scans stay; JFIF, EXIF and the profile are made anew; all else goes, also what follows the end. */
export async function stripJpeg(bytes: Uint8Array, { keepPlace, pause }: Options): Promise<Cut> {
  const reader = new Reader(bytes);
  if (reader.uint16() !== (MARK << 8) + SOI) throw new PictureProblem('broken');
  const picture = new Pieces(bytes);
  const removed = new Set<string>();
  const profile: { number: number; data: Uint8Array }[] = [];
  let exif: Bytes | undefined;
  let [hasJfif, hasFrame, hasScan] = [false, false, false];
  let adobe: Uint8Array | undefined;
  for (;;) {
    if (reader.byte() !== MARK) throw new PictureProblem('broken');
    let marker = reader.byte();
    while (marker === MARK) marker = reader.byte();
    if (marker === EOI) break;
    if (standsAlone(marker)) continue;
    if (marker === SOI || marker === 0) throw new PictureProblem('broken');
    const from = reader.at - 2;
    const length = reader.uint16();
    if (length < 2) throw new PictureProblem('broken');
    const data = reader.take(length - 2);
    if (marker === SOS) {
      if (!hasFrame) throw new PictureProblem('broken');
      hasScan = true;
      reader.skip(await scanLength(bytes, reader.at, pause));
      picture.keep(from, reader.at);
    } else if (isPicture(marker)) {
      hasFrame ||= isFrame(marker);
      picture.keep(from, reader.at);
    } else if (marker === APP0 && startsWith(data, 'JFIF\0')) {
      hasJfif = true;
      if (data.length > 14) removed.add('thumbnail');
    } else if (marker === APP1 && startsWith(data, EXIF)) {
      const block = data.subarray(EXIF.length);
      exif ??= smallestExif(block, keepPlace);
      if (saysLess(block, exif)) removed.add('exif');
    } else if (marker === APP2 && startsWith(data, PROFILE) && data.length > PROFILE.length + 2) {
      profile.push({ number: data[PROFILE.length] ?? 0, data: data.subarray(PROFILE.length + 2) });
    } else if (marker === APP14 && nameAt(data, 0, 5) === 'Adobe' && data.length >= 12) {
      adobe ??= data.subarray(0, 12);
    } else removed.add(nameOf(marker, data));
  }
  if (!hasScan) throw new PictureProblem('broken');
  if (!reader.isAtEnd) removed.add('after the end');
  const head = [
    ...(hasJfif ? [JFIF] : []),
    ...(exif ? [segment(APP1, ascii(EXIF), exif)] : []),
    ...profileSegments(profile),
    ...(adobe ? [segment(APP14, adobe)] : []),
  ];
  picture.add(Uint8Array.of(MARK, EOI));
  return { bytes: await picture.joinedSlowly(pause, Uint8Array.of(MARK, SOI), ...head), removed };
}
