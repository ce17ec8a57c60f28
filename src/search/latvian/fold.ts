/** Lower case without diacritics: what a query and the vocabulary are compared in. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return asciiOnly.test(lower) ? lower : lower.normalize('NFD').replaceAll(/\p{M}/gu, '');
}

/** Such text has nothing to take off. */
const asciiOnly = /^[\0-\x7F]*$/;

/** A piece of text between white space: its folded letters and digits, and the parts that punctuation cuts it into. */
export interface Token {
  /** All letters and digits of the piece, joined: `2011/36/ES` is `201136es`. */
  whole: string;
  /** Folded parts of two and more characters. One part that equals the whole means there was nothing to cut. */
  parts: string[];
}

/** Cuts text as Pagefind's indexer does: at white space, then at punctuation inside a piece. */
export function tokensOf(text: string): Token[] {
  return text.split(/\s+/u).flatMap((piece) => {
    const parts = fold(piece).match(/[\p{L}\p{N}]+/gu) ?? [];
    const whole = parts.join('');
    return whole === '' ? [] : [{ whole, parts: parts.filter((part) => part.length > 1) }];
  });
}

/** Folded words of a text: each piece whole, and its parts where it has several. */
export function wordsOf(text: string): string[] {
  return tokensOf(text).flatMap(({ whole, parts }) => (parts.includes(whole) ? [whole] : [whole, ...parts]));
}

export function isNumber(word: string): boolean {
  return /^\p{N}+$/u.test(word);
}

/** Length of the common beginning of two words. */
export function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}
