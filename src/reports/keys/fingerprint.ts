import { utf8 } from '../message/bytes.ts';

const GROUPS = 6;

/**
 * A key as six groups of four digits (80 bits of its SHA-256), to be compared by eye or read out. Digits, because no list of words is at home in all
 * three languages.
 */
export async function fingerprint(recipient: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(recipient)));
  const number = digest.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n) % 10n ** BigInt(4 * GROUPS);
  return number
    .toString()
    .padStart(4 * GROUPS, '0')
    .replaceAll(/(\d{4})(?=\d)/g, '$1 · ');
}
