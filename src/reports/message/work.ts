import { concat, utf8 } from './bytes.ts';

/** Rounds of PBKDF2 in one try. Every browser has it built in, so a telephone pays no more for a try than who floods. */
const ROUNDS = 1_000;
/** Tries made side by side; more only wait for the same processor. */
const AT_ONCE = 4;

/** Work beside a sealed report: the word it was done for (8 digits) and the number that was found (16 hex digits). */
export interface Work {
  d: string;
  n: string;
}

/** Work nobody asked for, in the width it always has. */
export const NO_WORK: Work = { d: '00000000', n: '0000000000000000' };

/** What is asked where many reports come at once: a number whose try begins with so many zero bits, for the word of this hour. */
export interface WorkAsked {
  bits: number;
  d: string;
}

/** A key for tries that holds for this id and these letters (the base64 of the envelope) and for no other report. */
export async function workKey(id: string, letters: Uint8Array): Promise<CryptoKey> {
  const digest = await crypto.subtle.digest('SHA-256', concat(utf8(`ltr-pow-v1 ${id} `), letters));
  return crypto.subtle.importKey('raw', digest, 'PBKDF2', false, ['deriveBits']);
}

/** The zero bits that a try begins with, 32 at most. */
export async function zeroBits(key: CryptoKey, { d, n }: Work): Promise<number> {
  const tried = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: utf8(`ltr-pow ${d} ${n}`), iterations: ROUNDS },
    key,
    32,
  );
  return Math.clz32(new DataView(tried).getUint32(0));
}

/**
 * Tries one number after the other, 2^bits of them on average; WebCrypto does so beside the page's own thread. `onTries` is told how many
 * there were.
 */
export async function findWork(key: CryptoKey, { bits, d }: WorkAsked, onTries: (tries: number) => void = () => undefined): Promise<Work> {
  for (let from = 0; ; from += AT_ONCE) {
    onTries(from);
    const all = Array.from({ length: AT_ONCE }, (_, at): Work => ({ d, n: (from + at).toString(16).padStart(16, '0') }));
    const zeros = await Promise.all(all.map((one) => zeroBits(key, one)));
    const found = all[zeros.findIndex((count) => count >= bits)];
    if (found) return found;
  }
}
