import type { Check, Hit, Subject } from '../check.ts';
import { figuresOf } from '../lix.ts';
import { isFrontMatter, isInside, isQuoted } from '../read-text.ts';
import type { Sentence } from '../sentences.ts';
import { wholeTextFrom } from './sentences.ts';

const longestBlock = 8;
const mostLinks = 7;
/** Words after which a heading is due, with some room: a block is not cut for it. */
const wordsWithoutHeading = 120;

/** A finding about the whole text stands at its first sentence. */
function aboutAll({ sentences }: Subject, detail: string): Hit[] {
  const [first] = sentences;
  return first ? [{ start: first.start, end: first.end, detail }] : [];
}

function one(value: number): string {
  return value.toFixed(1).replace('.', ',');
}

export const layoutChecks = {
  emphasis: ({ text, sentences }) => [
    ...text.italic.map((range): Hit => ({ ...range, detail: text.plain.slice(range.start, range.end) })),
    ...sentences.flatMap((sentence): Hit[] => {
      const words = sentence.words.filter(({ kind }) => kind === 'word');
      const isAllBold = words.length > 4 && words.every(({ start }) => isInside(start, text.bold));
      return isAllBold ? [{ start: sentence.start, end: sentence.end, detail: sentence.text }] : [];
    }),
  ],

  shouting: ({ sentences }) =>
    sentences.flatMap((sentence) => [
      ...(/[!?]!|!!/.test(sentence.text) ? [{ start: sentence.start, end: sentence.end, detail: sentence.text }] : []),
      ...sentence.words
        .filter(({ kind, text }) => kind === 'word' && /^\p{Lu}{6,}$/u.test(text))
        .map(({ start, end, text }): Hit => ({ start, end, detail: text })),
    ]),

  'sentence-per-line': ({ text, sentences }) =>
    sentences.flatMap((sentence, position): Hit[] => {
      const { start, end, block } = sentence;
      const place = { start, end };
      if (text.plain.slice(start, end).includes('\n')) return [{ ...place, detail: '' }];
      const before = sentences[position - 1];
      const sharesLine = before?.block === block && !text.plain.slice(before.end, start).includes('\n');
      // Sentences inside one item or one quotation belong together.
      const isBound = block.kind !== 'paragraph' || isFrontMatter(text, start) || isQuoted(text, block, start);
      return sharesLine && !isBound ? [{ ...place, detail: '' }] : [];
    }),

  'divided-word': ({ text }) =>
    [...text.plain.matchAll(/\p{L}\u00ad\p{L}+|\p{L}{2,}-\n[ \t]*\p{Ll}+/gu)].map((found) => ({
      start: found.index,
      end: found.index + found[0].length,
      detail: found[0].replaceAll(/\s+/g, ' '),
    })),

  'block-length': ({ text, sentences }) =>
    text.blocks.flatMap((block) => {
      const count = sentences.filter((sentence) => sentence.block === block).length;
      return count > longestBlock ? [{ start: block.start, end: block.end, detail: String(count) }] : [];
    }),
} satisfies Record<string, Check>;

export const wholeTextChecks = {
  'mean-length': (subject) => {
    const { words, meanSentence } = figuresOf(subject.sentences);
    return words >= wholeTextFrom && meanSentence > subject.limits.meanSentence ? aboutAll(subject, one(meanSentence)) : [];
  },

  lix: (subject) => {
    const { words, lix } = figuresOf(subject.sentences);
    return words >= wholeTextFrom && lix > subject.limits.lix ? aboutAll(subject, one(lix)) : [];
  },

  subheadings: (subject) => {
    let words = 0;
    let first: Sentence | undefined;
    for (const sentence of subject.sentences) {
      if (sentence.block.kind === 'heading') {
        words = 0;
        first = undefined;
        continue;
      }
      first ??= sentence;
      words += sentence.words.length;
      if (words > wordsWithoutHeading) return [{ start: first.start, end: first.end, detail: String(words) }];
    }
    return [];
  },

  links: (subject) => (subject.text.links > mostLinks ? aboutAll(subject, String(subject.text.links)) : []),

  'text-length': (subject) => {
    if (!subject.length) return [];
    const { words } = figuresOf(subject.sentences);
    return words < subject.length.least || words > subject.length.most ? aboutAll(subject, String(words)) : [];
  },
} satisfies Record<string, Check>;
