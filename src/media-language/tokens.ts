/** What a token is: a word, a number, a year, a number that counts nothing (ordinal), or a mark. */
export const WORD = 0;
export const NUMBER = 1;
export const YEAR = 2;
const ORDINAL = 3;
export const MARK = 4;

/**
 * The words, numbers and marks of a text in columns: on a slow phone a hundred thousand small objects would cost more than reading the text.
 * Row `i` of each column is token `i`.
 */
export interface Tokens {
  count: number;
  /** The text as patterns see it: lower case, ё as е, straight apostrophes, no soft hyphens. Places below are offsets in it. */
  text: string;
  kinds: Uint8Array;
  starts: Uint32Array;
  ends: Uint32Array;
  /** Whether it begins with a capital letter though no sentence begins here. */
  names: Uint8Array;
  /** Of numbers: whether a comma or an opening bracket stands right before it. */
  setOffs: Uint8Array;
  /** Number of the sentence, from 0. */
  sentences: Uint32Array;
  /** Slot of the first three letters, for the index of patterns; see `slotOf`. */
  slots: Uint16Array;
}

/** How many slots first letters are sorted into. */
export const SLOTS = 4096;

/** A number below `SLOTS` for the first three letters of a word. Different letters may share one. */
export function slotOf(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start);
  const second = end - start > 1 ? text.charCodeAt(start + 1) : 0;
  const third = end - start > 2 ? text.charCodeAt(start + 2) : 0;
  return (Math.imul(first, 1021) ^ Math.imul(second, 211) ^ Math.imul(third, 31)) & (SLOTS - 1);
}

/**
 * Cuts a text into words, numbers and marks, and tells sentences apart. Letters are looked at by their codes: on a slow phone that is several
 * times as fast as patterns of Unicode classes. The text must hold no soft hyphen.
 */
export function tokensOf(text: string): Tokens {
  const lower = lowered(text);
  const most = Math.ceil(text.length / 2) + 2;
  const kinds = new Uint8Array(most);
  const starts = new Uint32Array(most);
  const ends = new Uint32Array(most);
  const names = new Uint8Array(most);
  const setOffs = new Uint8Array(most);
  const sentences = new Uint32Array(most);
  const slots = new Uint16Array(most);
  let count = 0;
  let sentence = 0;
  let begins = true;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const sign = signOf(code);
    let kind = WORD;
    let end = at + 1;
    if (sign === LETTER) end = endOfWord(text, at);
    else if (sign === DIGIT) {
      end = endOfNumber(text, at);
      kind = kindOfNumber(text, at, end);
    } else if (code === NEWLINE || sign === STOP) {
      while (code !== NEWLINE && end < text.length && signOf(text.charCodeAt(end)) === STOP) end += 1;
      const last = count - 1;
      const endsInitial = last >= 0 && ends[last] === at && (kinds[last] !== WORD || ends[last] - (starts[last] ?? 0) === 1);
      if (begins || !breaksSentence(text, at, end, endsInitial)) {
        at = end;
        continue;
      }
      if (!shouts(text, at, end)) {
        sentence += 1;
        begins = true;
        at = end;
        continue;
      }
      kind = MARK;
    } else if (code !== PERCENT) {
      at = end;
      continue;
    }
    kinds[count] = kind;
    starts[count] = at;
    ends[count] = end;
    if (kind === WORD && !begins && code !== lower.charCodeAt(at) && code !== SMALL_YO) names[count] = 1;
    if (kind === NUMBER && isSetOff(text, at)) setOffs[count] = 1;
    sentences[count] = sentence;
    slots[count] = slotOf(lower, at, end);
    count += 1;
    begins = kind === MARK;
    if (begins) sentence += 1;
    at = end;
  }
  return { count, text: lower, kinds, starts, ends, names, setOffs, sentences, slots };
}

/** A text as patterns see it, letter for letter. */
export function lowered(text: string): string {
  // The one letter that becomes two in lower case.
  return text.replaceAll('İ', 'I').toLowerCase().replaceAll('ё', 'е').replaceAll('’', "'");
}

const NEWLINE = 10;
const PERCENT = 37;
/** Patterns see it as another letter, though it is small. */
const SMALL_YO = 0x451;
const otherLetter = /\p{L}|\p{M}/u;

