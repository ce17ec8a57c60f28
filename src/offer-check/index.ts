import { compile, type LanguageWords, type Matcher, type Span } from './matcher.ts';
import { unpackPatterns } from './packed.ts';
import { forgetWords } from './tokens.ts';

/** Something alarming in an offer, in the words of one language. */
export interface FlagRule {
  id: string;
  what: string;
  why: string;
  todo: string;
  /** Ids of gaps that count as not said where this is found. */
  asks: readonly string[];
  verify: readonly string[];
}
/** Something an offer should say. */
export interface GapRule {
  id: string;
  what: string;
  why: string;
  /** The question to the recruiter. */
  ask: string;
  verify: readonly string[];
}
export interface QuestionRule {
  id: string;
  alarm: 'yes' | 'no';
  flag?: string;
  gaps: readonly string[];
}
export interface BrowserRules {
  languages: Readonly<Record<string, LanguageWords>>;
  /** By language of the advert, packed: the patterns of all flags, then of all gaps. */
  patterns: Readonly<Record<string, string>>;
  flags: readonly FlagRule[];
  gaps: readonly GapRule[];
  questions: readonly QuestionRule[];
}

export interface Finding {
  id: string;
  /** Where it stands in the text; none for an answer to a question. */
  spans: readonly Span[];
}
export interface Findings {
  flags: Finding[];
  /** Ids of what the offer does not say. */
  missing: string[];
}
export type Answer = 'yes' | 'no' | 'unknown';

export interface Checker {
  /** Reads an advert or a chat in Latvian, Russian, English or Ukrainian, or a mixture. */
  readText: (text: string) => Findings;
  /** What answers to the questions mean, by id of the question. Questions without an answer count for nothing. */
  readAnswers: (answers: ReadonlyMap<string, Answer>) => Findings;
  /** Forgets every word that was read. */
  forget: () => void;
}

/** Makes a checker. Compiling takes a few milliseconds, so keep it. */
export function makeChecker({ languages, patterns, flags, gaps, questions }: BrowserRules): Checker {
  const sought = unpackPatterns(
    [...flags, ...gaps].map(({ id }) => id),
    patterns,
  );
  const findFlags: Matcher = compile(sought.slice(0, flags.length), languages);
  const findTold: Matcher = compile(
    sought.slice(flags.length).map((gap) => ({ ...gap, ignoresNegation: true })),
    languages,
  );
  return {
    readText(text) {
      const told = findTold(text);
      const found = [...findFlags(text)].map(([id, spans]) => ({ id, spans }));
      const asked = new Set(found.flatMap((finding) => flags.find(({ id }) => id === finding.id)?.asks ?? []));
      return { flags: found, missing: gaps.flatMap(({ id }) => (told.has(id) && !asked.has(id) ? [] : [id])) };
    },
    readAnswers(answers) {
      const asked = questions.flatMap((question) => {
        const answer = answers.get(question.id);
        return answer === question.alarm || answer === 'unknown' ? [{ ...question, answer }] : [];
      });
      const alarming = new Set(asked.flatMap(({ flag, alarm, answer }) => (flag !== undefined && answer === alarm ? [flag] : [])));
      const missing = new Set(asked.flatMap((question) => question.gaps));
      return {
        flags: flags.flatMap(({ id }) => (alarming.has(id) ? [{ id, spans: [] }] : [])),
        missing: gaps.flatMap(({ id }) => (missing.has(id) ? [id] : [])),
      };
    },
    forget: forgetWords,
  };
}
