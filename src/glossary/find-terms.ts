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

const word = /[\p{L}\p{M}\p{N}]+(?:[-’'][\p{L}\p{M}\p{N}]+)*/gu;
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

  return (text, before = '') => {
    const tokens = [...text.matchAll(word)].map(({ 0: written, index }) => ({ written, start: index, end: index + written.length }));
    const found: FoundTerm[] = [];
    for (let at = 0; at < tokens.length;) {
      const token = tokens[at];
      if (!token) break;
      const match = byFirstWord.get(token.written.toLowerCase())?.find(({ words }) => standsAt(words, at));
      const last = match && tokens[at + match.words.length - 1];
      if (match?.id !== undefined && last && isPlain(match.words, before + text.slice(0, token.start), token.written))
        found.push({ id: match.id, start: token.start, end: last.end });
      at += match ? match.words.length : 1;
    }
    return found;

    function standsAt(words: readonly string[], at: number): boolean {
      return words.every((wanted, index) => {
        const token = tokens[at + index];
        if (!token) return false;
        const previous = tokens[at + index - 1];
        if (index > 0 && previous && !/^\s+$/u.test(text.slice(previous.end, token.start))) return false;
        return index === 0 || startsWithCapital(wanted) ? isWritten(wanted, token.written) : wanted === token.written;
      });
    }
  };
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
