import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { nextTick } from '@noble/hashes/utils.js';
import { makePause } from './pacing.ts';

/** A block of age's scrypt, r = 8, has 16 pieces of 64 bytes; here in words of 32 bits. */
const PIECE = 16;
const BLOCK = 16 * PIECE;
const LAST = BLOCK - PIECE;
/** Rounds between two looks at the clock. */
const ROUNDS = 2;
/** Words that are wiped between two looks at the clock. */
const WIPED = 256 * 1024;

/**
 * scrypt (RFC 7914) with r = 8 and p = 1, as age uses it, in slices, so that the page goes on answering. Libraries work in slices too, but
 * wipe their memory in one go, and 64 MB hold a slow phone for long. `work` is the binary logarithm of N. Gives 32 bytes; takes 2^work KB.
 * For processors with the least significant byte first, as all that run browsers are.
 */
export async function scrypt(passphrase: string, salt: Uint8Array, work: number, onProgress: (share: number) => void): Promise<Uint8Array> {
  const rounds = 2 ** work;
  const bytes = pbkdf2(sha256, passphrase, salt, { c: 1, dkLen: 4 * BLOCK });
  const block = new Uint32Array(bytes.buffer, bytes.byteOffset, BLOCK);
  await nextTick();
  const memory = new Uint32Array(rounds * BLOCK);
  await nextTick();
  const mixed = new Uint32Array(BLOCK);
  const pause = makePause();
  const look = async (done: number): Promise<void> => {
    if (await pause()) onProgress(done / rounds / 2);
  };

  memory.set(block);
  for (let round = 0; round < rounds; round += ROUNDS) {
    for (let at = round; at < round + ROUNDS && at < rounds - 1; at++) mixBlock(memory, at * BLOCK, memory, (at + 1) * BLOCK);
    await look(round);
  }
  mixBlock(memory, (rounds - 1) * BLOCK, block, 0);
  for (let round = 0; round < rounds; round += ROUNDS) {
    for (let at = round; at < round + ROUNDS && at < rounds; at++) {
      const chosen = ((block[LAST] ?? 0) & (rounds - 1)) * BLOCK;
      for (let word = 0; word < BLOCK; word++) mixed[word] = (block[word] ?? 0) ^ (memory[chosen + word] ?? 0);
      mixBlock(mixed, 0, block, 0);
    }
    await look(rounds + round);
  }

  const key = pbkdf2(sha256, passphrase, bytes, { c: 1, dkLen: 32 });
  for (const used of [block, mixed, SCRATCH]) used.fill(0);
  for (let at = 0; at < memory.length; at += WIPED) {
    memory.fill(0, at, at + WIPED);
    await pause();
  }
  onProgress(1);
  return key;
}

const SCRATCH = new Int32Array(PIECE);

/** scryptBlockMix (RFC 7914, 4): even pieces of the result come first, then the odd ones. */
function mixBlock(from: Uint32Array, fromAt: number, to: Uint32Array, toAt: number): void {
  for (let word = 0; word < PIECE; word++) SCRATCH[word] = from[fromAt + LAST + word] ?? 0;
  for (let piece = 0; piece < BLOCK / PIECE; piece++) {
    mixPiece(SCRATCH, from, fromAt + piece * PIECE, to, toAt + ((piece >> 1) + (piece & 1) * (BLOCK / PIECE / 2)) * PIECE);
  }
}

