/** A term to look for. */
export interface SoughtTerm {
  id: string;
  /** Everything that is written for it, one to several words each. A capital in a form must stand in the text too. */
  forms: readonly string[];
}
/** A place in a text where a term stands. */
export interface FoundTerm {
  id: string;
  start: number;
  end: number;
}
export type FindTerms = (text: string, before?: string) => FoundTerm[];

const inWord = /[\p{L}\p{M}\p{N}]/u;
/** Which signs words are made of, by their code, made ready at the first use: whole archives are read, and a look is quicker than a pattern. */
let signsOfWords: Uint8Array | undefined;
const joints = new Set(['-', '’', "'"].map((sign) => sign.charCodeAt(0)));
const sentenceEnd = /(?:^|[.!?…:;][”»")]?\s+|[\n•–—]\s*)$/u;
const opening = '„«“"';
const closing = '”»“"';

/**
 * Finds terms in running text, the longest of those that begin at one word. Precision comes first: nothing is found inside quotation marks,
 * and a word with a capital letter in the middle of a sentence is taken for a name. `before` is the same paragraph's text up to this piece.
 */
export function termFinder(terms: readonly SoughtTerm[], passedOver: readonly string[] = []): FindTerms {
  const byFirstWord = new Map<string, { id: string | undefined; words: string[] }[]>();
  const add = (id: string | undefined, form: string) => {
    const words = wordsOf(form);
    const key = (words[0] ?? '').toLowerCase();
    byFirstWord.set(key, [...(byFirstWord.get(key) ?? []), { id, words }]);
  };
  for (const { id, forms } of terms) for (const form of forms) add(id, form);
  for (const form of passedOver) add(undefined, form);
  for (const entries of byFirstWord.values()) entries.sort((a, b) => b.words.length - a.words.length);
  const beginnings = new Set([...byFirstWord.keys()].flatMap(beginningsOf));

  return (text, before = '') => {
    const { starts, ends } = placesOfWords(text);
    const written = (index: number) => text.slice(starts[index], ends[index]);
    const found: FoundTerm[] = [];
    for (let at = 0; at < starts.length;) {
      const start = starts[at] ?? 0;
      const second = start + 1 < (ends[at] ?? 0) ? text.charCodeAt(start + 1) : 0;
      const match = beginnings.has(beginningOf(text.charCodeAt(start), second))
        ? byFirstWord.get(written(at).toLowerCase())?.find(({ words }) => standsAt(words, at))
        : undefined;
      if (match?.id !== undefined && isPlain(match.words, before + text.slice(0, start), written(at)))
        found.push({ id: match.id, start, end: ends[at + match.words.length - 1] ?? 0 });
      at += match ? match.words.length : 1;
    }
    return found;

    function standsAt(words: readonly string[], at: number): boolean {
      return words.every((wanted, index) => {
        const place = at + index;
        if (place >= starts.length) return false;
        if (index > 0 && !/^\s+$/u.test(text.slice(ends[place - 1], starts[place]))) return false;
        return index === 0 || startsWithCapital(wanted) ? isWritten(wanted, written(place)) : wanted === written(place);
      });
    }
  };
}

/** Words: letters and digits in a row, and what a hyphen or an apostrophe joins. */
function placesOfWords(text: string): { starts: number[]; ends: number[] } {
  signsOfWords ??= Uint8Array.from({ length: 0x1_0000 }, (_, code) => (inWord.test(String.fromCharCode(code)) ? 1 : 0));
  const signs = signsOfWords;
  const [starts, ends]: [number[], number[]] = [[], []];
  for (let at = 0; at < text.length; at++) {
    if (signs[text.charCodeAt(at)] === 0) continue;
    starts.push(at);
    while (++at < text.length) {
      const code = text.charCodeAt(at);
      if (signs[code] === 1) continue;
      if (joints.has(code) && at + 1 < text.length && signs[text.charCodeAt(at + 1)] === 1) continue;
      break;
    }
    ends.push(at);
  }
  return { starts, ends };
}

/** How a word begins, its first two signs as one number: most words of a text begin like no term. */
function beginningOf(first: number, second: number): number {
  return first * 0x1_0000 + second;
}

/** The beginnings of a word in all letter cases. */
function beginningsOf(word: string): number[] {
  const casesAt = (at: number) => {
    const sign = word.charAt(at);
    return sign === '' ? [0] : [sign, sign.toUpperCase()].map((one) => one.charCodeAt(0));
  };
  return casesAt(0).flatMap((first) => casesAt(1).map((second) => beginningOf(first, second)));
}

function isWritten(wanted: string, written: string): boolean {
  return startsWithCapital(wanted)
    ? wanted === written
    : wanted === written || wanted === written.charAt(0).toLowerCase() + written.slice(1);
}

function isPlain(words: readonly string[], before: string, written: string): boolean {
  if (isQuoted(before)) return false;
  return startsWithCapital(words[0] ?? '') || !startsWithCapital(written) || sentenceEnd.test(before);
}

/** Whether a place comes after an opening quotation mark that is not closed. “ opens in English and closes in Latvian. */
function isQuoted(before: string): boolean {
  let isOpen = false;
  for (const sign of before) {
    if (isOpen && closing.includes(sign)) isOpen = false;
    else if (opening.includes(sign)) isOpen = true;
  }
  return isOpen;
}

function startsWithCapital(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}

function wordsOf(form: string): string[] {
  return form.split(' ').filter((part) => part !== '');
}
