/**
 * The content gate: reads content/ and seeds/, prints every breach with its place and remedy, and lets nothing faulty be built,
 * because Astro itself passes most faults of content with exit code 0.
 * `npm run check:content [-- --today 2026-11-21]`
 */
import { parseArgs } from 'node:util';
import { describeProblem, type Problem } from '../records/problem.ts';
import { shareWorld } from '../records/shared-world.ts';
import { readWorld } from '../records/world.ts';
import { rules } from './rules.ts';

/** All breaches below a root folder; if files cannot be read, only those, because the rest would follow from them. Sound content is shared with the pages. */
export async function contentProblems(root: string, today: string): Promise<Problem[]> {
  const world = readWorld(root);
  if (world.problems.length > 0) return world.problems;
  const problems = (await Promise.all(rules.map(async ({ check }) => check(world, { today })))).flat();
  if (problems.length === 0) shareWorld(world);
  return problems;
}

/** Prints every breach and returns their number. `today` is an ISO day. */
export async function runGate(root: string, today: string): Promise<number> {
  const problems = await contentProblems(root, today);
  for (const problem of problems) console.error(describeProblem(problem));
  return problems.length;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { today: { type: 'string' }, root: { type: 'string', default: '.' } } });
  const today = values.today ?? new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Riga' }).format(new Date());
  const count = await runGate(values.root, today);
  console.log(count === 0 ? 'The content is sound.' : `${count} to mend.`);
  process.exitCode = count === 0 ? 0 : 1;
}
