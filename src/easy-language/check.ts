import type { Language, Limits } from './languages.ts';
import type { Morphology } from './morphology.ts';
import type { Range, ReadText } from './read-text.ts';
import type { Sentence } from './sentences.ts';
import type { Vocabulary } from './vocabulary.ts';

export type Level = 'error' | 'warning';

/** A place that breaks a rule. */
export interface Hit extends Range {
  /** What was found, for the rule's sentence. */
  detail: string;
  /** What to say instead, where a list knows it. */
  better?: string;
  /** Where it differs from the rule's level. */
  level?: Level;
}

/** Everything a check may look at. */
export interface Subject {
  text: ReadText;
  sentences: readonly Sentence[];
  limits: Limits;
  language: Language;
  abbreviations: readonly { text: string; better: string }[];
  /** Words the whole text should have, where the caller asks for it. */
  length: { least: number; most: number } | undefined;
}

/** What only Latvian has. */
export interface LatvianSubject extends Subject {
  morphology: Morphology;
  vocabulary: Vocabulary;
}

export type Check = (subject: Subject) => Hit[];
export type LatvianCheck = (subject: LatvianSubject) => Hit[];

/** The words a range of the text says, on one line and not too long. */
export function excerptOf(text: ReadText, { start, end }: Range, most = 90): string {
  const words = text.source.slice(start, end).replaceAll(/\s+/g, ' ').trim();
  return words.length <= most ? words : `${words.slice(0, most - 1).trimEnd()}…`;
}

/** All matches of a pattern inside the text that readers see. */
export function matchesIn(subject: Subject, pattern: RegExp): { range: Range; match: RegExpExecArray }[] {
  return subject.text.blocks.flatMap((block) =>
    [...subject.text.plain.slice(block.start, block.end).matchAll(pattern)].map((match) => ({
      match,
      range: { start: block.start + match.index, end: block.start + match.index + match[0].length },
    })),
  );
}
