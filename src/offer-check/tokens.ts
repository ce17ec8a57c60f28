/** A text cut into words, numbers and signs of money, with the place of each in the text. */
export interface Tokens {
  /** Folded: lower case, no diacritics, no apostrophes. Sentences are parted by ''. */
  words: string[];
  starts: number[];
  ends: number[];
  /** Whether a comma, a semicolon, a colon or a dash stands before the word. */
  isAfterComma: boolean[];
}

const PIECE =
  /\d{1,3}(?:[ \u00a0.,]\d{3})+(?!\d)|\d+(?:[.,]\d{1,2}(?!\d))?|[\p{L}\p{M}'’ʼ`]+|[€$£]|[!?…]+(?=\s|$)|\.+(?=\s|$)|\n|[,;:–—(]/gu;
const COMMAS = ',;:–—(';
const SHORTEST_LAST_WORD = 5;
const GOES_ON = /^[^\S\n]+[\d\p{Ll}]/u;
const ENDS = '.!?…\n';
const MARKS = /[\p{M}'’ʼ`]/gu;

const folded = new Map<string, string>();
const MOST_KEPT = 20_000;

/** "Jāmaksā" → "jamaksa", "зв’язок" → "звязок", "ё" → "е": people type without accents, and so are patterns read. */
export function fold(word: string): string {
  let known = folded.get(word);
  if (known === undefined) {
    known = word.toLowerCase().normalize('NFD').replace(MARKS, '');
    if (folded.size > MOST_KEPT) folded.clear();
    folded.set(word, known);
  }
  return known;
}

/** Forgets every word that was read. */
export function forgetWords(): void {
  folded.clear();
}

export function tokenise(text: string): Tokens {
  const tokens: Tokens = { words: [], starts: [], ends: [], isAfterComma: [] };
  let isAfterComma = false;
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    if (COMMAS.includes(piece)) {
      isAfterComma = true;
      continue;
    }
    const isEnd = ENDS.includes(piece[0] ?? '');
    // "reg. nr. 4000" and "utt. un" go on; "no overtime. 40 hours" and "saved. come" do not.
    if (piece[0] === '.' && isAbbreviation(tokens, index) && GOES_ON.test(text.slice(index + piece.length, index + piece.length + 4)))
      continue;
    const isNumber = /^\d/.test(piece);
    tokens.words.push(isEnd ? '' : isNumber ? whole(piece) : fold(piece));
    tokens.starts.push(index);
    tokens.ends.push(index + piece.length);
    tokens.isAfterComma.push(isAfterComma);
    isAfterComma = false;
  }
  return tokens;
}

function isAbbreviation({ words, ends }: Tokens, dot: number): boolean {
  const last = words.length - 1;
  return ends[last] === dot && (words[last] ?? '').length < SHORTEST_LAST_WORD;
}

/** "1 500" → "1500", "12,50" → "12". */
function whole(number: string): string {
  return number.replace(/[.,]\d{1,2}$/, '').replace(/\D/g, '');
}
