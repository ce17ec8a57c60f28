import { z } from 'zod';
import { kebabId } from '../shared.ts';
import { count, factFields, nameList, partialDate, shortText, year } from './shared.ts';

/** A training, seminar, course or conference for specialists. File: seeds/facts/training.yml. */
export const trainingFactSchema = z.strictObject({
  ...factFields,
  title: z.string().min(3).max(400).describe('The printed title or subject.'),
  tableRow: z.literal(true).optional().describe('A row of the training tables of tasks 4, 5 and 7.'),
  task: z.int().min(1).max(39).optional().describe('Task of the 2014–2020 plan.'),
  year: year.optional(),
  startDate: partialDate.optional(),
  endDate: partialDate.optional(),
  organisers: nameList.optional(),
  events: z.int().nonnegative().optional().describe('Number of events.'),
  eventsText: z.string().max(60).optional().describe('What the column says where it is not a number.'),
  hours: z.number().positive().optional().describe('Length of a course in academic hours.'),
  participants: z.array(count).min(1).optional().describe('Participants by group, as counted in the source.'),
  total: count.optional().describe('All participants together, where the source gives the sum.'),
  audience: shortText.optional().describe('Who took part, where it is not counted.'),
  project: kebabId.optional().describe('Id of a record in seeds/facts/projects.yml.'),
});
export type TrainingFact = z.output<typeof trainingFactSchema>;
