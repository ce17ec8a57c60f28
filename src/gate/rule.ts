import type { Problem } from '../records/problem.ts';
import type { World } from '../records/world.ts';

/** One promise about the content. A rule sees everything and reports every breach with file, place and remedy. */
export interface Rule {
  /** The promise, as a sentence. */
  promise: string;
  check: (world: World, context: GateContext) => Problem[] | Promise<Problem[]>;
}

export interface GateContext {
  /** The day that counts as today, ISO. */
  today: string;
}

/** Line of the n-th character of a text entry's body. */
export function lineAt(entry: { body: string; bodyLine: number }, offset: number): number {
  return entry.bodyLine + (entry.body.slice(0, offset).match(/\n/g)?.length ?? 0);
}
