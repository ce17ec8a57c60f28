import { BUCKETS } from './padding.ts';
import { textOf } from './bytes.ts';

// https://c2sp.org/age: version line; an X25519 stanza of argument and body; the line with the header's MAC; nonce; chunks with a tag each.
const VERSION = 'age-encryption.org/v1\n';
const STANZA = 98;
const MAC = 48;
const NONCE = 16;
export const TAG = 16;
export const CHUNK = 65_536;
const STANZA_TEXT = '-> X25519 [A-Za-z0-9+/]{43}\\n[A-Za-z0-9+/]{43}\\n';
const MAC_TEXT = '--- [A-Za-z0-9+/]{43}\\n';

function headerSize(recipients: number): number {
  return VERSION.length + recipients * STANZA + MAC;
}

/** Bytes of the age file that holds a plaintext of `length` bytes for so many X25519 recipients. */
export function sealedSize(length: number, recipients: number): number {
  return headerSize(recipients) + NONCE + length + TAG * Math.max(1, Math.ceil(length / CHUNK));
}

/** The largest envelope for so many recipients. */
export function largestEnvelope(recipients: number): number {
  return sealedSize(BUCKETS.at(-1) ?? 0, recipients);
}

/**
 * Whether bytes can be a report, as far as it shows without a key: age version 1, only X25519 stanzas, as many as a build may have
 * had recipients, one of the padded sizes of that number.
 */
export function isEnvelope(bytes: Uint8Array, recipientCounts: readonly number[]): boolean {
  return recipientCounts.some((count) => {
    const header = textOf(bytes.subarray(0, headerSize(count)));
    const isHeader = new RegExp(`^${VERSION}(?:${STANZA_TEXT}){${count}}${MAC_TEXT}$`).test(header);
    return isHeader && BUCKETS.some((bucket) => bytes.length === sealedSize(bucket, count));
  });
}
