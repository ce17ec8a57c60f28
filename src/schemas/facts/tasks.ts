import { z } from 'zod';
import { amount, factFields, nameList, shortText } from './shared.ts';

/** One of the 39 tasks of the 2014–2020 plan and how its final report rates it. File: seeds/facts/tasks.yml. */
export const taskFactSchema = z.strictObject({
  ...factFields,
  number: z.int().min(1).max(39),
  actionLine: z.enum(['I', 'II', 'III']).describe('I prevention; II fighting; III coordination, research and cooperation.'),
  title: z.string().min(10).max(800).describe('The task’s official wording.'),
  deadline: z.string().min(3).max(60).describe('As the plan prints it; „Pastāvīgi” means all the time.'),
  responsible: nameList.describe('Responsible bodies, abbreviated as in seeds/facts/abbreviations.yml.'),
  involved: nameList.optional(),
  rating: z
    .enum(['done', 'partly-done', 'not-done', 'not-needed', 'not-stated'])
    .describe('The report’s own rating; not-stated where the line is missing.'),
  financing: z
    .enum(['state-budget', 'extra-not-granted', 'other-order', 'not-stated'])
    .describe(
      'state-budget: within the yearly budget; extra-not-granted: extra money was planned but not granted; other-order: under a separate order.',
    ),
  plannedAmounts: z.array(amount).min(1).optional().describe('Extra money planned but not granted.'),
  result: shortText.describe('The result in short, in our own words.'),
});
export type TaskFact = z.output<typeof taskFactSchema>;
