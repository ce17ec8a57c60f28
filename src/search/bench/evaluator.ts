import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** What the evaluator hands to a client's `create`. */
export interface EvaluatorContext {
  openPagefind: (site: string, settings: { lang: string; options: object }) => Promise<unknown>;
  site: string;
}

/** Quality over the queries of one class. */
export interface Score {
  recall5: number;
  mrr: number;
}

/** Scores by class, and over all queries under `all`. */
export type Scores = Record<string, Score>;

/** Runs the shared evaluator over the queries of `file` and returns what it wrote to `output`. Without a client it measures plain Pagefind. */
export async function evaluate(
  evaluator: string,
  { site, file, client, output }: { site: string; file: string; client?: string; output: string },
): Promise<Scores> {
  const own = client === undefined ? [] : ['--client', client];
  await promisify(execFile)(process.execPath, [
    join(evaluator, 'bench.mjs'),
    '--site',
    site,
    '--queries',
    join(evaluator, file),
    '--json',
    output,
    ...own,
  ]);
  const { summary } = JSON.parse(await readFile(output, 'utf8')) as { summary: Score & { classes: Scores } };
  return { all: { recall5: summary.recall5, mrr: summary.mrr }, ...summary.classes };
}

/** The evaluator's way to open a cold Pagefind, with the names of the files it has fetched. */
export async function openCold(evaluator: string): Promise<Pick<EvaluatorContext, 'openPagefind'> & { fetched: { files: string[] } }> {
  const library = (await import(pathToFileURL(join(evaluator, 'lib', 'benchlib.mjs')).href)) as Pick<EvaluatorContext, 'openPagefind'> & {
    counter: { files: string[] };
  };
  return { openPagefind: library.openPagefind, fetched: library.counter };
}