/** What a sign is, for those that texts are made of: a look into a table costs a cold browser a fifth of what the questions would. */
const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
const STOP = 3;
const common = Uint8Array.from({ length: 0x500 }, (_, code) => {
  if (code === 46 || code === 33 || code === 63) return STOP;
  if (code >= 48 && code <= 57) return DIGIT;
  const isLatin =
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code < 0x250 && code !== 0xd7 && code !== 0xf7);
  return isLatin || (code >= 0x400 && code < 0x482) || (code >= 0x250 && otherLetter.test(String.fromCharCode(code))) ? LETTER : OTHER;
});

function signOf(code: number): number {
  if (code < 0x500) return common[code] ?? OTHER;
  if (code === 0x2026) return STOP;
  if (code >= 0x2000 && code < 0x2c00) return OTHER;
  return otherLetter.test(String.fromCharCode(code)) ? LETTER : OTHER;
}

/** Words hold hyphens and apostrophes between letters. */
function endOfWord(text: string, start: number): number {
  let end = start + 1;
  for (;;) {
    while (end < text.length && signOf(text.charCodeAt(end)) === LETTER) end += 1;
    const code = text.charCodeAt(end);
    const joins = code === 45 || code === 39 || code === 0x2019;
    if (!joins || end + 1 >= text.length || signOf(text.charCodeAt(end + 1)) !== LETTER) return end;
    end += 1;
  }
}

/** Thousands may be set off by a space, a dot or a comma, decimals by a dot or a comma. */
function endOfNumber(text: string, start: number): number {
  let end = endOfDigits(text, start);
  for (;;) {
    const code = text.charCodeAt(end);
    const isSpace = code === 32 || code === 0xa0 || code === 0x202f;
    const isPoint = code === 46 || code === 44;
    if (!isSpace && !isPoint) return end;
    const behind = endOfDigits(text, end + 1);
    if (behind === end + 1) return end;
    if (behind - end === 4) {
      end = behind;
      continue;
    }
    return isPoint ? behind : end;
  }
}

function endOfDigits(text: string, start: number): number {
  let end = start;
  while (signOf(text.charCodeAt(end)) === DIGIT) end += 1;
  return end;
}

function isSetOff(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const mark = before === 32 || before === 0xa0 ? text.charCodeAt(at - 2) : before;
  return mark === 44 || mark === 40;
}

/** Two exclamation or question marks or more. */
function shouts(text: string, start: number, end: number): boolean {
  let marks = 0;
  for (let at = start; at < end; at += 1) if (text[at] === '!' || text[at] === '?') marks += 1;
  return marks > 1;
}

/** „26. septembrī” and „2) darbs” count nothing: such numbers are ordinals. */
function kindOfNumber(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start);
  const second = text.charCodeAt(start + 1);
  if (end - start === 4 && ((first === 49 && second === 57) || (first === 50 && second === 48)) && endOfDigits(text, start) === end)
    return YEAR;
  const next = text[end];
  if (next !== '.' && next !== ')') return NUMBER;
  if (next === '.' && /^\.\s?\p{Ll}/u.test(text.slice(end, end + 4))) return ORDINAL;
  if (/(?:^|\n)[^\S\n]*$/.test(text.slice(Math.max(0, start - 8), start))) return ORDINAL;
  return next === ')' && text[start - 1] !== '(' ? ORDINAL : NUMBER;
}

/**
 * Whether a sentence ends at the marks, or at the end of a line, between two places. `endsInitial`: a number or a single letter stands right
 * before them.
 */
function breaksSentence(text: string, start: number, end: number, endsInitial: boolean): boolean {
  const following = nextLetter(text, end);
  const goesOn = following !== '' && following === following.toLowerCase() && following !== following.toUpperCase();
  if (text.charCodeAt(start) === NEWLINE) return !goesOn || /^[^\S\n]*(?:\n|[-*•#]\s)/.test(text.slice(end, end + 40));
  if (goesOn && !shouts(text, start, end)) return false;
  if (end < text.length && !/[\s"'“«»”)]/.test(text[end] ?? '')) return false;
  // „2019. gadā”, „Nr. 5”, „A. Bērziņa”: a dot after a number or an initial ends nothing.
  return !(endsInitial && end === start + 1 && text.charCodeAt(start) === 46);
}

const passedOver = new Set(' \t\n\r\u00a0\u202f\u2009"\'„“«»”)(]*_>#-');

/** The first letter or sign behind a place that is neither space, quotation mark nor a sign of a list. */
function nextLetter(text: string, from: number): string {
  for (let at = from; at < text.length && at < from + 12; at += 1) {
    const letter = text[at] ?? '';
    if (!passedOver.has(letter)) return letter;
  }
  return '';
}
