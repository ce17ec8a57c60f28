import { WORDS } from './words.ts';

/** Words of a made passphrase. */
export const WORD_COUNT = 7;
/** Bits of chance in a made passphrase: 77. */
export const STRENGTH = Math.floor(WORD_COUNT * Math.log2(WORDS.length));
/** A passphrase of one's own must have so many letters, because nobody knows how much chance is in it. */
export const FEWEST_LETTERS = 20;

/** Words by chance, each as likely as any other: numbers that would favour some words are thrown away. */
export function makePassphrase(random = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0): string {
  const fair = Math.floor(2 ** 32 / WORDS.length) * WORDS.length;
  const words: string[] = [];
  while (words.length < WORD_COUNT) {
    const number = random();
    if (number < fair) words.push(WORDS[number % WORDS.length] ?? '');
  }
  return words.join(' ');
}

/** One spelling of what was typed: single spaces, none at the ends, letters composed. Capitals count. */
export function passphraseOf(typed: string): string {
  return typed.normalize('NFC').trim().replaceAll(/\s+/g, ' ');
}

export function isLongEnough(passphrase: string): boolean {
  return [...passphrase].length >= FEWEST_LETTERS;
}
