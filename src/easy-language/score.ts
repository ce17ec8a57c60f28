/** Points at which the score is half: about ten warnings in a hundred words. */
const half = 10;
const errorPoints = 3;
/** A shorter text is counted as if it had as many words, so that one finding in a line does not decide everything. */
const leastWords = 50;

/**
 * How easy the text is by the rules: 100 without a finding, 50 at ten points a hundred words (an error is three points, a warning one), nearer and nearer to 0
 * beyond. It compares texts; it does not say that readers understand them.
 */
export function scoreOf({ errors, warnings, words }: { errors: number; warnings: number; words: number }): number {
  const points = (100 * (errorPoints * errors + warnings)) / Math.max(words, leastWords);
  return Math.round((100 * half) / (half + points));
}
