/**
 * The content gate: reads content/ and seeds/, prints every breach with its place and remedy, and lets nothing faulty be built,
 * because Astro itself passes most faults of content with exit code 0.
 * `npm run check:content [-- --today 2026-11-21]`
 */
import { parseArgs } from 'node:util';
import { describeProblem, type Problem } from '../records/problem.ts';
import { readWorld } from '../records/world.ts';
import { rules } from './rules.ts';

/** All breaches below a root folder; if files cannot be read, only those, because the rest would follow from them. */
export async function contentProblems(root: string, today: string): Promise<Problem[]> {
  const world = readWorld(root);
  if (world.problems.length > 0) return world.problems;
  return (await Promise.all(rules.map(async ({ check }) => check(world, { today })))).flat();
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { today: { type: 'string' }, root: { type: 'string', default: '.' } } });
  const today = values.today ?? new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Riga' }).format(new Date());
  const problems = await contentProblems(values.root, today);
  for (const problem of problems) console.error(describeProblem(problem));
  console.log(problems.length === 0 ? 'The content is sound.' : `${problems.length} to mend.`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
