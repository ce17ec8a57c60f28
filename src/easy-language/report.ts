import type { Finding, Report } from './lint.ts';
import { rules, sources } from './rules.ts';

/** When a text passes. */
export interface Strictness {
  mostWarnings: number;
  passes: (report: Report) => boolean;
}

/** One paragraph a finding: file, line and rule, the excerpt, what to do. The last line is the sum. */
export function describeReport(report: Report, { mostWarnings, passes }: Strictness): string {
  const { errors, warnings, score, figures, file } = report;
  const sum = `${file}: ${passes(report) ? 'passed' : 'failed'}; score ${score}; ${errors} errors, ${warnings} warnings of ${mostWarnings}; LIX ${figures.lix.toFixed(0)}, ${figures.meanSentence.toFixed(1)} words a sentence, ${figures.words} words`;
  return [...report.findings.map((finding) => describeFinding(file, finding)), sum].join('\n');
}

function describeFinding(file: string, { line, column, level, rule, excerpt, message, suggestion, reason }: Finding): string {
  return [
    `${file}:${line}:${column} ${level} ${rule}: ${message}`,
    `    „${excerpt}”`,
    `    → ${reason === undefined ? suggestion : `kept: ${reason}`}`,
  ].join('\n');
}

/** One line a text. */
export function describeScores(reports: readonly Report[], { passes }: Strictness): string {
  const width = Math.max(...reports.map(({ file }) => file.length));
  return [
    `${'text'.padEnd(width)}  score  errors  warnings  LIX  words/sentence  words`,
    ...reports.map((report) => {
      const { file, score, errors, warnings, figures } = report;
      const cells = [
        String(score).padStart(5),
        String(errors).padStart(6),
        String(warnings).padStart(8),
        figures.lix.toFixed(0).padStart(3),
        figures.meanSentence.toFixed(1).padStart(14),
        String(figures.words).padStart(5),
        passes(report) ? '' : 'failed',
      ];
      return `${file.padEnd(width)}  ${cells.join('  ')}`.trimEnd();
    }),
  ].join('\n');
}

/** The rules for people: what each says, from where, wrong and right. */
export function describeRules(language: 'lv' | 'en'): string {
  return rules
    .map((rule) => {
      const shown = (text: string) => text.split('\n').join(' ⏎ ').slice(0, 120);
      return [
        `${rule.id} (${rule.level}, ${rule.languages.join(' ')})`,
        `  ${rule.suggests[language].replaceAll('{detail}', '…').replaceAll('{better}', '…')}`,
        ...rule.wrong.map((text) => `  – ${shown(text)}`),
        ...rule.right.map((text) => `  + ${shown(text)}`),
        ...rule.sources.map((id) => `  ${sources[id]?.title ?? id}`),
      ].join('\n');
    })
    .join('\n\n');
}
