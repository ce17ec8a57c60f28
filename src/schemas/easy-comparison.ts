import { z } from 'zod';
import { isoDay, kebabId } from './shared.ts';

/** content/data/easy-comparison.yml: official documents measured by the linter of easy language. */
export const easyComparisonSchema = z.strictObject({
  id: kebabId.describe('The document’s id in seeds/sources.yml.'),
  measuredOn: isoDay,
  words: z.int().positive(),
  wordsPerSentence: z.number().positive().describe('Mean, to one decimal.'),
  longWords: z.int().min(0).max(100).describe('Per cent of words over 6 letters.'),
  lix: z.int().positive().describe('Words a sentence and per cent of long words together (Björnsson 1968).'),
  score: z.int().min(0).max(100).describe('What the linter gives, 0 to 100.'),
});
