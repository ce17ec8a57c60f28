import { PictureProblem } from './problem.ts';

/** Bytes of a buffer that nobody shares. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Bytes that are looked at in one go. */
export const BETWEEN_PAUSES = 256 * 1024;

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

export function concat(parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Bytes of a text of ASCII letters. */
export function ascii(text: string): Bytes {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** The letters of a name of ASCII bytes, four of them unless told. */
export function nameAt(bytes: Uint8Array, at: number, length = 4): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

export function startsWith(bytes: Uint8Array, text: string): boolean {
  return bytes.length >= text.length && nameAt(bytes, 0, text.length) === text;
}

/** Reads a file from its beginning; throws `cut` where it ends too early. */
export class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get isAtEnd(): boolean {
    return this.at >= this.#bytes.length;
  }

  take(length: number): Uint8Array {
    if (length < 0 || this.at + length > this.#bytes.length) throw new PictureProblem('cut');
    return this.#bytes.subarray(this.at, (this.at += length));
  }

  skip(length: number): void {
    if (this.at + length > this.#bytes.length) throw new PictureProblem('cut');
    this.at += length;
  }

  byteAt(at: number): number | undefined {
    return this.#bytes[at];
  }

  byte(): number {
    return this.#number(1, (at) => this.#view.getUint8(at));
  }

  uint16(): number {
    return this.#number(2, (at) => this.#view.getUint16(at));
  }

  uint32(): number {
    return this.#number(4, (at) => this.#view.getUint32(at));
  }

  uint32LittleEndian(): number {
    return this.#number(4, (at) => this.#view.getUint32(at, true));
  }

  #number(length: number, read: (at: number) => number): number {
    const { at } = this;
    this.skip(length);
    return read(at);
  }
}

/** A new file out of stretches of an old one and bytes of our own. Stretches that follow each other are one: a file can have millions of tiny parts. */
export class Pieces {
  readonly #source: Uint8Array;
  readonly #parts: Uint8Array[] = [];
  #from = 0;
  #to = 0;

  constructor(source: Uint8Array) {
    this.#source = source;
  }

  /** Bytes of the old file, from one place up to another. */
  keep(from: number, to: number): void {
    if (from !== this.#to) {
      this.#flush();
      this.#from = from;
    }
    this.#to = to;
  }

  add(...parts: readonly Uint8Array[]): void {
    this.#flush();
    this.#parts.push(...parts);
  }

  /** The whole, behind what must stand first. */
  joined(...first: readonly Uint8Array[]): Bytes {
    this.#flush();
    return concat([...first, ...this.#parts]);
  }

  /** The same, giving way to a page between stretches. */
  async joinedSlowly(pause: (() => Promise<unknown>) | undefined, ...first: readonly Uint8Array[]): Promise<Bytes> {
    this.#flush();
    const parts = [...first, ...this.#parts];
    const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
    let at = 0;
    for (const part of parts) {
      for (let from = 0; from < part.length; from += BETWEEN_PAUSES) {
        whole.set(part.subarray(from, from + BETWEEN_PAUSES), at + from);
        await pause?.();
      }
      at += part.length;
    }
    return whole;
  }

  #flush(): void {
    if (this.#to > this.#from) this.#parts.push(this.#source.subarray(this.#from, this.#to));
    this.#from = this.#to = -1;
  }
}

/** `length` bytes with the number in them, most significant byte first unless told. */
export function numberBytes(value: number, length: 1 | 2 | 4, isLittleEndian = false): Bytes {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  if (length === 1) view.setUint8(0, value);
  else if (length === 2) view.setUint16(0, value, isLittleEndian);
  else view.setUint32(0, value, isLittleEndian);
  return bytes;
}
