import { describeProblem } from '../records/problem.ts';
import { sharedWorld } from '../records/shared-world.ts';
import { readWorld, type World } from '../records/world.ts';

let cached: World | undefined;

/** Content and evidence, read once: by the build, where there is one. A fault stops the build with all faults listed; `npm run check:content` says the same sooner. */
export function world(): World {
  if (cached) return cached;
  const read = sharedWorld(process.cwd()) ?? readWorld(process.cwd());
  if (read.problems.length > 0) throw new Error(`The content has faults:\n${read.problems.map(describeProblem).join('\n')}`);
  return (cached = read);
}

/** Builds an index by id once per process. */
export function indexed<T extends { id: string }>(what: string, records: () => readonly { value: T }[]): (id: string) => T {
  let byId: Map<string, T> | undefined;
  return (id) => {
    byId ??= new Map(records().map(({ value }) => [value.id, value]));
    const found = byId.get(id);
    if (!found) throw new Error(`"${id}" is not in ${what}. Add the record or correct the id.`);
    return found;
  };
}
