import { inEachOrder, readPattern } from './patterns.ts';
import { tokenise, type Tokens } from './tokens.ts';
import { getOrAdd, makeVocabulary, type Vocabulary } from './vocabulary.ts';

/** Where something stands in the text: offsets as of `String.prototype.slice`. */
export interface Span {
  start: number;
  end: number;
}

export interface LanguageWords {
  /** Named alternatives for patterns. */
  groups: Readonly<Record<string, string>>;
  /** "not", "without": they undo what comes up to four words later, but not over a comma. */
  negators: string;
  /** "no", "any": they undo a whole list, over commas. */
  listNegators: string;
}

/** Patterns of one rule by language. A hit is dropped where a pattern of `unless` stands in the same sentence; with "^" before it, in the text. */
export interface Sought {
  id: string;
  patterns: Readonly<Record<string, readonly string[] | undefined>>;
  unless?: Readonly<Record<string, readonly string[] | undefined>> | undefined;
  /** Set for what may be said with a "not" too. */
  ignoresNegation?: boolean;
}

/** Words in a row: numbers of sets, and how many other words may stand before each. */
interface Part {
  sets: readonly number[];
  gaps: readonly number[];
  /** Undone by a "not" of this language, if any. */
  negation: Negation | undefined;
}
interface Negation {
  negators: number;
  listNegators: number;
}
/** Numbers of parts; all must stand in the text, or in one sentence of it. */
interface CompiledPattern {
  parts: readonly number[];
  isOneSentence: boolean;
}
interface CompiledRule {
  id: string;
  patterns: CompiledPattern[];
  /** Numbers of parts that excuse a sentence, or the whole text. */
  excuses: number[];
  excusesOfText: number[];
}

const NEGATION_REACH = 4;
const LIST_REACH = 6;

/** Reads a text, whose tokens may be at hand already. */
export type Matcher = (text: string, tokens?: Tokens) => Map<string, Span[]>;

/**
 * Compiles rules into a function that reads a text once and gives, for each rule that is met, the places that met it. Alternatives in
 * patterns are numbered sets, the same set once. For a text, the places of each set are noted; a pattern is tried only if all its sets
 * have places, and begins at those of its first.
 */
export function compile(rules: readonly Sought[], languages: Readonly<Record<string, LanguageWords>>): Matcher {
  const vocabulary = makeVocabulary();
  const parts: Part[] = [];
  const known = new Map<string, number>();
  const spoken = Object.entries(languages).map(([language, { groups, negators, listNegators }]) => {
    const setOf = (source: string) => vocabulary.setOf(source === '' ? [] : (readPattern(source, groups).parts[0]?.steps[0]?.words ?? []));
    return { language, groups, negation: { negators: setOf(negators), listNegators: setOf(listNegators) } };
  });

  const compiled = rules.map((rule): CompiledRule => {
    const made: CompiledRule = { id: rule.id, patterns: [], excuses: [], excusesOfText: [] };
    for (const { language, groups, negation } of spoken) {
      const read = (source: string, isFree: boolean): CompiledPattern => {
        const { parts: found, ignoresNegation, isOneSentence } = readPattern(source, groups);
        const own = isFree || ignoresNegation || rule.ignoresNegation === true ? undefined : negation;
        const numbers = found.map(({ steps }) => {
          const sets = steps.map(({ words }) => vocabulary.setOf(words));
          const gaps = steps.map(({ gap }) => gap);
          return getOrAdd(
            known,
            `${own ? language : ''} ${sets.join()} ${gaps.join()}`,
            () => parts.push({ sets, gaps, negation: own }) - 1,
          );
        });
        return { parts: numbers, isOneSentence };
      };
      for (const source of (rule.patterns[language] ?? []).flatMap(inEachOrder)) made.patterns.push(read(source, false));
      for (const source of (rule.unless?.[language] ?? []).flatMap(inEachOrder)) {
        const isForText = source.startsWith('^');
        made[isForText ? 'excusesOfText' : 'excuses'].push(...read(isForText ? source.slice(1) : source, true).parts);
      }
    }
    return made;
  });

  return (text, tokens = tokenise(text)) => {
    const reading = readInto(vocabulary, tokens, parts);
    const found = new Map<string, Span[]>();
    for (const rule of compiled) {
      const spans = spansOf(rule, reading);
      if (spans.length > 0) found.set(rule.id, spans);
    }
    return found;
  };
}

