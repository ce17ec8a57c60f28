import { flags } from '../rules.ts';

/** An advert: its scores by number of the flag, by weights that have not seen it, and the ids of its flags. */
export interface Scored {
  scores: readonly number[];
  flags: readonly string[];
}

/** Scores are log-odds. Where nothing is known of a flag, this much shows it. */
const USUAL = 1.1;
const CANDIDATES = Array.from({ length: 24 }, (_, index) => USUAL + (index - 8) / 10);
/** One false alarm is worth four hits. */
const COST_OF_FALSE_ALARM = 4;
/** Hits that a threshold must gain for each unit it lies from the usual one: of rare flags the adverts say little. */
const COST_OF_DISTANCE = 5;

/** For each flag, the least score that shows it. */
export function chooseThresholds(scored: readonly Scored[]): number[] {
  return flags.map(({ id }, flag) => {
    const own = scored.map(({ scores, flags: shown }) => ({ score: scores[flag] ?? 0, isShown: shown.includes(id) }));
    const worth = CANDIDATES.map((threshold) => {
      const over = own.filter(({ score }) => score > threshold);
      const hits = over.filter(({ isShown }) => isShown).length;
      return hits - COST_OF_FALSE_ALARM * (over.length - hits) - COST_OF_DISTANCE * Math.abs(threshold - USUAL);
    });
    return CANDIDATES[worth.indexOf(Math.max(...worth))] ?? USUAL;
  });
}
