import { placeholder, type Block, type Range, type ReadText } from './read-text.ts';

/** A word, a number, or the stand-in of a component. */
export interface Word extends Range {
  text: string;
  kind: 'word' | 'number' | 'placeholder';
  /** Position in its sentence, from 0. */
  index: number;
}

export interface Sentence extends Range {
  block: Block;
  words: Word[];
  text: string;
}

const wordPattern = new RegExp(`[\\p{L}\\p{M}]+(?:[-’'][\\p{L}\\p{M}]+)*|\\d+(?:[.,: \\u00a0\\u202f]?\\d+)*|${placeholder}`, 'gu');
const sentenceEnd = /(?:[.!?…]+|[.!?…]+["”“»’)\]]+)(?=\s|$)/gu;
/** A full stop after these ends no sentence. */
const abbreviationsWithStop =
  /(?:^|[\s(„«"])(?:u\.\s?c|u\.\s?tml|utt|u\.\s?t\.\s?t|t\.\s?sk|t\.\s?i|piem|plkst|nr|tel|tālr|sk|skat|lpp|prof|dr|st|ul|g|e\.g|i\.e|etc|mr|mrs|ms|т\.\s?е|т\.\s?д|т\.\s?п|др|пр|им|ул|г|стр|руб|\p{L})$/iu;

/** The sentences of all blocks. Headings, items and cells are sentences too, with or without a full stop. */
export function sentencesOf(text: ReadText): Sentence[] {
  return text.blocks.flatMap((block) =>
    rangesIn(text.plain.slice(block.start, block.end)).flatMap(({ start, end }): Sentence[] => {
      const range = { start: block.start + start, end: block.start + end };
      const own = text.plain.slice(range.start, range.end);
      const words = wordsIn(own, range.start);
      return words.length === 0 ? [] : [{ ...range, block, words, text: own }];
    }),
  );
}

function rangesIn(block: string): Range[] {
  const ranges: Range[] = [];
  let start = 0;
  const cut = (end: number) => {
    const own = block.slice(start, end);
    const lead = own.length - own.trimStart().length;
    if (own.trim() !== '') ranges.push({ start: start + lead, end: start + own.trimEnd().length });
    start = end;
  };
  for (const found of block.matchAll(sentenceEnd)) {
    const end = found.index + found[0].length;
    if (found[0] === '.' && !stopEnds(block.slice(start, found.index), block.slice(end))) continue;
    cut(end);
  }
  cut(block.length);
  return ranges;
}

function stopEnds(before: string, after: string): boolean {
  if (abbreviationsWithStop.test(before)) return false;
  const next = after.trimStart();
  // 2024. gada, 3. klase: the full stop of an ordinal.
  if (/\d$/.test(before) && /^\p{Ll}/u.test(next)) return false;
  return next === '' || !/^\p{Ll}/u.test(next);
}

function wordsIn(text: string, offset: number): Word[] {
  return [...text.matchAll(wordPattern)].map((found, index) => ({
    text: found[0],
    kind: found[0] === placeholder ? 'placeholder' : /^\d/.test(found[0]) ? 'number' : 'word',
    start: offset + found.index,
    end: offset + found.index + found[0].length,
    index,
  }));
}
