import { lint, type LintOptions, type Report } from './lint.ts';

/** Texts of one kind, such as official ones. */
export interface Group {
  name: string;
  texts: readonly { file: string; source: string }[];
}

export interface Comparison {
  groups: { name: string; reports: Report[] }[];
  table: string;
}

type Column = readonly [title: string, value: (report: Report) => string];

const perHundred = (count: number, { figures }: Report) => ((100 * count) / Math.max(1, figures.words)).toFixed(1);

const columns: readonly Column[] = [
  ['words', ({ figures }) => String(figures.words)],
  ['words/sentence', ({ figures }) => figures.meanSentence.toFixed(1)],
  ['> 15 words %', ({ figures }) => figures.longSentences.toFixed(0)],
  ['> 6 letters %', ({ figures }) => figures.longWords.toFixed(0)],
  ['LIX', ({ figures }) => figures.lix.toFixed(0)],
  ['errors/100', (report) => perHundred(report.errors, report)],
  ['warnings/100', (report) => perHundred(report.warnings, report)],
  ['score', ({ score }) => String(score)],
];

/** Lints every text of every group and lays the figures side by side; words and findings are per text. */
export async function compare(groups: readonly Group[], options: LintOptions = {}): Promise<Comparison> {
  const reported: Comparison['groups'] = [];
  for (const { name, texts } of groups) {
    const reports: Report[] = [];
    for (const { file, source } of texts) reports.push(await lint(source, { ...options, file }));
    reported.push({ name, reports });
  }
  return { groups: reported, table: tableOf(reported) };
}

function tableOf(groups: Comparison['groups']): string {
  const head = ['', ...columns.map(([title]) => title)];
  const rows = groups.flatMap(({ name, reports }) => [
    [`**${name}**`, ...columns.map(() => '')],
    ...reports.map((report) => [report.file.split(/[\\/]/).at(-1) ?? '', ...columns.map(([, value]) => value(report))]),
    ...(reports.length > 1 ? [[`mean of ${reports.length}`, ...meanOf(reports)]] : []),
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  return [
    line(head),
    `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`,
    ...rows.map(line),
  ].join('\n');
}

function meanOf(reports: readonly Report[]): string[] {
  return columns.map(([title, value]) => {
    const values = reports.map((report) => Number(value(report)));
    const mean = values.reduce((sum, next) => sum + next, 0) / values.length;
    return title === 'words' || title === 'score' || title.endsWith('%') || title === 'LIX' ? mean.toFixed(0) : mean.toFixed(1);
  });
}
