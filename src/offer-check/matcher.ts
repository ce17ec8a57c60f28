import { inEachOrder, readPattern, type Step } from './patterns.ts';
import { tokenise, type Tokens } from './tokens.ts';

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
  patterns: Readonly<Record<string, readonly string[]>>;
  unless?: Readonly<Record<string, readonly string[] | undefined>> | undefined;
  /** Set for what may be said with a "not" too. */
  ignoresNegation?: boolean;
}

interface CompiledPart {
  steps: { words: Set<number>; gap: number }[];
  negators: Set<number> | undefined;
  listNegators: Set<number>;
  gapStops: Set<number>;
  rule: number;
  /** The pattern this is a part of, and how many parts that has. */
  pattern: number;
  parts: number;
  isOneSentence: boolean;
  /** An excuse holds in its sentence, or everywhere. */
  excuses: 'nothing' | 'sentence' | 'text';
}

const NEGATION_REACH = 4;
const LIST_REACH = 6;
/** Longer numbers are telephones: an open range does not reach them. */
const MOST_AMOUNT = 999_999;

export type Matcher = (text: string) => Map<string, Span[]>;

/**
 * Compiles rules into a function that reads a text once and gives, for each rule that is met, the places that met it.
 * All distinct words of the patterns are numbered; a word of the text is looked up by itself and by each of its beginnings and endings.
 */
export function compile(rules: readonly Sought[], languages: Readonly<Record<string, LanguageWords>>): Matcher {
  const exact = new Map<string, number>();
  const beginnings = new Map<string, number>();
  const endings = new Map<string, number>();
  const numbers: { from: number; to: number; id: number }[] = [];
  const ids = new Map<string, number>();
  const byFirstWord = new Map<number, CompiledPart[]>();
  let patterns = 0;

  const number = (word: string): number => {
    const known = ids.get(word);
    if (known !== undefined) return known;
    const id = ids.size;
    ids.set(word, id);
    const range = /^#(?:(\d+)(?:\+|-(\d+))?)?$/.exec(word);
    if (range) numbers.push({ from: Number(range[1] ?? 0), to: range[2] === undefined ? MOST_AMOUNT : Number(range[2]), id });
    else if (word.startsWith('*')) endings.set(word.slice(1), id);
    else if (word.endsWith('*')) beginnings.set(word.slice(0, -1), id);
    else exact.set(word, id);
    return id;
  };
  const numbered = ({ words, gap }: Step) => ({ words: new Set(words.map(number)), gap });
  const setOf = (source: string, groups: LanguageWords['groups']) => {
    const [part] = source === '' ? [] : readPattern(source, groups).parts;
    return new Set(part?.steps[0]?.words.map(number) ?? []);
  };

  rules.forEach((rule, index) => {
    for (const [language, { groups, negators, listNegators }] of Object.entries(languages)) {
      const own = { negators: setOf(negators, groups), listNegators: setOf(listNegators, groups) };
      const stops = new Set([...own.negators, ...own.listNegators]);
      const add = (source: string, isExcuse: boolean): void => {
        const isForText = isExcuse && source.startsWith('^');
        const { parts, ignoresNegation, isOneSentence } = readPattern(isForText ? source.slice(1) : source, groups);
        const pattern = patterns++;
        const isFree = isExcuse || ignoresNegation || rule.ignoresNegation === true;
        for (const { steps } of parts) {
          const compiled: CompiledPart = {
            steps: steps.map(numbered),
            negators: isFree ? undefined : own.negators,
            listNegators: own.listNegators,
            gapStops: isFree ? new Set() : stops,
            rule: index,
            pattern,
            parts: parts.length,
            isOneSentence,
            excuses: isForText ? 'text' : isExcuse ? 'sentence' : 'nothing',
          };
          for (const id of compiled.steps[0]?.words ?? []) {
            const others = byFirstWord.get(id);
            if (others) others.push(compiled);
            else byFirstWord.set(id, [compiled]);
          }
        }
      };
      for (const source of (rule.patterns[language] ?? []).flatMap(inEachOrder)) add(source, false);
      for (const source of (rule.unless?.[language] ?? []).flatMap(inEachOrder)) add(source, true);
    }
  });

  const wordIds = (word: string): number[] => {
    const found: number[] = [];
    const own = exact.get(word);
    if (own !== undefined) found.push(own);
    if (/^\d+$/.test(word)) {
      for (const { from, to, id } of numbers) if (Number(word) >= from && Number(word) <= to) found.push(id);
    }
    for (let length = 1; length <= word.length; length++) {
      for (const id of [beginnings.get(word.slice(0, length)), endings.get(word.slice(-length))]) if (id !== undefined) found.push(id);
    }
    return found;
  };

  return (text) => {
    const tokens = tokenise(text);
    const seen = new Map<string, number[]>();
    const idsAt = tokens.words.map((word) => {
      let found = seen.get(word);
      if (!found) seen.set(word, (found = wordIds(word)));
      return found;
    });
    return collect(rules, tokens, idsAt, byFirstWord);
  };
}

