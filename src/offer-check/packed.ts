import type { Sought } from './matcher.ts';
import { fold } from './tokens.ts';

/** The frequent Cyrillic letters travel as capitals, which folded words never have: half the bytes before packing, a twentieth after. */
const CYRILLIC = 'абвгдежзиклмнопрстухцчшыья';
const FIRST_CAPITAL = 65;
const RULE = '\n';
const PATTERN = ';';
const EXCUSES = '~';

/** Patterns of many rules in one language as one text: a line for each rule, what excuses it behind "~". */
export function packPatterns(rules: readonly Sought[], language: string): string {
  const list = (patterns: readonly string[] = []) => patterns.map(packPattern).join(PATTERN);
  return rules
    .map(({ patterns, unless }) => [list(patterns[language]), ...(unless?.[language] ? [list(unless[language])] : [])].join(EXCUSES))
    .join(RULE);
}

/** Puts patterns back to the rules they were taken from, in the same order. */
export function unpackPatterns(ids: readonly string[], packed: Readonly<Record<string, string>>): Sought[] {
  const rules = ids.map((id) => ({ id, patterns: {} as Record<string, string[]>, unless: {} as Record<string, string[]> }));
  for (const [language, text] of Object.entries(packed)) {
    const whole = text.replace(/[A-Z]/g, (capital) => CYRILLIC[capital.charCodeAt(0) - FIRST_CAPITAL] ?? '');
    whole.split(RULE).forEach((line, index) => {
      const [patterns = '', unless] = line.split(EXCUSES);
      const rule = rules[index];
      if (rule) rule.patterns[language] = patterns.split(PATTERN);
      if (rule && unless !== undefined) rule.unless[language] = unless.split(PATTERN);
    });
  }
  return rules;
}

function packPattern(pattern: string): string {
  if (/[;~\n]/.test(pattern)) throw new Error(`"${pattern}": patterns have no ; ~ or line break.`);
  const terms = pattern.split(' ').map((term) =>
    withoutCovered([...new Set(term.split('|').map(foldTerm))])
      .toSorted()
      .join('|'),
  );
  return terms.join(' ').replace(/\p{Script=Cyrillic}/gu, (letter) => {
    const place = CYRILLIC.indexOf(letter);
    return place < 0 ? letter : String.fromCharCode(FIRST_CAPITAL + place);
  });
}

/** Names of groups keep their letters. */
function foldTerm(word: string): string {
  return /[{}]/.test(word) ? word : fold(word);
}

/** Without alternatives that a shorter beginning among them covers: "bank*|banking" is "bank*". */
function withoutCovered(words: readonly string[]): string[] {
  const beginnings = words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
  return words.filter((word) => !beginnings.some((beginning) => word !== `${beginning}*` && word.startsWith(beginning)));
}
