import { z } from 'zod';
import { isoDay, kebabId, localizedText } from './shared.ts';

/**
 * Where a cell has its figure from: `<fact id>/<part>`. The part is the year or label of a point of a series, a field of an indicator
 * (`baseline2012`, `forecast2016`, `achieved2016`, `rating`), `percent` or `count` of a survey answer, or a part of a newer fact;
 * without one it is the fact’s own value.
 */
const cellReference = z.string().regex(/^[a-z0-9-]+(?:\/.+)?$/, 'is no reference to a fact. Write <fact id> or <fact id>/<part>');

/** What a column of training counts, from the rows of the tables of one task of the plan: the only figures that are added up here. */
const trainingSum = z.strictObject({
  task: z.union([z.literal(4), z.literal(5), z.literal(7)]),
  count: z.enum(['rows', 'events', 'participants']),
});

const column = z.strictObject({
  id: kebabId,
  label: localizedText.describe('What is counted, as the head of the column.'),
  unit: z.enum(['count', 'euro', 'percent', 'rating']),
  countsPeople: z.literal(true).optional().describe('People who were trafficked: the rule on small numbers holds.'),
  series: kebabId.optional().describe('A series of seeds/facts/indicators.yml that fills the column by years.'),
  training: trainingSum.optional().describe('A sum over seeds/facts/training.yml by years.'),
  noChart: z.literal(true).optional().describe('Stands in the table only, because its scale is another one.'),
});

const row = z.strictObject({
  id: z.string().min(1).describe('A year, or a word of its own.'),
  label: localizedText.optional().describe('Where the id is not what a reader sees.'),
  cells: z.record(kebabId, cellReference).default({}),
  noChart: z.literal(true).optional().describe('Stands in the table only: a total or a span of years.'),
});

const translation = localizedText.omit({ lv: true });

/** A dataset of the section of figures, made of facts by reference: it holds no figure of its own. File: content/data/datasets/<id>.yml. */
export const datasetSchema = z.strictObject({
  id: kebabId.describe('The file’s name and the Latvian address word; never changes.'),
  urlSlug: z.strictObject({ en: kebabId, ru: kebabId }),
  part: z.enum(['victims', 'help', 'justice', 'prevention', 'survey', 'policy']),
  order: z.int().positive().describe('Place within its part.'),
  title: localizedText,
  description: localizedText.describe('One sentence of 50–160 characters for lists and search results.'),
  lead: localizedText.describe('The answer. `{column/row}` prints a cell.'),
  sentence: localizedText.describe('To be copied into a text, with year and source. `{column/row}` prints a cell.'),
  notSaid: z.array(localizedText).min(1).describe('What the number does not say.'),
  rowHead: localizedText.describe('Head of the first column.'),
  scale: z.literal('row').optional().describe('The rows count different things: each is drawn on a scale of its own.'),
  columns: z.array(column).min(1),
  rows: z.array(row).optional().describe('Rows beyond the years that series bring, or their words and order.'),
  contradictions: z
    .array(z.strictObject({ fact: kebabId, topic: translation, decision: translation, versions: z.array(translation).min(1) }))
    .optional()
    .describe('Records of seeds/facts/contradictions.yml that touch it, with their words in English and Russian; versions in their order.'),
  checkedOn: isoDay.describe('The day somebody last compared it with the sources.'),
});
export type DatasetRecord = z.output<typeof datasetSchema>;