interface Hit {
  first: number;
  last: number;
  sentence: number;
}
/** Where a part stands, and the sentences of these places. */
interface Hits {
  all: readonly Hit[];
  sentences: ReadonlySet<number>;
}
interface Reading {
  tokens: Tokens;
  hitsOf: (part: number) => Hits;
}

const NO_HITS: Hits = { all: [], sentences: new Set() };

/** Notes where the words of each set stand, and finds parts when they are asked for. */
function readInto(vocabulary: Vocabulary, tokens: Tokens, parts: readonly Part[]): Reading {
  const { places, stands, isIn } = vocabulary.look(tokens.words);
  let sentence = 0;
  const sentences = tokens.words.map((word) => (word === '' ? ++sentence : sentence));

  const isNegated = ({ negators, listNegators }: Negation, at: number): boolean => {
    let isInClause = tokens.isAfterComma[at] !== true;
    for (let back = 1; back <= LIST_REACH; back++) {
      const place = at - back;
      if (!tokens.words[place]) return false;
      if (isIn(place, listNegators) || (isInClause && back <= NEGATION_REACH && isIn(place, negators))) return true;
      if (tokens.isAfterComma[place]) isInClause = false;
    }
    return false;
  };
  /** The last word of a part whose word `step` stands at `at`. */
  const endOf = (part: Part, step: number, at: number): number | undefined => {
    const set = part.sets[step + 1];
    if (set === undefined) return at;
    const reach = at + 1 + (part.gaps[step + 1] ?? 0);
    for (let place = at + 1; place <= reach; place++) {
      if (!tokens.words[place]) return undefined;
      if (isIn(place, set)) {
        const last = endOf(part, step + 1, place);
        if (last !== undefined) return last;
      }
      if (part.negation && (isIn(place, part.negation.negators) || isIn(place, part.negation.listNegators))) return undefined;
    }
    return undefined;
  };

  const found: (Hits | undefined)[] = new Array<Hits | undefined>(parts.length);
  const find = (part: Part | undefined): Hits => {
    if (!part) return NO_HITS;
    for (const set of part.sets) if (stands[set] === 0) return NO_HITS;
    const all: Hit[] = [];
    for (const first of places[part.sets[0] ?? 0] ?? []) {
      const last = endOf(part, 0, first);
      if (last === undefined || (part.negation && isNegated(part.negation, first))) continue;
      all.push({ first, last, sentence: sentences[first] ?? 0 });
    }
    return all.length === 0 ? NO_HITS : { all, sentences: new Set(all.map((hit) => hit.sentence)) };
  };
  return { tokens, hitsOf: (number) => (found[number] ??= find(parts[number])) };
}

function spansOf({ patterns, excuses, excusesOfText }: CompiledRule, { tokens, hitsOf }: Reading): Span[] {
  const isMet = (part: number): boolean => hitsOf(part) !== NO_HITS;
  const met = patterns.filter(({ parts }) => parts.every(isMet));
  if (met.length === 0 || excusesOfText.some(isMet)) return [];
  const excused = new Set<number>();
  for (const part of excuses) for (const sentence of hitsOf(part).sentences) excused.add(sentence);
  return met
    .flatMap(({ parts, isOneSentence }) => {
      const hits = parts.map(hitsOf);
      const isKept = ({ sentence }: Hit): boolean =>
        !excused.has(sentence) && (!isOneSentence || hits.every(({ sentences }) => sentences.has(sentence)));
      const kept = hits.map(({ all }) => all.filter(isKept));
      return kept.some((own) => own.length === 0) ? [] : kept.flat();
    })
    .map(({ first, last }) => ({ start: tokens.starts[first] ?? 0, end: tokens.ends[last] ?? 0 }))
    .sort((one, other) => one.start - other.start);
}
