import type { Finding } from './check.ts';
import type { Language } from './languages.ts';
import { rules } from './rules.ts';

/** One finding as the command prints it. */
export interface Line extends Pick<Finding, 'rule' | 'category' | 'level' | 'say'> {
  /** Counted from 1. */
  line: number;
  column: number;
  excerpt: string;
  why: string;
}

/** What was found in one text. */
export interface Report {
  file: string;
  language: Language;
  words: number;
  findings: Line[];
}

const reasons = new Map(rules.map(({ id, why }) => [id, why]));

/** Findings with their places as people count them; `messages` is the language of the reasons. */
export function linesOf(text: string, findings: readonly Finding[], messages: Language): Line[] {
  return findings.map(({ rule, category, level, start, end, say }) => {
    const before = text.slice(0, start);
    return {
      line: before.split('\n').length,
      column: start - before.lastIndexOf('\n'),
      rule,
      category,
      level,
      excerpt: text.slice(start, end).replaceAll(/\s+/g, ' '),
      say,
      why: reasons.get(rule)?.[messages] ?? '',
    };
  });
}

/** A paragraph a finding, the sum last. Nothing found proves nothing, and the sum says so. */
export function describeReport({ file, findings }: Report): string {
  const avoid = findings.filter(({ level }) => level === 'avoid').length;
  return [
    ...findings.map(({ line, column, level, rule, excerpt, why, say }) =>
      [`${file}:${line}:${column} ${level} ${rule}: „${excerpt}”`, `    ${why}`, `    → ${say}`].join('\n'),
    ),
    findings.length === 0
      ? `${file}: nothing found; that is no proof of a good text`
      : `${file}: ${avoid} to avoid, ${findings.length - avoid} to look at`,
  ].join('\n');
}

/** The rules for people. */
export function describeRules(messages: Language): string {
  return rules
    .map((rule) =>
      [
        `${rule.id} (${rule.category}, ${rule.level})`,
        `  ${rule.why[messages]}`,
        ...(['lv', 'en', 'ru'] as const).flatMap((language) => {
          const search = rule[language];
          return search ? [`  ${language}: – ${search.instead}`, `      + ${search.say}`] : [];
        }),
      ].join('\n'),
    )
    .join('\n\n');
}
