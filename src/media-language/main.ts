/**
 * The checker at the command line; README.md explains the options and exit codes.
 * `npm run lint:media -- [options] FILE…`
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeChecker } from './check.ts';
import { languageOf, languages, type Language } from './languages.ts';
import { formatOf, readersText } from './read-text.ts';
import { describeReport, describeRules, linesOf, type Report } from './report.ts';
import { checkedRules, lists } from './rules.ts';

const usage = `usage: npm run lint:media -- [options] FILE-OR-FOLDER…   (- reads the standard input)
  --lang lv|en|ru       language of the texts; else by a folder of that name, else by letters
  --messages lv|en|ru   language of the reasons (lv)
  --format text|json    (text)
  --strict              what should be looked at fails, too
  --rules               all rules`;

/** Ends of names that are read from a folder. */
const readable = /\.(?:txt|md|mdx)$/;

/** Wrong use, or a file that cannot be read: one line, with the remedy. */
class UsageProblem extends Error {}

export function run(args: readonly string[], print: (text: string) => void): 0 | 1 | 2 {
  try {
    const { values, positionals } = parse(args);
    const messages = oneOf(values.messages, languages, '--messages');
    const format = oneOf(values.format, ['text', 'json'], '--format');
    const language = values.lang === undefined ? undefined : oneOf(values.lang, languages, '--lang');
    if (values.rules) {
      print(describeRules(messages));
      return 0;
    }
    if (positionals.length === 0)
      throw new UsageProblem('No file is named. Name at least one file or folder, or - for the standard input.');
    const { check } = makeChecker(checkedRules(), lists);
    const reports = positionals.flatMap(filesAt).map((file): Report => {
      const text = readersText(read(file), formatOf(file));
      const found = check(text, language ?? folderLanguage(file) ?? languageOf(text));
      return {
        file,
        language: found.language,
        words: text.match(/\p{L}+/gu)?.length ?? 0,
        findings: linesOf(text, found.findings, messages),
      };
    });
    const fails = reports.some(({ findings }) => findings.some(({ level }) => values.strict || level === 'avoid'));
    if (format === 'json') print(JSON.stringify({ passed: !fails, texts: reports }, undefined, 2));
    else for (const report of reports) print(describeReport(report));
    return fails ? 1 : 0;
  } catch (error) {
    if (!(error instanceof UsageProblem)) throw error;
    print(error.message);
    return 2;
  }
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
        strict: { type: 'boolean', default: false },
        rules: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageProblem(`${error instanceof Error ? error.message.split('\n')[0] : String(error)}\n\n${usage}`);
  }
}

function oneOf<T extends string>(value: string, allowed: readonly T[], option: string): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new UsageProblem(`${option} ${value}: takes ${allowed.join(' or ')}.`);
  return found;
}

/** A file itself; of a folder all texts in it and below, in alphabetical order. */
function filesAt(path: string): string[] {
  if (path === '-') return [path];
  if (!existsSync(path)) throw new UsageProblem(`${path}: does not exist. Check the name and the folder.`);
  if (!statSync(path).isDirectory()) return [path];
  const found = readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => readable.test(name))
    .sort();
  if (found.length === 0) throw new UsageProblem(`${path}: holds no text. Put .txt, .md or .mdx files into it.`);
  return found.map((name) => join(path, name));
}

function read(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    throw new UsageProblem(`${file}: cannot be read (${error instanceof Error ? error.message : String(error)}). Check its rights.`);
  }
  if (bytes.includes(0)) throw new UsageProblem(`${file}: is no text. Save it as plain text in UTF-8.`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC').replaceAll('\r\n', '\n');
  } catch {
    throw new UsageProblem(`${file}: is not in UTF-8. Save it as plain text in UTF-8.`);
  }
}

function folderLanguage(file: string): Language | undefined {
  const folders = file.split(/[\\/]/).slice(0, -1);
  return languages.find((language) => folders.includes(language));
}

if (import.meta.main) process.exitCode = run(process.argv.slice(2), (text) => console.log(text));
