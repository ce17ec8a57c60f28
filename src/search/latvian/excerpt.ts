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

/** Tells whether a word of a text, at its position among the words, is to be marked; the key says which word of the query it stands for, to prefer variety. */
export type Marker = (word: string, position: number) => string | undefined;

const excerptLength = 30;
const wordsBefore = 6;

/** Marks the words of `Plan.marks` in every form. */
export function markerOf(marks: ReadonlySet<string>): Marker {
  return (word) => {
    const parts = fold(word).match(/[\p{L}\p{N}]+/gu) ?? [];
    const whole = parts.join('');
    for (const part of [whole, ...parts]) {
      const stem = inflectionStem(part);
      if (part !== '' && (marks.has(part) || marks.has(`${stem}-`))) return stem;
    }
    return undefined;
  };
}

/** The whole text in marked and plain runs. */
export function markedText(text: string, marker: Marker): Part[] {
  const words = text.split(/\s+/u).filter(Boolean);
  return partsOf(words, words.map((word, position) => marker(word, position) !== undefined));
}

/** The passage of about thirty words with the most different marked words, the earliest of equal ones. */
export function excerptOf(text: string, marker: Marker): Excerpt {
  const words = text.split(/\s+/u).filter(Boolean);
  const keys = words.map((word, position) => marker(word, position));
  const start = Math.max(0, Math.min(bestStart(keys), words.length - excerptLength));
  const end = Math.min(words.length, start + excerptLength);
  return {
    parts: partsOf(words.slice(start, end), keys.slice(start, end).map((key) => key !== undefined)),
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

function partsOf(words: readonly string[], marked: readonly boolean[]): Part[] {
  const parts: Part[] = [];
  words.forEach((word, position) => {
    const last = parts.at(-1);
    const own = marked[position] ?? false;
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
