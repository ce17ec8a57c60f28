import { ascii, type Bytes, concat, nameAt, numberBytes } from './bytes.ts';

/** Tags of an ICC profile that colours are computed from. Names, copyright, device and measurements are not among them. */
const COLOUR_TAGS = new Set(
  'rXYZ gXYZ bXYZ rTRC gTRC bTRC kTRC wtpt bkpt chad A2B0 A2B1 A2B2 B2A0 B2A1 B2A2 D2B0 D2B1 D2B2 D2B3 B2D0 B2D1 B2D2 B2D3 cicp'.split(' '),
);
const HEADER = 128;
/** Header fields that say who made the profile, when and for which device: date, platform, maker, model, attributes, creator, id. */
const TELLING = [
  [4, 8],
  [24, 36],
  [40, 44],
  [48, 64],
  [80, 100],
] as const;

/** Two tags that every profile must have, with a text that says nothing (type mluc, one record "c"). */
const NO_TEXT = concat([
  ascii('mluc'),
  numberBytes(0, 4),
  numberBytes(1, 4),
  numberBytes(12, 4),
  ascii('enUS'),
  numberBytes(2, 4),
  numberBytes(28, 4),
  numberBytes(0x63, 2),
  new Uint8Array(2),
]);

/** What the two texts and the padding of all tags may add. */
const MOST_ADDED = 256;

/**
 * The profile with its colours and nothing else, so that the picture looks the same; undefined for a profile that no browser would
 * use either.
 */
export function colourOnly(profile: Uint8Array): Bytes | undefined {
  if (profile.length < HEADER + 4 || nameAt(profile, 36) !== 'acsp') return undefined;
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength);
  const count = view.getUint32(HEADER);
  if (HEADER + 4 + count * 12 > profile.length) return undefined;
  const tags = new Map<string, { place: string; data: Uint8Array }>([
    ['desc', { place: 'text', data: NO_TEXT }],
    ['cprt', { place: 'text', data: NO_TEXT }],
  ]);
  for (let index = 0; index < count; index++) {
    const at = HEADER + 4 + index * 12;
    const [name, from, size] = [nameAt(profile, at), view.getUint32(at + 4), view.getUint32(at + 8)];
    if (!COLOUR_TAGS.has(name) || tags.has(name)) continue;
    if (from + size > profile.length) return undefined;
    tags.set(name, { place: `${from} ${size}`, data: profile.subarray(from, from + size) });
  }
  const header = new Uint8Array(profile.subarray(0, HEADER));
  for (const [from, to] of TELLING) header.fill(0, from, to);
  let end = HEADER + 4 + tags.size * 12;
  const table: Uint8Array[] = [];
  const data: Uint8Array[] = [];
  // Tags share their data where they did: the three curves are often one.
  const starts = new Map<string, number>();
  for (const [name, tag] of tags) {
    let start = starts.get(tag.place);
    if (start === undefined) {
      starts.set(tag.place, (start = end));
      data.push(tag.data, new Uint8Array((4 - (tag.data.length % 4)) % 4));
      end += Math.ceil(tag.data.length / 4) * 4;
    }
    table.push(ascii(name), numberBytes(start, 4), numberBytes(tag.data.length, 4));
  }
  // Tags that overlap could make a small profile huge.
  if (end > profile.length + MOST_ADDED) return undefined;
  header.set(numberBytes(end, 4), 0);
  return concat([header, numberBytes(tags.size, 4), ...table, ...data]);
}