interface Hit extends Span {
  sentence: number;
}

function collect(
  rules: readonly Sought[],
  tokens: Tokens,
  idsAt: readonly number[][],
  byFirstWord: ReadonlyMap<number, readonly CompiledPart[]>,
): Map<string, Span[]> {
  const hits = new Map<number, Map<number, Map<CompiledPart, Hit[]>>>();
  const excused = new Set<string>();
  let sentence = 0;
  idsAt.forEach((ids, at) => {
    if (tokens.words[at] === '') sentence++;
    for (const id of ids) {
      for (const part of byFirstWord.get(id) ?? []) {
        const last = endOf(part, 0, at, tokens, idsAt);
        if (last === undefined || isNegated(part, at, tokens, idsAt)) continue;
        if (part.excuses !== 'nothing') excused.add(part.excuses === 'text' ? `${part.rule}` : `${part.rule} ${sentence}`);
        else {
          const patterns = getOrAdd(hits, part.rule, () => new Map<number, Map<CompiledPart, Hit[]>>());
          const parts = getOrAdd(patterns, part.pattern, () => new Map<CompiledPart, Hit[]>());
          const hit = { start: tokens.starts[at] ?? 0, end: tokens.ends[last] ?? 0, sentence };
          getOrAdd(parts, part, () => []).push(hit);
        }
      }
    }
  });
  const found = new Map<string, Span[]>();
  for (const [rule, patterns] of [...hits].sort(([one], [other]) => one - other)) {
    if (excused.has(`${rule}`)) continue;
    const spans = [...patterns.values()].flatMap((parts) => {
      const kept = [...parts].map(([part, all]) => ({ part, all: all.filter((hit) => !excused.has(`${rule} ${hit.sentence}`)) }));
      const isWhole = kept.filter(({ all }) => all.length > 0).length === kept[0]?.part.parts;
      if (!isWhole) return [];
      const isWanted = kept[0]?.part.isOneSentence
        ? (hit: Hit) => kept.every(({ all }) => all.some(({ sentence }) => sentence === hit.sentence))
        : () => true;
      return kept.flatMap(({ all }) => all.filter(isWanted));
    });
    const { id = '' } = rules[rule] ?? {};
    if (spans.length > 0)
      found.set(
        id,
        spans.map(({ start, end }) => ({ start, end })).sort((one, other) => one.start - other.start),
      );
  }
  return found;
}

function getOrAdd<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

/** The last word of a match whose step `step` stands at `at`. */
function endOf(part: CompiledPart, step: number, at: number, tokens: Tokens, idsAt: readonly number[][]): number | undefined {
  const next = part.steps[step + 1];
  if (!next) return at;
  for (let place = at + 1; place <= at + 1 + next.gap; place++) {
    const ids = idsAt[place];
    if (!ids || tokens.words[place] === '') return undefined;
    if (ids.some((id) => next.words.has(id))) {
      const last = endOf(part, step + 1, place, tokens, idsAt);
      if (last !== undefined) return last;
    }
    if (ids.some((id) => part.gapStops.has(id))) return undefined;
  }
  return undefined;
}

function isNegated({ negators, listNegators }: CompiledPart, at: number, tokens: Tokens, idsAt: readonly number[][]): boolean {
  if (!negators) return false;
  let isInClause = tokens.isAfterComma[at] !== true;
  for (let back = 1; back <= LIST_REACH; back++) {
    const place = at - back;
    const ids = idsAt[place];
    if (!ids || tokens.words[place] === '') return false;
    if (ids.some((id) => listNegators.has(id) || (isInClause && back <= NEGATION_REACH && negators.has(id)))) return true;
    if (tokens.isAfterComma[place]) isInClause = false;
  }
  return false;
}
