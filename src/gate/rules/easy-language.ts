import { lint, type Report } from '../../easy-language/index.ts';
import type { Problem } from '../../records/problem.ts';
import { readText } from '../../records/read-files.ts';
import type { World } from '../../records/world.ts';
import { remembering } from '../remember.ts';
import type { Rule } from '../rule.ts';

const mostWarnings = 3;
const length = { least: 150, most: 400 };

export const easyLanguage: Rule = {
  promise: 'Every page in easy language passes its linter: no error, at most three warnings, each with a written reason.',
  check: async ({ easyRead, root }) => (await Promise.all(easyRead.map((page) => faultsOf(page, root)))).flat(),
};

const reportOf = remembering<Promise<Report>>();

async function faultsOf({ file, name }: World['easyRead'][number], root: string): Promise<Problem[]> {
  const text = readText(root, file);
  const { findings, warnings } = await reportOf(file, text, () =>
    lint(text, { file, messages: 'en', ...(name === 'index' ? {} : { length }) }),
  );
  const unexcused = findings.filter(({ reason }) => reason === undefined);
  return [
    ...unexcused.map(({ line, rule, level, excerpt, message, suggestion }): Problem => ({
      file,
      line,
      message: `${level} ${rule}: ${message} in „${excerpt}”`,
      remedy: level === 'error' ? suggestion : `${suggestion}; or write the reason on the line above: {/* easy: ${rule} – … */}`,
    })),
    ...(warnings > mostWarnings
      ? [{ file, message: `has ${warnings} warnings of easy language, more than ${mostWarnings}`, remedy: 'write shorter and plainer' }]
      : []),
  ];
}
