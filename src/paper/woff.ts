import { inflateSync } from 'node:zlib';

/** A table of the font: where it stands in the WOFF file, and what it becomes. */
interface Table {
  tag: Uint8Array;
  checksum: number;
  data: Uint8Array;
}

const header = { woff: 44, sfnt: 12 };
const entry = { woff: 20, sfnt: 16 };

/**
 * Unpacks a WOFF 1.0 file to the TrueType or OpenType font in it (https://www.w3.org/TR/WOFF/). Once for all sheets: whoever reads
 * the packed file inflates it for every sheet anew.
 */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('is no WOFF 1.0 file');
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => tableAt(woff, header.woff + index * entry.woff));
  const highest = Math.floor(Math.log2(count));
  const head = Buffer.alloc(header.sfnt + count * entry.sfnt);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(16 * 2 ** highest, 6);
  head.writeUInt16BE(highest, 8);
  head.writeUInt16BE(16 * (count - 2 ** highest), 10);
  const parts: Uint8Array[] = [head];
  let offset = head.length;
  tables.forEach(({ tag, checksum, data }, index) => {
    const at = header.sfnt + index * entry.sfnt;
    head.set(tag, at);
    head.writeUInt32BE(checksum, at + 4);
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(data.length, at + 12);
    const padding = Buffer.alloc(-data.length & 3);
    parts.push(data, padding);
    offset += data.length + padding.length;
  });
  return Buffer.concat(parts);
}

/** A table is packed only where that makes it shorter. */
function tableAt(woff: Buffer, at: number): Table {
  const [offset, packed, length, checksum] = [4, 8, 12, 16].map((byte) => woff.readUInt32BE(at + byte)) as [number, number, number, number];
  const data = woff.subarray(offset, offset + packed);
  return { tag: woff.subarray(at, at + 4), checksum, data: packed < length ? inflateSync(data) : data };
}
