import type { LanguageWords, Sought } from './matcher.ts';
import { fold } from './tokens.ts';

/** The frequent Cyrillic letters travel as capitals, which folded words never have: half the bytes before packing, a twentieth after. */
const CYRILLIC = 'абвгдежзиклмнопрстухцчшыья';
const FIRST_CAPITAL = 65;
/** No sign that JSON would have to mask. */
const RULE = '`';
const PATTERN = ';';
const EXCUSES = '~';
/** What stands most often between words of a pattern, in one sign each. */
const SIGNS = [
  [' .. ', ','],
  [' + ', '='],
] as const;
/** Another way to write the usual gaps. */
const USUAL_GAPS = [
  [/\.\.3(?!\d)/g, '..'],
  [/<>4(?!\d)/g, '<>'],
] as const;

/** Patterns of many rules in one language as one text: rule by rule, what excuses it behind "~". */
export function packPatterns(rules: readonly Sought[], language: string): string {
  const list = (patterns: readonly string[] = []) => [...new Set(patterns.map(packPattern))].toSorted().join(PATTERN);
  return rules
    .map(({ patterns, unless }) => [list(patterns[language]), ...(unless?.[language] ? [list(unless[language])] : [])].join(EXCUSES))
    .join(RULE);
}

interface UnpackedRule extends Sought {
  patterns: Record<string, string[]>;
  unless: Record<string, string[]>;
}

/** The words that patterns of a language share, as they are looked for. */
export function packGroups({ groups, negators, listNegators }: LanguageWords): LanguageWords {
  return {
    groups: Object.fromEntries(Object.entries(groups).map(([name, words]) => [name, packTerm(words)])),
    negators: packTerm(negators),
    listNegators: packTerm(listNegators),
  };
}

/** Puts patterns back to the rules they were taken from, in the same order. */
export function unpackPatterns(ids: readonly string[], packed: Readonly<Record<string, string>>): Sought[] {
  const rules = ids.map((id): UnpackedRule => ({ id, patterns: {}, unless: {} }));
  for (const [language, text] of Object.entries(packed)) {
    const letters = text.replace(/[A-Z]/g, (capital) => CYRILLIC[capital.charCodeAt(0) - FIRST_CAPITAL] ?? '');
    const whole = SIGNS.reduce((all, [between, sign]) => all.replaceAll(sign, between), letters);
    whole.split(RULE).forEach((line, index) => {
      const [patterns = '', unless] = line.split(EXCUSES);
      const rule = rules[index];
      if (rule && patterns !== '') rule.patterns[language] = patterns.split(PATTERN);
      if (rule && unless !== undefined) rule.unless[language] = unless.split(PATTERN);
    });
  }
  return rules;
}

function packPattern(pattern: string): string {
  if (/[;~`,=]/.test(pattern)) throw new Error(`"${pattern}": patterns have none of ; ~ \` , =`);
  const usual = USUAL_GAPS.reduce((all, [written, gap]) => all.replace(written, gap), pattern);
  const terms = usual.split(' ').map(packTerm).join(' ');
  return SIGNS.reduce((all, [between, sign]) => all.replaceAll(between, sign), terms).replace(/\p{Script=Cyrillic}/gu, (letter) => {
    const place = CYRILLIC.indexOf(letter);
    return place < 0 ? letter : String.fromCharCode(FIRST_CAPITAL + place);
  });
}

function packTerm(term: string): string {
  return withoutCovered([...new Set(term.split('|').map(foldTerm))])
    .toSorted()
    .join('|');
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
