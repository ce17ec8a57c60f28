import { randomFrom } from '../../src/random/random.ts';

/** Whole numbers below a bound that look random and are the same on every run, so that a failed property can be repeated. */
export function chance(seed: number): (below: number) => number {
  const random = randomFrom(seed);
  return (below) => Math.floor(random() * below);
}
