import { endings, type Language } from './languages.ts';
import { lowered, type Token } from './tokens.ts';

/**
 * How rules name words (README.md explains it with examples):
 * `word` this form · `stem~` the stem with an ending of the language · `stem*` the stem and whatever follows · `a|b` one of several ·
 * `#` a number · `#y` a year · `,#` a number after a comma or bracket · `^` a word with a capital inside a sentence · `!!` two marks or
 * more · `..3` up to three other words · `@list` any pattern of a list (whole pattern only).
 */
type Step = { gap: number } | { tests: readonly Test[] };
type Test = { kind: 'exact' | 'stem' | 'start'; text: string } | { kind: 'number' | 'year' | 'setOffNumber' | 'name' | 'mark' };

export interface Pattern {
  language: Language;
  steps: readonly Step[];
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
  return { language, steps };
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

/** Index behind the last token of a match that begins at `at`, or -1. */
export function matchAt({ steps, language }: Pattern, tokens: readonly Token[], at: number): number {
  return matchFrom(steps, 0, tokens, at, tokens[at]?.sentence ?? -1, endings[language]);
}

function matchFrom(
  steps: readonly Step[],
  from: number,
  tokens: readonly Token[],
  at: number,
  sentence: number,
  known: ReadonlySet<string>,
): number {
  const step = steps[from];
  if (!step) return at;
  if ('gap' in step) {
    for (let left = 0; left <= step.gap; left += 1) {
      const end = matchFrom(steps, from + 1, tokens, at + left, sentence, known);
      if (end >= 0) return end;
    }
    return -1;
  }
  const token = tokens[at];
  if (token?.sentence !== sentence || !step.tests.some((test) => fits(test, token, known))) return -1;
  return matchFrom(steps, from + 1, tokens, at + 1, sentence, known);
}

function fits(test: Test, { kind, text, name, setOff }: Token, known: ReadonlySet<string>): boolean {
  switch (test.kind) {
    case 'exact':
      return text === test.text;
    case 'stem':
      return kind === 'word' && text.startsWith(test.text) && known.has(text.slice(test.text.length));
    case 'start':
      return kind === 'word' && text.startsWith(test.text);
    case 'number':
      return kind === 'number';
    case 'setOffNumber':
      return kind === 'number' && setOff;
    case 'year':
      return kind === 'year';
    case 'name':
      return name;
    case 'mark':
      return kind === 'mark';
  }
}

/** Patterns by what they begin with, so that each token is asked of few. */
export class PatternIndex<T> {
  readonly #byWord = new Map<string, Entry<T>[]>();
  readonly #byStem = new Map<string, Entry<T>[]>();
  readonly #byKind: Record<'number' | 'year' | 'setOffNumber' | 'name' | 'mark', Entry<T>[]> = {
    number: [],
    year: [],
    setOffNumber: [],
    name: [],
    mark: [],
  };

  isEmpty = true;

  add(pattern: Pattern, value: T): void {
    this.isEmpty = false;
    const first = pattern.steps[0];
    const entry = { pattern, value };
    const lists = new Set((first && 'tests' in first ? first.tests : []).map((test) => this.#listFor(test)));
    for (const list of lists) list.push(entry);
  }

  #listFor(test: Test): Entry<T>[] {
    if (!('text' in test)) return this.#byKind[test.kind];
    const [map, key] = test.kind === 'exact' ? [this.#byWord, test.text] : [this.#byStem, test.text.slice(0, 3)];
    let list = map.get(key);
    if (!list) map.set(key, (list = []));
    return list;
  }

  /** Calls `visit` with whatever may begin at a token. */
  startingAt({ kind, text, name, setOff }: Token, visit: (pattern: Pattern, value: T) => void): void {
    if (name) visitAll(this.#byKind.name, visit);
    if (kind === 'word') visitAll(this.#byStem.get(text.slice(0, 3)), visit);
    else if (kind !== 'ordinal') {
      visitAll(this.#byKind[kind], visit);
      if (setOff && kind === 'number') visitAll(this.#byKind.setOffNumber, visit);
    }
    visitAll(this.#byWord.get(text), visit);
  }
}

function visitAll<T>(entries: readonly Entry<T>[] | undefined, visit: (pattern: Pattern, value: T) => void): void {
  if (entries) for (const { pattern, value } of entries) visit(pattern, value);
}

interface Entry<T> {
  pattern: Pattern;
  value: T;
}
