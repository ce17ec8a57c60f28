import { type Bytes, concat, numberBytes, sameBytes } from './bytes.ts';

const ORIENTATION = 0x0112;
const PLACE_POINTER = 0x8825;
const SHORT = 3;
const LONG = 4;
/** Version, latitude, longitude and altitude; what else stands there tells time, direction and device. */
const LAST_PLACE_TAG = 6;
/** Bytes of the longest of these: three fractions. A longer one would be no place. */
const MOST_PLACE = 24;
/** Bytes of one value by the type's number, TIFF 6.0 page 15. */
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];
const ENTRY = 12;

/** A tag of a directory; `value` holds all of it, wherever it lay. */
interface Entry {
  tag: number;
  type: number;
  count: number;
  value: Uint8Array;
}

/** What may stay: how the picture is turned (1 to 8), and where it was taken if the owner wants that. */
interface Kept {
  orientation: number;
  place: Entry[];
  isLittleEndian: boolean;
}

/** A directory's tags; a tag that lies outside the block is left out, because cameras write such blocks. */
function directoryAt(block: Uint8Array, at: number, isLittleEndian: boolean): Entry[] {
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  if (at + 2 > block.length) return [];
  const entries: Entry[] = [];
  for (let index = 0; index < view.getUint16(at, isLittleEndian); index++) {
    const from = at + 2 + index * ENTRY;
    if (from + ENTRY > block.length) break;
    const type = view.getUint16(from + 2, isLittleEndian);
    const count = view.getUint32(from + 4, isLittleEndian);
    const size = (SIZES[type] ?? 0) * count;
    const valueAt = size <= 4 ? from + 8 : view.getUint32(from + 8, isLittleEndian);
    if (size === 0 || valueAt + size > block.length) continue;
    entries.push({ tag: view.getUint16(from, isLittleEndian), type, count, value: block.subarray(valueAt, valueAt + size) });
  }
  return entries;
}

function keptOf(block: Uint8Array): Kept | undefined {
  if (block.length < 8) return undefined;
  const isLittleEndian = block[0] === 0x49;
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  const mark = view.getUint16(0);
  if ((mark !== 0x4949 && mark !== 0x4d4d) || view.getUint16(2, isLittleEndian) !== 42) return undefined;
  const entries = directoryAt(block, view.getUint32(4, isLittleEndian), isLittleEndian);
  const number = (wanted: number): number | undefined => {
    const entry = entries.find(({ tag }) => tag === wanted);
    if (!entry) return undefined;
    const value = new DataView(entry.value.buffer, entry.value.byteOffset, entry.value.byteLength);
    return entry.type === SHORT ? value.getUint16(0, isLittleEndian) : entry.type === LONG ? value.getUint32(0, isLittleEndian) : undefined;
  };
  const turned = number(ORIENTATION) ?? 1;
  const placeAt = number(PLACE_POINTER);
  return {
    orientation: turned >= 1 && turned <= 8 ? turned : 1,
    place: placeAt === undefined ? [] : placeTags(directoryAt(block, placeAt, isLittleEndian)),
    isLittleEndian,
  };
}

/** The first of each tag that says the place. */
function placeTags(entries: readonly Entry[]): Entry[] {
  const tags = new Map<number, Entry>();
  for (const entry of entries) {
    const isPlace = entry.tag <= LAST_PLACE_TAG && entry.value.length <= MOST_PLACE;
    if (isPlace && !tags.has(entry.tag)) tags.set(entry.tag, entry);
  }
  return [...tags.values()];
}

/** A directory at `at`, followed by the values that do not fit into it. */
function directory(entries: readonly Entry[], at: number, isLittleEndian: boolean): Bytes {
  const number = (value: number, length: 2 | 4) => numberBytes(value, length, isLittleEndian);
  const heads: Uint8Array[] = [];
  const values: Uint8Array[] = [];
  let valueAt = at + 2 + entries.length * ENTRY + 4;
  for (const { tag, type, count, value } of entries) {
    const isInside = value.length <= 4;
    heads.push(number(tag, 2), number(type, 2), number(count, 4));
    heads.push(isInside ? concat([value, new Uint8Array(4 - value.length)]) : number(valueAt, 4));
    if (isInside) continue;
    const padded = concat([value, new Uint8Array(value.length % 2)]);
    values.push(padded);
    valueAt += padded.length;
  }
  return concat([number(entries.length, 2), ...heads, number(0, 4), ...values]);
}

/**
 * A new block out of an EXIF block (TIFF, without `Exif\0\0`): the orientation where the picture is turned, and the place only when
 * asked for. Undefined when nothing is to be kept.
 */
export function smallestExif(block: Uint8Array, keepPlace: boolean): Bytes | undefined {
  const kept = keptOf(block);
  if (!kept) return undefined;
  const { orientation, isLittleEndian } = kept;
  const place = keepPlace ? kept.place : [];
  if (orientation === 1 && place.length === 0) return undefined;
  const entries: Entry[] = [];
  if (orientation !== 1) entries.push({ tag: ORIENTATION, type: SHORT, count: 1, value: numberBytes(orientation, 2, isLittleEndian) });
  const placeAt = 8 + 2 + (entries.length + 1) * ENTRY + 4;
  if (place.length > 0) entries.push({ tag: PLACE_POINTER, type: LONG, count: 1, value: numberBytes(placeAt, 4, isLittleEndian) });
  const mark = numberBytes(isLittleEndian ? 0x4949 : 0x4d4d, 2);
  const head = concat([mark, numberBytes(42, 2, isLittleEndian), numberBytes(8, 4, isLittleEndian)]);
  return concat([head, directory(entries, 8, isLittleEndian), ...(place.length > 0 ? [directory(place, placeAt, isLittleEndian)] : [])]);
}

/** Whether the new block says less than the old one. */
export function saysLess(block: Uint8Array, kept: Uint8Array | undefined): boolean {
  return kept === undefined || !sameBytes(block, kept);
}
