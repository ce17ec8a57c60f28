import { z } from 'zod';
import { partialDate } from './facts/shared.ts';
import { kebabId, localizedText, sourceReference } from './shared.ts';

/** content/data/events.yml: what took place, for the calendar. Participants and organisers stand in the records. */
export const eventSchema = z.strictObject({
  id: z.string().regex(/^(?:19|20)\d\d-[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is not a year and a name such as 2014-forums'),
  title: localizedText,
  kind: z.enum(['conference', 'training', 'meeting', 'visit', 'award', 'presentation', 'public-event']),
  start: partialDate.describe('As exactly as the source has it.'),
  end: partialDate.optional().describe('Where it lasted longer than its first day.'),
  place: z.string().min(2).max(80).optional().describe('In Latvian.'),
  records: z.array(z.string()).min(1).describe('Ids of seeds/facts/training.yml and news*.yml that tell of it.'),
  news: z.string().optional().describe('File name of the news item that tells of it, without folder and ending.'),
  project: kebabId.optional().describe('Id of a record in seeds/facts/projects.yml.'),
});
export type Event = z.output<typeof eventSchema>;

/** content/data/observances.yml: days of every year. */
export const observanceSchema = z.strictObject({
  id: kebabId,
  monthDay: z.string().regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'is not a month and day such as 10-18'),
  since: z.int().min(1900).max(2100).optional().describe('The first year.'),
  title: localizedText,
  source: sourceReference,
});
export type Observance = z.output<typeof observanceSchema>;
