import { fold } from './fold.ts';
import { inflectionStem } from './stem.ts';

/** A run of text; marked runs are what the query asked for. */
export interface Part {
  text: string;
  marked: boolean;
}

export interface Excerpt {
  parts: Part[];
  /** Whether the text goes on before and after the excerpt. */
  cutBefore: boolean;
  cutAfter: boolean;
}

/** A text in words, cut at white space. Keep it with its page: what a word can be found by is worked out once, however often the page is found. */
export class CutText {
  readonly words: readonly string[];
  private readings: readonly Reading[] | undefined;

  constructor(text: string) {
    this.words = wordsIn(text);
  }

  /** For each word what it is, folded. */
  get folded(): readonly Reading[] {
    return (this.readings ??= this.words.map(readingOf));
  }
}

/** A word folded; where it is not all letters its letters and digits joined, and the parts that punctuation cuts it into. */
type Reading = string | readonly string[];

/** For each word of a text undefined, or a key: the word is to be marked, and equal keys stand for the same. */
export type Marker = (text: CutText) => readonly (string | undefined)[];

const excerptLength = 30;
const wordsBefore = 6;
const beginning = 3;

/** Marks the words of `Plan.marks` in every form. */
export function markerOf(marks: ReadonlySet<string>): Marker {
  // Most words of a text begin like no marked word; only the others are looked at closely.
  const beginnings = new Set([...marks].map((mark) => mark.slice(0, beginning)));
  const keyOf = (word: string): string | undefined => {
    if (!beginnings.has(word.slice(0, beginning))) return undefined;
    const stem = inflectionStem(word);
    return marks.has(word) || marks.has(`${stem}-`) ? stem : undefined;
  };
  return (text) =>
    text.folded.map((reading) => (typeof reading === 'string' ? keyOf(reading) : reading.map(keyOf).find((key) => key !== undefined)));
}

/** The whole text in marked and plain runs. */
export function markedText(text: CutText, marker: Marker): Part[] {
  return partsOf(text.words, marker(text));
}

/** The passage of about thirty words with the most different marked words, the earliest of equal ones. */
export function excerptOf(text: CutText, marker: Marker): Excerpt {
  const { words } = text;
  const keys = marker(text);
  const start = Math.max(0, Math.min(bestStart(keys), words.length - excerptLength));
  const end = Math.min(words.length, start + excerptLength);
  return {
    parts: partsOf(words.slice(start, end), keys.slice(start, end)),
    cutBefore: start > 0,
    cutAfter: end < words.length,
  };
}

/** How a corrected word is written in the texts found; the word itself where none has it. */
export function asWritten(meant: string, texts: readonly string[]): string {
  const words = texts.flatMap((text) => text.match(/[\p{L}\p{M}]+/gu) ?? []);
  const found = words.find((word) => fold(word) === meant) ?? words.find((word) => fold(word).startsWith(meant));
  return found?.toLowerCase() ?? meant;
}

function bestStart(keys: readonly (string | undefined)[]): number {
  let best = 0;
  let most = 0;
  keys.forEach((key, position) => {
    if (key === undefined) return;
    const inside = keys.slice(position, position + excerptLength - wordsBefore).filter((other) => other !== undefined);
    const value = new Set(inside).size + inside.length / excerptLength;
    if (value > most) {
      most = value;
      best = position - wordsBefore;
    }
  });
  return best;
}

function partsOf(words: readonly string[], keys: readonly (string | undefined)[]): Part[] {
  const parts: Part[] = [];
  words.forEach((word, position) => {
    const last = parts.at(-1);
    const own = keys[position] !== undefined;
    if (last && !own && !last.marked) last.text += ` ${word}`;
    else {
      if (last && !last.marked) last.text += ' ';
      else if (last) parts.push({ text: ' ', marked: false });
      const space = parts.at(-1);
      if (!own && space && !space.marked) space.text += word;
      else parts.push({ text: word, marked: own });
    }
  });
  return parts;
}

function wordsIn(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

function readingOf(word: string): Reading {
  const folded = fold(word);
  if (/^[a-z]+$/.test(folded)) return folded;
  const parts = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  return parts.length === 1 ? (parts[0] ?? '') : [parts.join(''), ...parts];
}
