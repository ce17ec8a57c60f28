import { describe, expect, test } from 'vitest';
import { readWorld } from '../../src/records/world.ts';
import { projectRoot } from '../support/planted.ts';

const world = readWorld(projectRoot);

/** What stands in a dataset under another record of the same figure. */
const sameAs: Readonly<Record<string, string>> = {
  'series-tip-tier/2021': 'current-tip-tier/2021',
  'current-victims-2014/ārvalstīs': 'series-identified-abroad/2014',
  'current-victims-2014/Latvijā': 'series-identified-in-latvia/2014',
  'current-victims-2014/pakalpojumus saņēma': 'series-service-users/2014',
  'current-victims-2015/ārvalstīs': 'series-identified-abroad/2015',
  'current-victims-2015/Latvijā': 'series-identified-in-latvia/2015',
  'current-victims-2015/pakalpojumus saņēma': 'series-service-users/2015',
  'current-victims-2016/ārvalstīs': 'series-identified-abroad/2016',
  'current-victims-2016/Latvijā': 'series-identified-in-latvia/2016',
};
/** Topics of newer facts whose figures are counts, not rules of a law or of a service. */
const counted = ['victims', 'proceedings', 'policy', 'international'];

/** A record of seeds/facts, as far as this test reads it. */
interface Countable {
  id: string;
  value?: unknown;
  points?: { year?: number; label?: string; value: unknown }[];
  parts?: { label: string; value: unknown }[];
  topic?: string;
  percent?: number;
  count?: number;
  kind?: string;
}

/** The figures of a record, as datasets refer to them. Of a survey answer the share stands for the count. */
function figuresOf(file: string, fact: Countable): [reference: string, value: unknown][] {
  const { id, value, points, parts = [], topic = '', percent, count } = fact;
  const own: [string, unknown][] = value === undefined ? [] : [[id, value]];
  if (points) return points.map((point) => [`${id}/${point.label ?? point.year}`, point.value]);
  if (file.endsWith('/indicators.yml')) {
    return Object.entries(fact)
      .filter(([field]) => /\d{4}$/.test(field))
      .map(([field, inField]) => [`${id}/${field}`, inField]);
  }
  if (file.endsWith('/survey.yml')) return percent === undefined ? (count === undefined ? [] : [[`${id}/count`, count]]) : [[`${id}/percent`, percent]];
  if (!file.endsWith('/current.yml') || !counted.includes(topic)) return [];
  return [...own, ...parts.map(({ label, value: part }): [string, unknown] => [`${id}/${label}`, part])];
}

const figures = new Map(world.facts.flatMap(({ file, value }) => figuresOf(file, value as unknown as Countable)));
const records = world.datasets.map(({ value }) => value);
const pointsOf = (series: string) => [...figures.keys()].filter((reference) => reference.startsWith(`${series}/`));
const published = new Set([
  ...records.flatMap(({ rows = [] }) => rows.flatMap(({ cells }) => Object.values(cells))),
  ...records.flatMap(({ columns }) => columns.flatMap(({ series }) => (series === undefined ? [] : pointsOf(series)))),
]);

test('there are indicators, series, answers of the survey and newer facts', () => {
  const kinds = ['indicator-', 'series-', 'survey-', 'current-'].map((kind) => [...figures.keys()].filter((one) => one.startsWith(kind)).length);
  expect(kinds.every((count) => count >= 25), kinds.join()).toBe(true);
});

test('every figure that the sources count stands in a dataset', () => {
  expect([...figures.keys()].filter((reference) => !published.has(reference) && !published.has(sameAs[reference] ?? ''))).toEqual([]);
});

test.each(Object.entries(sameAs))('%s is the figure of %s', (one, other) => {
  expect(figures.get(one)).toBe(figures.get(other));
});

describe('training', () => {
  const tasks = new Set(world.trainingFacts.flatMap(({ value }) => (value.tableRow && value.year !== undefined ? [value.task] : [])));
  test.each([...tasks])('of task %s is added up in a dataset', (task) => {
    expect(records.some(({ columns }) => columns.some(({ training }) => training?.task === task))).toBe(true);
  });
});
