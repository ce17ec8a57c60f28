import { endings, type Language } from './languages.ts';
import { lowered, MARK, NUMBER, SLOTS, slotOf, WORD, YEAR, type Tokens } from './tokens.ts';

/**
 * How rules name words (README.md explains it with examples):
 * `word` this form · `stem~` the stem with an ending of the language · `stem*` the stem and whatever follows · `a|b` one of several ·
 * `#` a number · `#y` a year · `,#` a number after a comma or bracket · `^` a word with a capital inside a sentence · `!!` two marks or
 * more · `..3` up to three other words · `@list` any pattern of a list (whole pattern only).
 */
type Step = { gap: number } | { tests: readonly Test[] };
type WordTest = { kind: 'exact' | 'stem' | 'start'; text: string };
type Test = WordTest | { kind: 'number' | 'year' | 'setOffNumber' | 'name' | 'mark' };

export interface Pattern {
  steps: readonly Step[];
  /** Endings that a stem may have. */
  known: ReadonlySet<string>;
}

/** Reads one pattern. Throws, naming it, if it cannot be read. */
export function readPattern(source: string, language: Language): Pattern {
  const steps = source
    .trim()
    .split(/\s+/)
    .map((step): Step => {
      const gap = /^\.\.(\d)$/.exec(step);
      return gap ? { gap: Number(gap[1]) } : { tests: step.split('|').map((one) => readTest(one, source)) };
    });
  if (!steps[0] || 'gap' in steps[0]) throw new Error(`the pattern "${source}" must begin with a word.`);
  return { steps, known: endings[language] };
}

const signs: Record<string, Test> = {
  '#': { kind: 'number' },
  '#y': { kind: 'year' },
  ',#': { kind: 'setOffNumber' },
  '^': { kind: 'name' },
  '!!': { kind: 'mark' },
  '%': { kind: 'exact', text: '%' },
};

function readTest(source: string, pattern: string): Test {
  const sign = signs[source];
  if (sign) return sign;
  const match = /^([\p{L}\p{M}\d'’-]+)([~*]?)$/u.exec(source);
  if (!match?.[1]) throw new Error(`"${source}" in the pattern "${pattern}" is no word, stem or sign.`);
  const text = lowered(match[1]);
  if (match[2] === '') return { kind: 'exact', text };
  if (text.length < 3) throw new Error(`the stem "${source}" in "${pattern}" is shorter than three letters: it would fit strangers.`);
  return { kind: match[2] === '~' ? 'stem' : 'start', text };
}

/** Index behind the last token of a match that begins at `at`, where the first step is known to fit, or -1. */
export function matchBehind({ steps, known }: Pattern, tokens: Tokens, at: number): number {
  return matchFrom(steps, 1, tokens, at + 1, tokens.sentences[at] ?? -1, known);
}

function matchFrom(steps: readonly Step[], from: number, tokens: Tokens, at: number, sentence: number, known: ReadonlySet<string>): number {
  const step = steps[from];
  if (!step) return at;
  if ('gap' in step) {
    for (let left = 0; left <= step.gap; left += 1) {
      const end = matchFrom(steps, from + 1, tokens, at + left, sentence, known);
      if (end >= 0) return end;
    }
    return -1;
  }
  if (at >= tokens.count || tokens.sentences[at] !== sentence || !fitsOne(step.tests, tokens, at, known)) return -1;
  return matchFrom(steps, from + 1, tokens, at + 1, sentence, known);
}

function fitsOne(tests: readonly Test[], tokens: Tokens, at: number, known: ReadonlySet<string>): boolean {
  for (const test of tests) if (fits(test, tokens, at, known)) return true;
  return false;
}

function fits(test: Test, tokens: Tokens, at: number, known: ReadonlySet<string>): boolean {
  switch (test.kind) {
    case 'exact':
    case 'stem':
    case 'start':
      return fitsWord(test, tokens, at, known);
    case 'number':
      return tokens.kinds[at] === NUMBER;
    case 'setOffNumber':
      return tokens.setOffs[at] === 1;
    case 'year':
      return tokens.kinds[at] === YEAR;
    case 'name':
      return tokens.names[at] === 1;
    case 'mark':
      return tokens.kinds[at] === MARK;
  }
}

function fitsWord({ kind, text }: WordTest, tokens: Tokens, at: number, known: ReadonlySet<string>): boolean {
  const start = tokens.starts[at] ?? 0;
  if (!tokens.text.startsWith(text, start)) return false;
  const behind = start + text.length;
  const end = tokens.ends[at] ?? 0;
  if (kind === 'exact') return behind === end;
  return behind <= end && tokens.kinds[at] === WORD && (kind === 'start' || known.has(tokens.text.slice(behind, end)));
}

type Sign = Exclude<Test, WordTest>['kind'];

/** Patterns by what they begin with, so that each token is asked of few. */
export class PatternIndex<T> {
  readonly #bySlot: (WordEntry<T>[] | undefined)[] = new Array<WordEntry<T>[] | undefined>(SLOTS).fill(undefined);
  readonly #bySign: Record<Sign, Entry<T>[]> = { number: [], year: [], setOffNumber: [], name: [], mark: [] };

  add(pattern: Pattern, value: T): void {
    const first = pattern.steps[0];
    for (const test of first && 'tests' in first ? first.tests : []) {
      if ('text' in test) (this.#bySlot[slotOf(test.text, 0, test.text.length)] ??= []).push({ test, pattern, value });
      else this.#bySign[test.kind].push({ pattern, value });
    }
  }

  /** Calls `visit` with each pattern whose first step fits a token, until it says that it has seen enough. */
  startingAt(tokens: Tokens, at: number, visit: (entry: Entry<T>, at: number) => boolean): boolean {
    const entries = this.#bySlot[tokens.slots[at] ?? 0];
    if (entries) {
      for (const entry of entries) if (fitsWord(entry.test, tokens, at, entry.pattern.known) && visit(entry, at)) return true;
    }
    const kind = tokens.kinds[at];
    if (kind === WORD) return tokens.names[at] === 1 && visitAll(this.#bySign.name, at, visit);
    if (kind === NUMBER) {
      if (visitAll(this.#bySign.number, at, visit)) return true;
      return tokens.setOffs[at] === 1 && visitAll(this.#bySign.setOffNumber, at, visit);
    }
    if (kind === YEAR) return visitAll(this.#bySign.year, at, visit);
    return kind === MARK && visitAll(this.#bySign.mark, at, visit);
  }
}

function visitAll<T>(entries: readonly Entry<T>[], at: number, visit: (entry: Entry<T>, at: number) => boolean): boolean {
  for (const entry of entries) if (visit(entry, at)) return true;
  return false;
}

export interface Entry<T> {
  pattern: Pattern;
  value: T;
}

interface WordEntry<T> extends Entry<T> {
  test: WordTest;
}
