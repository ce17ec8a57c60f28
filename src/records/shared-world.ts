import type { World } from './world.ts';

/**
 * The pages are bundled before they are rendered, so that they have modules of their own and share none with the build that
 * started them; both run in one process and share `globalThis`.
 */
const shared = globalThis as typeof globalThis & { [key: symbol]: World | undefined };
const key = Symbol.for('content and evidence');

/** Hands what was read to everything that runs later in this process. */
export function shareWorld(world: World): void {
  shared[key] = world;
}

/** What was shared of this root folder; undefined where nothing was, as in `astro dev`. */
export function sharedWorld(root: string): World | undefined {
  return shared[key]?.root === root ? shared[key] : undefined;
}
