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
  private places: ReadonlyMap<string, readonly number[]> | undefined;

  constructor(text: string) {
    this.words = wordsIn(text);
  }

  /** For each word what it is, folded. */
  get folded(): readonly Reading[] {
    return (this.readings ??= this.words.map(readingOf));
  }

  /** Positions of the words that begin, folded, with any of these beginnings of `beginning` letters; ascending. */
  beginningWith(beginnings: Iterable<string>): Uint32Array {
    this.places ??= placesByBeginning(this.folded);
    const found: number[] = [];
    for (const letters of beginnings) found.push(...(this.places.get(letters) ?? []));
    // A word of several parts can be found by more than one of them.
    return Uint32Array.from(found)
      .sort()
      .filter((position, at, all) => position !== all[at - 1]);
  }
}

/** A word folded; where it is not all letters its letters and digits joined, and the parts that punctuation cuts it into. */
type Reading = string | readonly string[];

/** A word of a text that is to be marked. */
interface Mark {
  position: number;
  /** Equal keys stand for the same. */
  key: string;
}

/** Says which words of a text to mark, in their order. */
export type Marker = (text: CutText) => readonly Mark[];

const excerptLength = 30;
const wordsBefore = 6;
const beginning = 3;

/** Marks the words of `Plan.marks` in every form. */
export function markerOf(marks: ReadonlySet<string>): Marker {
  // Most words of a text begin like no marked word; only the others are looked at closely.
  const beginnings = new Set([...marks].map((mark) => mark.slice(0, beginning)));
  const keys = new Map<string, string | undefined>();
  const keyOf = (word: string): string | undefined => {
    if (keys.has(word)) return keys.get(word);
    const stem = inflectionStem(word);
    const key = marks.has(word) || marks.has(`${stem}-`) ? stem : undefined;
    keys.set(word, key);
    return key;
  };
  return (text) => {
    const found: Mark[] = [];
    for (const position of text.beginningWith(beginnings)) {
      const reading = text.folded[position] ?? '';
      const key = typeof reading === 'string' ? keyOf(reading) : reading.map(keyOf).find((one) => one !== undefined);
      if (key !== undefined) found.push({ position, key });
    }
    return found;
  };
}

/** The whole text in marked and plain runs. */
export function markedText(text: CutText, marker: Marker): Part[] {
  return partsOf(text.words, 0, text.words.length, marker(text));
}

/** The passage of about thirty words with the most different marked words, the earliest of equal ones. */
export function excerptOf(text: CutText, marker: Marker): Excerpt {
  const { words } = text;
  const marks = marker(text);
  const start = Math.max(0, Math.min(bestStart(marks), words.length - excerptLength));
  const end = Math.min(words.length, start + excerptLength);
  return { parts: partsOf(words, start, end, marks), cutBefore: start > 0, cutAfter: end < words.length };
}

/** How a corrected word is written in the texts found; the word itself where none has it. */
export function asWritten(meant: string, texts: readonly CutText[]): string {
  let beginsSo: string | undefined;
  for (const text of texts)
    for (const position of text.beginningWith([meant.slice(0, beginning)]))
      for (const word of text.words[position]?.match(/[\p{L}\p{M}]+/gu) ?? []) {
        const folded = fold(word);
        if (folded === meant) return word.toLowerCase();
        if (folded.startsWith(meant)) beginsSo ??= word.toLowerCase();
      }
  return beginsSo ?? meant;
}

function bestStart(marks: readonly Mark[]): number {
  let best = 0;
  let most = 0;
  /** How often each key stands in the passage that begins at the mark; `next` is the first mark after it. */
  const inside = new Map<string, number>();
  let next = 0;
  for (const [at, { position, key }] of marks.entries()) {
    for (let mark = marks[next]; mark && mark.position < position + excerptLength - wordsBefore; mark = marks[++next])
      inside.set(mark.key, (inside.get(mark.key) ?? 0) + 1);
    const value = inside.size + (next - at) / excerptLength;
    if (value > most) {
      most = value;
      best = position - wordsBefore;
    }
    const left = (inside.get(key) ?? 0) - 1;
    if (left > 0) inside.set(key, left);
    else inside.delete(key);
  }
  return best;
}

/** The words from `start` up to, not including, `end`. */
function partsOf(words: readonly string[], start: number, end: number, marks: readonly Mark[]): Part[] {
  const marked = marks.filter(({ position }) => position >= start && position < end);
  const parts: Part[] = [];
  let from = start;
  for (const { position } of marked) {
    const before = words.slice(from, position).join(' ');
    const gap = `${from > start ? ' ' : ''}${before}${before && position > start ? ' ' : ''}`;
    if (gap) parts.push({ text: gap, marked: false });
    parts.push({ text: words[position] ?? '', marked: true });
    from = position + 1;
  }
  const rest = words.slice(from, end).join(' ');
  if (rest) parts.push({ text: from > start ? ` ${rest}` : rest, marked: false });
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

function placesByBeginning(readings: readonly Reading[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [position, reading] of readings.entries())
    for (const word of typeof reading === 'string' ? [reading] : reading) {
      const letters = word.slice(0, beginning);
      const own = places.get(letters);
      if (own) own.push(position);
      else places.set(letters, [position]);
    }
  return places;
}
