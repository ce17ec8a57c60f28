/** Bytes of a buffer that nobody shares, which is what WebCrypto takes. */
export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** UTF-8 bytes; half of a surrogate pair becomes U+FFFD. */
export function utf8(text: string): Bytes {
  return encoder.encode(text);
}

/** Text of UTF-8 bytes, faults read as U+FFFD. */
export function textOf(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/** Text of UTF-8 bytes. Throws TypeError when they are not UTF-8. */
export function strictTextOf(bytes: Uint8Array): string {
  return strictDecoder.decode(bytes);
}

export function concat(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Browsers of 2025 and later write base64 themselves, without the strings between that a slow phone has to clear away. */
type WritesBase64 = Uint8Array & { toBase64?: () => string };

/** Base64 with padding, RFC 4648 section 4. */
export function toBase64(bytes: WritesBase64): string {
  if (bytes.toBase64) return bytes.toBase64();
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8_192) binary += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(binary);
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const INVALID = 64;
const VALUES = new Uint8Array(256).fill(INVALID);
for (let value = 0; value < ALPHABET.length; value++) VALUES[ALPHABET.charCodeAt(value)] = value;
const PADDING = '='.charCodeAt(0);

function value(letters: Uint8Array, at: number): number {
  return VALUES[letters[at] as number] as number;
}

/** Bytes of base64 in its one right spelling: no white space, no URL alphabet, padded, no loose bits. Undefined for anything else. */
export function fromBase64(text: string): Bytes | undefined {
  return fromBase64Letters(utf8(text));
}

/** Bytes of base64 in its one right spelling, from its letters; undefined for anything else. */
export type Decode = (letters: Uint8Array) => Bytes | undefined;

/**
 * As `fromBase64`, of letters that are bytes still: megabytes of them need not become a text first. A loop, because `atob` takes other
 * spellings too and looking for them first took a seventh of the endpoint's time.
 */
export function fromBase64Letters(letters: Uint8Array): Bytes | undefined {
  if (letters.length % 4 !== 0) return undefined;
  const padding = letters.at(-1) !== PADDING ? 0 : letters.at(-2) === PADDING ? 2 : 1;
  const bytes = new Uint8Array((letters.length / 4) * 3 - padding);
  const fours = letters.length - (padding === 0 ? 0 : 4);
  let seen = 0;
  let to = 0;
  for (let from = 0; from < fours; from += 4) {
    const first = value(letters, from);
    const second = value(letters, from + 1);
    const third = value(letters, from + 2);
    const fourth = value(letters, from + 3);
    seen |= first | second | third | fourth;
    bytes[to++] = (first << 2) | (second >> 4);
    bytes[to++] = (second << 4) | (third >> 2);
    bytes[to++] = (third << 6) | fourth;
  }
  if (padding > 0) {
    const first = value(letters, fours);
    const second = value(letters, fours + 1);
    const third = padding === 1 ? value(letters, fours + 2) : 0;
    seen |= first | second | third;
    bytes[to++] = (first << 2) | (second >> 4);
    if (padding === 1) bytes[to] = (second << 4) | (third >> 2);
    if ((padding === 2 ? second & 0xf : third & 0x3) !== 0) return undefined;
  }
  return (seen & INVALID) === 0 ? bytes : undefined;
}

/** Base64 for addresses, without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Bytes of what `toBase64Url` wrote; undefined for anything else. */
export function fromBase64Url(text: string): Bytes | undefined {
  if (/[+/=]/.test(text)) return undefined;
  const padding = '='.repeat((4 - (text.length % 4)) % 4);
  return fromBase64(text.replaceAll('-', '+').replaceAll('_', '/') + padding);
}
