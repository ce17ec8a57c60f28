import { z } from 'zod';
import { factFields, shortText } from './shared.ts';

/** One answer of the Ombudsman’s survey of 2016. File: seeds/facts/survey.yml. */
export const surveyFactSchema = z.strictObject({
  ...factFields,
  kind: z.enum(['count', 'percentage', 'statement', 'gap']).describe('gap: a chart whose values are lost.'),
  question: z.string().min(3).max(240).describe('What was asked or found, shortened.'),
  respondents: z.enum(['bāriņtiesas', 'sociālie dienesti', 'NVA filiāles', 'NVO', 'bāriņtiesas un sociālie dienesti', 'valsts']),
  percent: z.number().min(0).max(100).optional().describe('Share of those who answered the survey, in percent.'),
  approximate: z.literal(true).optional().describe('The source says aptuveni.'),
  count: z.int().nonnegative().optional().describe('Number of institutions, where the source gives it.'),
  of: z.int().positive().optional().describe('The number it is a part of, where that is not all who answered.'),
  statement: shortText.optional().describe('The answer where it is not a figure.'),
});
export type SurveyFact = z.output<typeof surveyFactSchema>;
