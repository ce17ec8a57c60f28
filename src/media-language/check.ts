import { languageOf, type Language } from './languages.ts';
import { matchAt, PatternIndex, readPattern, type Pattern } from './patterns.ts';
import { tokensOf, type Token } from './tokens.ts';

/** `avoid`: change it. `look`: right in some texts; decide. */
export type Level = 'avoid' | 'look';

/** What one rule looks for in one language. */
export interface Search {
  find: readonly string[];
  /** The sentence must hold one of these, too. */
  near?: readonly string[];
  /** The sentence must hold none of these; with `wholeText` the text. */
  unless?: readonly string[];
  /** What to write. */
  say: string;
}

/** A rule as the checker needs it. */
export interface CheckedRule {
  id: string;
  category: string;
  level: Level;
  /** For rules that look at a whole text: how many sentences it has at least. The first place found is told. */
  wholeText?: number;
  searches: Partial<Record<Language, Search>>;
}

/** Patterns that many rules share, by language and name (`@name`). */
export type Lists = Readonly<Record<Language, Readonly<Record<string, readonly string[]>>>>;

/** Offsets in the text as given; `end` is behind the last letter. */
export interface Finding {
  rule: string;
  category: string;
  level: Level;
  start: number;
  end: number;
  /** The sentence around it. */
  sentence: { start: number; end: number };
  /** What to write, in the language of the text. */
  say: string;
}

export interface Checker {
  /** All findings, by place. Without a language it is told by the letters. */
  check: (text: string, language?: Language) => { language: Language; findings: Finding[] };
}

interface Prepared {
  rule: CheckedRule;
  search: Search;
  near: PatternIndex<true> | undefined;
  unless: PatternIndex<true>;
}

/** Makes a checker of rules. Throws, naming rule and pattern, if a pattern cannot be read. Pure: no disk, no network, no clock. */
export function makeChecker(rules: readonly CheckedRule[], lists: Lists): Checker {
  const prepared = new Map<Language, PatternIndex<Prepared>>();
  const indexOf = (language: Language) => {
    let index = prepared.get(language);
    if (!index) prepared.set(language, (index = prepare(rules, lists[language], language)));
    return index;
  };
  return {
    check: (text, language = languageOf(text)) => ({ language, findings: findingsIn(tokensOf(text), indexOf(language)) }),
  };
}

function prepare(rules: readonly CheckedRule[], lists: Lists[Language], language: Language): PatternIndex<Prepared> {
  const index = new PatternIndex<Prepared>();
  for (const rule of rules) {
    const search = rule.searches[language];
    if (!search) continue;
    const read = (sources: readonly string[]) => patternsOf(sources, lists, language, rule.id);
    const indexed = (sources: readonly string[]) => {
      const words = new PatternIndex<true>();
      for (const pattern of read(sources)) words.add(pattern, true);
      return words;
    };
    const value = { rule, search, near: search.near && indexed(search.near), unless: indexed(search.unless ?? []) };
    for (const pattern of read(search.find)) index.add(pattern, value);
  }
  return index;
}

function patternsOf(sources: readonly string[], lists: Lists[Language], language: Language, rule: string): Pattern[] {
  return sources.flatMap((source): Pattern[] => {
    if (!source.startsWith('@')) return [readPattern(source, language)];
    const list = lists[source.slice(1)];
    if (!list) throw new Error(`${rule}: there is no list "${source}" in ${language}.`);
    return patternsOf(list, lists, language, rule);
  });
}

function findingsIn(tokens: readonly Token[], index: PatternIndex<Prepared>): Finding[] {
  const spans = sentencesOf(tokens);
  const findings: Finding[] = [];
  /** Rules for whole texts that have been decided. */
  const decided = new Set<string>();
  /** Where the last finding of a rule ends, so that one place is told once. */
  const ends = new Map<string, number>();
  /** Whether a rule speaks in the sentence for which it was last asked. */
  const speaks = new Map<Prepared, { sentence: number; answer: boolean }>();
  tokens.forEach((token, at) => {
    index.startingAt(token, (pattern, prepared) => {
      const { rule, search, near, unless } = prepared;
      if (decided.has(rule.id) || at < (ends.get(rule.id) ?? 0)) return;
      const behind = matchAt(pattern, tokens, at);
      const last = tokens[behind - 1];
      const span = spans[token.sentence];
      if (!last || !span) return;
      const whole = rule.wholeText !== undefined;
      if (whole) decided.add(rule.id);
      if (whole && spans.length < (rule.wholeText ?? 0)) return;
      let asked = speaks.get(prepared);
      if (asked?.sentence !== token.sentence) {
        const [from, to] = whole ? [0, tokens.length] : [span.first, span.behind];
        const answer = (!near || holds(near, tokens, from, to)) && !holds(unless, tokens, from, to);
        speaks.set(prepared, (asked = { sentence: token.sentence, answer }));
      }
      if (!asked.answer) return;
      ends.set(rule.id, behind);
      findings.push({
        rule: rule.id,
        category: rule.category,
        level: rule.level,
        start: token.start,
        end: last.end,
        sentence: { start: tokens[span.first]?.start ?? token.start, end: tokens[span.behind - 1]?.end ?? last.end },
        say: search.say,
      });
    });
  });
  return findings;
}

function holds(patterns: PatternIndex<true>, tokens: readonly Token[], from: number, to: number): boolean {
  if (patterns.isEmpty) return false;
  let found = false;
  for (let at = from; at < to && !found; at += 1) {
    const token = tokens[at];
    if (token) patterns.startingAt(token, (pattern) => (found ||= matchAt(pattern, tokens, at) >= 0));
  }
  return found;
}

/** First token of each sentence and the one behind its last. */
function sentencesOf(tokens: readonly Token[]): { first: number; behind: number }[] {
  const spans: { first: number; behind: number }[] = [];
  tokens.forEach(({ sentence }, at) => {
    const span = (spans[sentence] ??= { first: at, behind: at });
    span.behind = at + 1;
  });
  return spans;
}
