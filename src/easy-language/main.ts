/**
 * The linter at the command line; README.md explains the options and exit codes.
 * `npm run lint:easy -- [options] FILE…`
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compare, type Group } from './compare.ts';
import { languages, type Language } from './languages.ts';
import { lint, type LintOptions, type Report } from './lint.ts';
import { describeReport, describeRules, describeScores, type Strictness } from './report.ts';

const usage = `usage: npm run lint:easy -- [options] FILE-OR-FOLDER…
  --lang lv|en|ru          language of the texts; else by folder or letters
  --messages lv|en         language of the messages (lv)
  --format text|json       (text)
  --words FILE             further allowed words, separated by white space
  --length LEAST-MOST      words a text should have
  --max-warnings NUMBER    warnings a text may have (3)
  --require-reasons        every warning left needs a written reason
  --scores                 only the table of scores
  --compare [NAME=PATH …]  figures of groups of texts side by side
  --rules                  all rules with examples`;

/** Ends of names that are read from a folder. */
const readable = /\.(?:txt|md|mdx)$/;

/** Wrong use, or a file that cannot be read. */
class UsageProblem extends Error {}

export async function run(args: readonly string[], print: (text: string) => void): Promise<0 | 1 | 2> {
  try {
    const options = readOptions(args);
    if (options.rules) {
      print(describeRules(options.lint.messages ?? 'lv'));
      return 0;
    }
    if (options.compare) {
      const groups = options.paths.length > 0 ? options.paths.map(groupOf) : knownGroups();
      print((await compare(groups, options.lint)).table);
      return 0;
    }
    const files = options.paths.flatMap(filesAt);
    if (files.length === 0) throw new UsageProblem('name at least one file or folder with texts.');
    const reports: Report[] = [];
    for (const file of files) reports.push(await lint(readFileSync(file, 'utf8'), { ...options.lint, file }));
    const { strictness } = options;
    if (options.format === 'json')
      print(JSON.stringify({ passed: reports.every((report) => strictness.passes(report)), texts: reports }, undefined, 2));
    else {
      if (!options.scores) for (const report of reports) print(describeReport(report, strictness));
      if (options.scores || reports.length > 1) print(describeScores(reports, strictness));
    }
    return reports.every((report) => strictness.passes(report)) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UsageProblem)) throw error;
    print(`${error.message}\n\n${usage}`);
    return 2;
  }
}

interface Options {
  paths: string[];
  lint: LintOptions;
  strictness: Strictness;
  format: 'text' | 'json';
  scores: boolean;
  compare: boolean;
  rules: boolean;
}

function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parse(args);
  const least = /^(\d+)-(\d+)$/.exec(values.length ?? '');
  if (values.length !== undefined && !least) throw new UsageProblem('--length takes two numbers, such as 150-400.');
  const most = Number(values['max-warnings']);
  if (!Number.isInteger(most) || most < 0) throw new UsageProblem('--max-warnings takes a number.');
  return {
    paths: positionals,
    lint: {
      messages: oneOf(values.messages, ['lv', 'en'], '--messages'),
      ...(values.lang === undefined ? {} : { language: oneOf<Language>(values.lang, languages, '--lang') }),
      ...(values.words === undefined ? {} : { words: read(values.words).split(/\s+/).filter(Boolean) }),
      ...(least ? { length: { least: Number(least[1]), most: Number(least[2]) } } : {}),
    },
    strictness: {
      mostWarnings: most,
      passes: ({ errors, warnings, findings }) =>
        errors === 0 && warnings <= most && (!values['require-reasons'] || findings.every(({ reason }) => reason !== undefined)),
    },
    format: oneOf(values.format, ['text', 'json'], '--format'),
    scores: values.scores,
    compare: values.compare,
    rules: values.rules,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        lang: { type: 'string' },
        messages: { type: 'string', default: 'lv' },
        format: { type: 'string', default: 'text' },
        words: { type: 'string' },
        length: { type: 'string' },
        'max-warnings': { type: 'string', default: '3' },
        'require-reasons': { type: 'boolean', default: false },
        scores: { type: 'boolean', default: false },
        compare: { type: 'boolean', default: false },
        rules: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageProblem(error instanceof Error ? error.message : String(error));
  }
}

function oneOf<T extends string>(value: string, allowed: readonly T[], option: string): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new UsageProblem(`${option} takes ${allowed.join(' or ')}.`);
  return found;
}

function read(file: string): string {
  if (!existsSync(file) || !statSync(file).isFile()) throw new UsageProblem(`${file} is not a file.`);
  return readFileSync(file, 'utf8');
}

/** A file itself; of a folder all texts in it and below, in alphabetical order. */
function filesAt(path: string): string[] {
  if (!existsSync(path)) throw new UsageProblem(`${path} does not exist.`);
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => readable.test(name) && !/^readme/i.test(name.split(/[\\/]/).at(-1) ?? ''))
    .sort()
    .map((name) => join(path, name));
}

function groupOf(named: string): Group {
  const [name = '', path] = named.split('=', 2);
  return { name, texts: textsAt(path ?? name) };
}

function textsAt(path: string): Group['texts'] {
  return filesAt(path).map((file) => ({ file, source: readFileSync(file, 'utf8') }));
}

/** What this project has: its easy pages, samples on other subjects, and the official documents where they stand beside it. */
function knownGroups(): Group[] {
  const beside = (path: string) => join(import.meta.dirname, '../..', path);
  return [
    { name: 'official documents', path: beside('../shared/seeds') },
    { name: 'invented officialese', path: beside('tests/fixtures/easy-language/official') },
    { name: 'easy samples', path: beside('tests/fixtures/easy-language/easy') },
    { name: 'easy pages', path: beside('content/easy-read/lv') },
  ]
    .filter(({ path }) => existsSync(path))
    .map(({ name, path }) => ({ name, texts: textsAt(path) }));
}

if (import.meta.main) process.exitCode = await run(process.argv.slice(2), (text) => console.log(text));
