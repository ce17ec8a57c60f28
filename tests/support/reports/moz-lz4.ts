const MAGIC = 'mozLz40\0';

/** Bytes of a file, unpacked where it is one of Firefox's compressed ones (an LZ4 block behind a name and a size). */
export function plainOf(bytes: Buffer): Buffer {
  if (bytes.subarray(0, MAGIC.length).toString('latin1') !== MAGIC) return bytes;
  return unpack(bytes.subarray(MAGIC.length + 4), bytes.readUInt32LE(MAGIC.length));
}

/** https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md */
function unpack(block: Buffer, size: number): Buffer {
  const plain = Buffer.alloc(size);
  let from = 0;
  let to = 0;
  const length = (half: number): number => {
    let whole = half;
    if (half < 15) return whole;
    for (let more = 255; more === 255; whole += more) more = block[from++] ?? 0;
    return whole;
  };
  while (from < block.length) {
    const token = block[from++] ?? 0;
    const literals = length(token >> 4);
    block.copy(plain, to, from, from + literals);
    from += literals;
    to += literals;
    if (from >= block.length) break;
    const back = block.readUInt16LE(from);
    from += 2;
    // A copy may reach into what it writes, so byte by byte.
    for (let left = length(token & 15) + 4; left > 0; left--, to++) plain[to] = plain[to - back] ?? 0;
  }
  return plain;
}
