/** Runs `work` when it is its turn. Undefined when too many wait already. */
export type Queue = <Result>(work: () => Promise<Result>) => Promise<Result | undefined>;

/** Lets `atOnce` pieces of work run side by side and `waiting` more wait. */
export function workQueue(atOnce: number, waiting: number): Queue {
  let running = 0;
  const turns: (() => void)[] = [];
  return async (work) => {
    if (running >= atOnce) {
      if (turns.length >= waiting) return undefined;
      await new Promise<void>((resolve) => turns.push(resolve));
    } else running++;
    try {
      return await work();
    } finally {
      const next = turns.shift();
      if (next) next();
      else running--;
    }
  };
}
