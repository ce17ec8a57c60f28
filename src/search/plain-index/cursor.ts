const text = new TextDecoder();

/** Reads, one after the other, what Pagefind writes of CBOR (RFC 8949): whole numbers, texts, and arrays whose length is said. */
export class Cursor {
  private readonly bytes: Uint8Array;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** Enters an array: the number of its items. */
  array(): number {
    return this.argument(4);
  }

  text(): string {
    const length = this.argument(3);
    const end = this.at + length;
    const found = text.decode(this.bytes.subarray(this.at, end));
    this.at = end;
    return found;
  }

  number(): number {
    return (this.bytes[this.at] ?? 0) >> 5 === 1 ? -1 - this.argument(1) : this.argument(0);
  }

  /** The number that an item begins with: a value, or a length. Throws where an item of another kind stands. */
  private argument(kind: number): number {
    const head = this.bytes[this.at] ?? 255;
    const size = head & 31;
    if (head >> 5 !== kind || size > 26) throw new RangeError(`the index has another form than Pagefind 1.5 writes, at byte ${this.at}`);
    this.at += 1;
    if (size < 24) return size;
    let value = 0;
    for (const end = this.at + (1 << (size - 24)); this.at < end; this.at += 1) value = value * 256 + (this.bytes[this.at] ?? 0);
    return value;
  }
}
