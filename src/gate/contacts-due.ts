/**
 * Lists the contacts and countries that must be checked soon, before the content gate stops the build because of them.
 * `npm run contacts:due [-- --today 2026-11-21]`
 */
import { parseArgs } from 'node:util';
import { describeProblem } from '../records/problem.ts';
import { readWorld, type World } from '../records/world.ts';
import { validFor } from './rules/contacts.ts';
import { daysBetween } from './rules/dates.ts';

export interface Due {
  id: string;
  /** Latvian name. */
  name: string;
  checkedOn: string;
  /** Days until the gate fails; negative when it already does. */
  daysLeft: number;
}

/** What is due within some days of `today` (ISO), the most urgent first. */
export function contactsDue({ contacts, countries }: Pick<World, 'contacts' | 'countries'>, today: string, within = 60): Due[] {
  return [...contacts, ...countries]
    .map(({ value: { id, name, checkedOn } }): Due => ({
      id,
      name: name.lv,
      checkedOn,
      daysLeft: validFor - daysBetween(checkedOn, today),
    }))
    .filter(({ daysLeft }) => daysLeft <= within)
    .sort((a, b) => a.daysLeft - b.daysLeft || (a.id < b.id ? -1 : 1));
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { today: { type: 'string' }, root: { type: 'string', default: '.' } } });
  const today = values.today ?? new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Riga' }).format(new Date());
  const world = readWorld(values.root);
  for (const problem of world.problems) console.error(describeProblem(problem));
  const due = contactsDue(world, today);
  for (const { id, name, checkedOn, daysLeft } of due)
    console.log(`${String(daysLeft).padStart(5)} days left  ${id}: ${name} (checked on ${checkedOn})`);
  console.log(due.length === 0 ? 'Nothing is due within 60 days.' : `${due.length} due within 60 days; after 365 days the build stops.`);
  process.exitCode = world.problems.length === 0 ? 0 : 1;
}
