import { fold } from './tokens.ts';

/**
 * Patterns are words in a row:
 *
 * - `maks*` any word that begins so, `*straße` one that ends so, `maksa` this word only, `a|b*` one of them, `{pay}` a group of the language;
 * - `..` up to three words between, `..6` up to six; words between are never a "not";
 * - `<>` up to four words between, `<>6` up to six, and the two sides stand in either order;
 * - `#` a number, `#5000+` a number of at least 5000, `#1-12` one from 1 to 12;
 * - ` & ` joins parts that must all stand somewhere in the text, ` + ` parts that must all stand in one sentence;
 * - `!` in front: counts after a "not" too.
 */
export interface Step {
  words: readonly string[];
  /** How many other words may stand before this one. */
  gap: number;
}
export interface Part {
  steps: readonly Step[];
}
export interface Pattern {
  parts: readonly Part[];
  ignoresNegation: boolean;
  isOneSentence: boolean;
}

const NO_MORE_THAN = 3;
const EITHER_ORDER_REACH = 4;

/** A pattern with `<>` as the patterns it stands for; any other as itself. */
export function inEachOrder(source: string): string[] {
  const parted = /^(!?)((?:.* [&+] )?)(.+?) <>(\d*) (.+?)((?: [&+] .*)?)$/.exec(source);
  if (!parted) return [source];
  const [, sign = '', before = '', one = '', gap = '', other = '', after = ''] = parted;
  const between = `..${gap || EITHER_ORDER_REACH}`;
  const ordered = [`${one} ${between} ${other}`, `${other} ${between} ${one}`];
  return ordered.flatMap((part) => inEachOrder(`${sign}${before}${part}${after}`));
}

/** Reads a pattern. `groups` are the named alternatives of its language. Throws for an unknown group or an empty pattern. */
export function readPattern(source: string, groups: Readonly<Record<string, string>>): Pattern {
  const ignoresNegation = source.startsWith('!');
  const parts = source
    .slice(ignoresNegation ? 1 : 0)
    .split(/ [&+] /)
    .map((part) => readPart(part, groups));
  return { parts, ignoresNegation, isOneSentence: source.includes(' + ') };
}

function readPart(source: string, groups: Readonly<Record<string, string>>): Part {
  const steps: Step[] = [];
  let gap = 0;
  for (const term of source.trim().split(/\s+/)) {
    const isGap = /^\.\.(\d*)$/.exec(term);
    if (isGap) gap = isGap[1] ? Number(isGap[1]) : NO_MORE_THAN;
    else {
      steps.push({ words: term.split('|').flatMap((word) => wordsOf(word, groups)), gap });
      gap = 0;
    }
  }
  if (steps.length === 0 || gap > 0) throw new Error(`"${source}" is no pattern: it needs a word at its end.`);
  return { steps };
}

function wordsOf(word: string, groups: Readonly<Record<string, string>>): string[] {
  const name = /^\{(\w+)\}$/.exec(word)?.[1];
  if (name === undefined) return [word.startsWith('#') ? word : fold(word)];
  const group = groups[name];
  if (group === undefined) throw new Error(`{${name}} is no group of this language.`);
  return group.split('|').flatMap((one) => wordsOf(one, groups));
}