function turned(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

/** Salsa20/8 (RFC 7914, 3) of the piece before, `mixed`, and the words at `at`. Written out: a loop over its steps is many times slower. */
// prettier-ignore
function mixPiece(mixed: Int32Array, words: Uint32Array, at: number, to: Uint32Array, toAt: number): void {
  let a = (mixed[0] = (mixed[0] ?? 0) ^ (words[at] ?? 0));
  let b = (mixed[1] = (mixed[1] ?? 0) ^ (words[at + 1] ?? 0));
  let c = (mixed[2] = (mixed[2] ?? 0) ^ (words[at + 2] ?? 0));
  let d = (mixed[3] = (mixed[3] ?? 0) ^ (words[at + 3] ?? 0));
  let e = (mixed[4] = (mixed[4] ?? 0) ^ (words[at + 4] ?? 0));
  let f = (mixed[5] = (mixed[5] ?? 0) ^ (words[at + 5] ?? 0));
  let g = (mixed[6] = (mixed[6] ?? 0) ^ (words[at + 6] ?? 0));
  let h = (mixed[7] = (mixed[7] ?? 0) ^ (words[at + 7] ?? 0));
  let i = (mixed[8] = (mixed[8] ?? 0) ^ (words[at + 8] ?? 0));
  let j = (mixed[9] = (mixed[9] ?? 0) ^ (words[at + 9] ?? 0));
  let k = (mixed[10] = (mixed[10] ?? 0) ^ (words[at + 10] ?? 0));
  let l = (mixed[11] = (mixed[11] ?? 0) ^ (words[at + 11] ?? 0));
  let m = (mixed[12] = (mixed[12] ?? 0) ^ (words[at + 12] ?? 0));
  let n = (mixed[13] = (mixed[13] ?? 0) ^ (words[at + 13] ?? 0));
  let o = (mixed[14] = (mixed[14] ?? 0) ^ (words[at + 14] ?? 0));
  let p = (mixed[15] = (mixed[15] ?? 0) ^ (words[at + 15] ?? 0));
  for (let round = 0; round < 8; round += 2) {
    e ^= turned((a + m) | 0, 7);
    i ^= turned((e + a) | 0, 9);
    m ^= turned((i + e) | 0, 13);
    a ^= turned((m + i) | 0, 18);
    j ^= turned((f + b) | 0, 7);
    n ^= turned((j + f) | 0, 9);
    b ^= turned((n + j) | 0, 13);
    f ^= turned((b + n) | 0, 18);
    o ^= turned((k + g) | 0, 7);
    c ^= turned((o + k) | 0, 9);
    g ^= turned((c + o) | 0, 13);
    k ^= turned((g + c) | 0, 18);
    d ^= turned((p + l) | 0, 7);
    h ^= turned((d + p) | 0, 9);
    l ^= turned((h + d) | 0, 13);
    p ^= turned((l + h) | 0, 18);
    b ^= turned((a + d) | 0, 7);
    c ^= turned((b + a) | 0, 9);
    d ^= turned((c + b) | 0, 13);
    a ^= turned((d + c) | 0, 18);
    g ^= turned((f + e) | 0, 7);
    h ^= turned((g + f) | 0, 9);
    e ^= turned((h + g) | 0, 13);
    f ^= turned((e + h) | 0, 18);
    l ^= turned((k + j) | 0, 7);
    i ^= turned((l + k) | 0, 9);
    j ^= turned((i + l) | 0, 13);
    k ^= turned((j + i) | 0, 18);
    m ^= turned((p + o) | 0, 7);
    n ^= turned((m + p) | 0, 9);
    o ^= turned((n + m) | 0, 13);
    p ^= turned((o + n) | 0, 18);
  }
  to[toAt] = mixed[0] = ((mixed[0] ?? 0) + a) | 0;
  to[toAt + 1] = mixed[1] = ((mixed[1] ?? 0) + b) | 0;
  to[toAt + 2] = mixed[2] = ((mixed[2] ?? 0) + c) | 0;
  to[toAt + 3] = mixed[3] = ((mixed[3] ?? 0) + d) | 0;
  to[toAt + 4] = mixed[4] = ((mixed[4] ?? 0) + e) | 0;
  to[toAt + 5] = mixed[5] = ((mixed[5] ?? 0) + f) | 0;
  to[toAt + 6] = mixed[6] = ((mixed[6] ?? 0) + g) | 0;
  to[toAt + 7] = mixed[7] = ((mixed[7] ?? 0) + h) | 0;
  to[toAt + 8] = mixed[8] = ((mixed[8] ?? 0) + i) | 0;
  to[toAt + 9] = mixed[9] = ((mixed[9] ?? 0) + j) | 0;
  to[toAt + 10] = mixed[10] = ((mixed[10] ?? 0) + k) | 0;
  to[toAt + 11] = mixed[11] = ((mixed[11] ?? 0) + l) | 0;
  to[toAt + 12] = mixed[12] = ((mixed[12] ?? 0) + m) | 0;
  to[toAt + 13] = mixed[13] = ((mixed[13] ?? 0) + n) | 0;
  to[toAt + 14] = mixed[14] = ((mixed[14] ?? 0) + o) | 0;
  to[toAt + 15] = mixed[15] = ((mixed[15] ?? 0) + p) | 0;
}
