import { compile, type LanguageWords, type Matcher, type Span } from './matcher.ts';
import { featuresOf } from './features.ts';
import { languagesOf } from './languages.ts';
import { unpackLexicon } from './lexicon.ts';
import { EIGHTH, evidenceIn, type Knowledge, type Place, unpackLearned, withMore } from './learned.ts';
import { makeNetReader, unpackNet } from './net.ts';
import { unpackPatterns } from './packed.ts';
import { tokenise, type Tokens } from './tokens.ts';

export { readAnswers } from './answers.ts';
export { languagesOf } from './languages.ts';
export { forgetWords } from './tokens.ts';

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
/** What pages say, in one language. */
export interface Words {
  flags: readonly FlagRule[];
  gaps: readonly GapRule[];
  questions: readonly QuestionRule[];
}
/** What is looked for in texts, the same for all languages of answers. */
export interface Patterns {
  languages: Readonly<Record<string, LanguageWords>>;
  /** By language of the advert, packed: the patterns of all flags, then of all gaps. */
  packed: Readonly<Record<string, string>>;
  /** By language of the advert, packed: the heaviest weights of words for all flags, those of more words, and the words that stand for concepts. */
  learned: Readonly<Record<string, { few: string; more?: string; lexicon: string }>>;
}
/** What is learned of concepts, whatever the language. */
export interface Concepts {
  /** How many there are. */
  count: number;
  /** A packed net. */
  net: string;
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

/** Reads an advert or a chat in Latvian, Russian, English or Ukrainian, or a mixture. */
export type TextReader = (text: string) => Findings;

/**
 * Makes a reader of texts. A text is read with the patterns and the learned weights of the languages it is written in, as far as they are
 * given; they are made ready once, in a few milliseconds, so keep the reader. A flag is shown where the weights of the words alone say so,
 * or where a pattern is met and they do not speak against it; without weights for its languages, wherever a pattern is met.
 */
export function makeTextReader({ flags, gaps }: Words, { languages, packed, learned }: Patterns, concepts: Concepts): TextReader {
  const ids = [...flags, ...gaps].map(({ id }) => id);
  const matchers = new Map<string, Matcher>();
  const matcherOf = (spoken: readonly string[]): Matcher => {
    const known = matchers.get(spoken.join());
    if (known) return known;
    const only = <T>(all: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(all).filter(([name]) => spoken.includes(name)));
    const sought = unpackPatterns(ids, only(packed)).map((rule, index) => ({ ...rule, ignoresNegation: index >= flags.length }));
    const made = compile(sought, only(languages));
    matchers.set(spoken.join(), made);
    return made;
  };
  const net = makeNetReader(unpackNet(concepts.net));
  const unpacked = new Map<string, Knowledge>();
  const knowledgeOf = (language: string): Knowledge[] => {
    const known = unpacked.get(language);
    if (known) return [known];
    const own = learned[language];
    if (own === undefined) return [];
    const few = unpackLearned(own.few);
    const weights = own.more === undefined ? few : withMore(few, unpackLearned(own.more));
    const made = { learned: weights, lexicon: unpackLexicon(own.lexicon), conceptCount: concepts.count, net };
    unpacked.set(language, made);
    return [made];
  };
  return (text) => {
    const tokens = tokenise(text);
    const spoken = languagesOf(text, tokens.words);
    const all = matcherOf(spoken)(text, tokens);
    const sentences = featuresOf(tokens).map((sentence) => ({ ...sentence, spoken: spokenIn(sentence, text, tokens, spoken) }));
    const readings = spoken.flatMap((language) => {
      const inLanguage = sentences.filter((sentence) => sentence.spoken.includes(language));
      return knowledgeOf(language).map((own) => ({ own: own.learned, evidence: evidenceIn(inLanguage, own) }));
    });
    const found = flags.flatMap(({ id }, flag) => {
      const met = all.get(id) ?? [];
      const isBorneOut =
        readings.length === 0 || readings.some(({ own, evidence }) => (evidence[flag]?.score ?? 0) > (own.beside[flag] ?? 0) * EIGHTH);
      const places = readings.flatMap(({ evidence }) => evidence[flag]?.places ?? []);
      if (met.length > 0 && (isBorneOut || places.length > 0)) return [{ id, spans: met }];
      return places.length > 0 ? [{ id, spans: spansOf(places, tokens) }] : [];
    });
    const asked = new Set(found.flatMap((finding) => flags.find(({ id }) => id === finding.id)?.asks ?? []));
    return { flags: found, missing: gaps.flatMap(({ id }) => (all.has(id) && !asked.has(id) ? [] : [id])) };
  };
}

/** Languages of one sentence of a text: of several, its words may tell which. */
function spokenIn({ first, last }: Place, text: string, { words, starts, ends }: Tokens, spoken: readonly string[]): readonly string[] {
  return spoken.length > 1 ? languagesOf(text.slice(starts[first], ends[last]), words.slice(first, last + 1)) : spoken;
}

/** Places in the text, in order, those of two languages together. */
function spansOf(places: readonly Place[], { starts, ends }: Tokens): Span[] {
  const spans: Span[] = [];
  for (const { first, last } of places.toSorted((one, other) => one.first - other.first)) {
    const [start, end] = [starts[first] ?? 0, ends[last] ?? 0];
    const before = spans.at(-1);
    if (before && start < before.end) before.end = Math.max(before.end, end);
    else spans.push({ start, end });
  }
  return spans;
}
