/** A word, a number or a mark that a pattern can name. */
export interface Token {
  kind: 'word' | 'number' | 'year' | 'ordinal' | 'mark';
  /** As patterns see it: lower case, ё as е, straight apostrophes. */
  text: string;
  start: number;
  end: number;
  /** Whether it begins with a capital letter though no sentence begins here. */
  name: boolean;
  /** Whether a comma or an opening bracket stands right before it. */
  setOff: boolean;
  /** Number of the sentence, from 0. */
  sentence: number;
}

/**
 * Cuts a text into words, numbers and marks, and tells sentences apart. Places are offsets in the text as given. Letters are looked at by their
 * codes: on a slow phone that is several times as fast as patterns of Unicode classes.
 */
export function tokensOf(text: string): Token[] {
  const lower = lowered(text);
  const sameLength = lower.length === text.length;
  const tokens: Token[] = [];
  let sentence = 0;
  let begins = true;
  let at = 0;
  const add = (kind: Token['kind'], end: number, words: string): void => {
    const name = kind === 'word' && !begins && text[at] !== words[0];
    tokens.push({ kind, text: words, start: at, end, name, setOff: isSetOff(text, at), sentence });
    begins = false;
    at = end;
  };
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isLetter(code)) {
      const end = endOfWord(text, at);
      const word = sameLength ? lower.slice(at, end) : lowered(text.slice(at, end));
      add('word', end, word.includes('\u00AD') ? word.replaceAll('\u00AD', '') : word);
    } else if (isDigit(code)) {
      const end = endOfNumber(text, at);
      const number = text.slice(at, end);
      add(kindOfNumber(text, at, number), end, number);
    } else if (code === PERCENT) {
      add('word', at + 1, '%');
    } else if (code === NEWLINE || isStop(code)) {
      let end = at + 1;
      while (code !== NEWLINE && end < text.length && isStop(text.charCodeAt(end))) end += 1;
      if (!begins && breaksSentence(text, at, end, tokens.at(-1))) {
        if (shouts(text, at, end)) add('mark', end, '!!');
        sentence += 1;
        begins = true;
      }
      at = end;
    } else at += 1;
  }
  return tokens;
}

/** A word as patterns see it. */
export function lowered(word: string): string {
  return word.toLowerCase().replaceAll('ё', 'е').replaceAll('’', "'");
}

const NEWLINE = 10;
const PERCENT = 37;
const otherLetter = /\p{L}|\p{M}/u;

/** Latin, Latvian and Cyrillic letters by their codes, all others by their Unicode class. */
function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  if (code < 0xc0) return false;
  if (code < 0x250) return code !== 0xd7 && code !== 0xf7;
  if (code >= 0x400 && code < 0x482) return true;
  if (code >= 0x2000 && code < 0x2c00) return false;
  return otherLetter.test(String.fromCharCode(code));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** . ! ? … */
function isStop(code: number): boolean {
  return code === 46 || code === 33 || code === 63 || code === 0x2026;
}

/** Words hold hyphens, apostrophes and soft hyphens between letters. */
function endOfWord(text: string, start: number): number {
  let end = start + 1;
  for (;;) {
    while (end < text.length && (isLetter(text.charCodeAt(end)) || text.charCodeAt(end) === 0xad)) end += 1;
    const joins = text[end] === '-' || text[end] === "'" || text[end] === '’';
    if (!joins || end + 1 >= text.length || !isLetter(text.charCodeAt(end + 1))) return end;
    end += 1;
  }
}

const longNumber = /\d+(?:[ \u00A0\u202F.,]\d{3}(?!\d))*(?:[.,]\d+)?/y;

function endOfNumber(text: string, start: number): number {
  longNumber.lastIndex = start;
  return start + (longNumber.exec(text)?.[0].length ?? 1);
}

function isSetOff(text: string, at: number): boolean {
  const before = text[at - 1];
  const mark = before === ' ' || before === '\u00A0' ? text[at - 2] : before;
  return mark === ',' || mark === '(';
}

/** Two exclamation or question marks or more. */
function shouts(text: string, start: number, end: number): boolean {
  let marks = 0;
  for (let at = start; at < end; at += 1) if (text[at] === '!' || text[at] === '?') marks += 1;
  return marks > 1;
}

/** „26. septembrī” and „2) darbs” count nothing: such numbers are ordinals. */
function kindOfNumber(text: string, index: number, number: string): 'number' | 'year' | 'ordinal' {
  if (/^(?:19|20)\d\d$/.test(number)) return 'year';
  const behind = text.slice(index + number.length, index + number.length + 4);
  if (/^\.\s?\p{Ll}/u.test(behind)) return 'ordinal';
  if (/^[.)]/.test(behind) && /(?:^|\n)[^\S\n]*$/.test(text.slice(Math.max(0, index - 8), index))) return 'ordinal';
  return behind.startsWith(')') && text[index - 1] !== '(' ? 'ordinal' : 'number';
}

/** Whether a sentence ends at the marks, or at the end of a line, between two places. */
function breaksSentence(text: string, start: number, end: number, last: Token | undefined): boolean {
  const following = nextLetter(text, end);
  const goesOn = following !== '' && following === following.toLowerCase() && following !== following.toUpperCase();
  if (text[start] === '\n') return !goesOn || /^[^\S\n]*(?:\n|[-*•#]\s)/.test(text.slice(end, end + 40));
  if (goesOn && !shouts(text, start, end)) return false;
  if (end < text.length && !/[\s"'“«»”)]/.test(text[end] ?? '')) return false;
  // „2019. gadā”, „Nr. 5”, „A. Bērziņa”: a dot after a number or an initial ends nothing.
  const isDot = end === start + 1 && text[start] === '.';
  return !(isDot && last?.end === start && (last.kind !== 'word' || last.text.length === 1));
}

/** The first letter or sign behind a place that is neither space, quotation mark nor a sign of a list. */
function nextLetter(text: string, from: number): string {
  for (let at = from; at < text.length && at < from + 12; at += 1) {
    if (!/[\s"'„“«»”)(\]*_>#-]/.test(text[at] ?? '')) return text[at] ?? '';
  }
  return '';
}
