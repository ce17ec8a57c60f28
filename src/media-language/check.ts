import { languageOf, type Language } from './languages.ts';
import { matchBehind, PatternIndex, readPattern, type Entry, type Pattern } from './patterns.ts';
import { tokensOf, type Tokens } from './tokens.ts';

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
  /** Made when the rule is first asked: most never are. */
  near: () => PatternIndex<true> | undefined;
  unless: () => PatternIndex<true> | undefined;
  /** Where the last finding of the rule ends, so that one place is told once. */
  lastEnd: number;
  /** The sentence for which it was last asked, and whether the rule speaks in it. */
  asked: number;
  speaks: boolean;
  /** A rule for whole texts that has been decided. */
  isDecided: boolean;
}

/** Makes a checker of rules. Throws, naming rule and pattern, if a pattern cannot be read. Pure: no disk, no network, no clock. */
export function makeChecker(rules: readonly CheckedRule[], lists: Lists): Checker {
  const prepared = new Map<Language, { index: PatternIndex<Prepared>; all: Prepared[] }>();
  const indexOf = (language: Language) => {
    let index = prepared.get(language);
    if (!index) prepared.set(language, (index = prepare(rules, lists[language], language)));
    return index;
  };
  return {
    check: (text, language = languageOf(text)) => {
      const { index, all } = indexOf(language);
      for (const one of all) Object.assign(one, atStart);
      return { language, findings: readable(text, (words) => findingsIn(tokensOf(words), index)) };
    },
  };
}

const atStart = { lastEnd: 0, asked: -1, speaks: false, isDecided: false };
const SOFT_HYPHEN = '\u00AD';

/** Reads the text without soft hyphens and gives the places back as they are in the text with them. */
function readable(text: string, find: (text: string) => Finding[]): Finding[] {
  if (!text.includes(SOFT_HYPHEN)) return find(text);
  const places = [...text.matchAll(/[^\u00AD]/g)].map(({ index }) => index);
  const begin = (place: number) => places[place] ?? text.length;
  const end = (place: number) => (places[place - 1] ?? text.length - 1) + 1;
  return find(text.replaceAll(SOFT_HYPHEN, '')).map((finding) => ({
    ...finding,
    start: begin(finding.start),
    end: end(finding.end),
    sentence: { start: begin(finding.sentence.start), end: end(finding.sentence.end) },
  }));
}

function prepare(
  rules: readonly CheckedRule[],
  lists: Lists[Language],
  language: Language,
): { index: PatternIndex<Prepared>; all: Prepared[] } {
  const index = new PatternIndex<Prepared>();
  const all: Prepared[] = [];
  const read = new Map<string, Pattern[]>();
  /** Many rules share lists and conditions, which are read once. */
  const patternsOf = (sources: readonly string[], rule: string): Pattern[] =>
    sources.flatMap((source): Pattern[] => {
      let patterns = read.get(source);
      if (!patterns) {
        const list = lists[source.slice(1)];
        if (source.startsWith('@') && !list) throw new Error(`${rule}: there is no list "${source}" in ${language}.`);
        patterns = source.startsWith('@') && list ? patternsOf(list, rule) : [readPattern(source, language)];
        read.set(source, patterns);
      }
      return patterns;
    });
  const kept = new Map<string, PatternIndex<true>>();
  const indexed = (sources: readonly string[] | undefined, rule: string) => (): PatternIndex<true> | undefined => {
    if (!sources) return undefined;
    const key = sources.join(' , ');
    let words = kept.get(key);
    if (!words) {
      kept.set(key, (words = new PatternIndex<true>()));
      for (const pattern of patternsOf(sources, rule)) words.add(pattern, true);
    }
    return words;
  };
  for (const rule of rules) {
    const search = rule.searches[language];
    if (!search) continue;
    const value = { rule, search, near: indexed(search.near, rule.id), unless: indexed(search.unless, rule.id), ...atStart };
    all.push(value);
    for (const pattern of patternsOf(search.find, rule.id)) index.add(pattern, value);
  }
  return { index, all };
}

function findingsIn(tokens: Tokens, index: PatternIndex<Prepared>): Finding[] {
  const firsts = firstsOf(tokens);
  const sentences = firsts.length - 1;
  const findings: Finding[] = [];
  const visit = ({ pattern, value }: Entry<Prepared>, at: number): boolean => {
    if (value.isDecided || at < value.lastEnd) return false;
    const behind = matchBehind(pattern, tokens, at);
    if (behind < 0) return false;
    const { rule, search } = value;
    const sentence = tokens.sentences[at] ?? 0;
    const [first, next] = [firsts[sentence] ?? 0, firsts[sentence + 1] ?? tokens.count];
    const whole = rule.wholeText !== undefined;
    if (whole) value.isDecided = true;
    if (whole && sentences < (rule.wholeText ?? 0)) return false;
    if (value.asked !== sentence) {
      const [from, to] = whole ? [0, tokens.count] : [first, next];
      const [near, unless] = [value.near(), value.unless()];
      value.asked = sentence;
      value.speaks = (!near || holds(near, tokens, from, to)) && !(unless && holds(unless, tokens, from, to));
    }
    if (!value.speaks) return false;
    value.lastEnd = behind;
    const [starts, ends] = [tokens.starts, tokens.ends];
    findings.push({
      rule: rule.id,
      category: rule.category,
      level: rule.level,
      start: starts[at] ?? 0,
      end: ends[behind - 1] ?? 0,
      sentence: { start: starts[first] ?? 0, end: ends[next - 1] ?? 0 },
      say: search.say,
    });
    return false;
  };
  for (let at = 0; at < tokens.count; at += 1) index.startingAt(tokens, at, visit);
  return findings;
}

function holds(patterns: PatternIndex<true>, tokens: Tokens, from: number, to: number): boolean {
  const visit = ({ pattern }: Entry<true>, at: number) => matchBehind(pattern, tokens, at) >= 0;
  for (let at = from; at < to; at += 1) if (patterns.startingAt(tokens, at, visit)) return true;
  return false;
}

/** The first token of each sentence, and the count of tokens last. */
function firstsOf({ count, sentences }: Tokens): number[] {
  const firsts: number[] = [];
  for (let at = 0; at < count; at += 1) if (at === 0 || sentences[at] !== sentences[at - 1]) firsts.push(at);
  return [...firsts, count];
}
