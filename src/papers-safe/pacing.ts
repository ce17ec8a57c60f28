import { nextTick } from '@noble/hashes/utils.js';

/** Milliseconds of work between two moments in which the page can answer its reader. */
const SLICE_MS = 8;

/** To be awaited between small pieces of work: gives way to the page as soon as a slice has passed, and says whether it did. */
type Pause = () => Promise<boolean>;

export function makePause(): Pause {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE_MS) return false;
    await nextTick();
    since = performance.now();
    return true;
  };
}
