import { describe, expect, test } from 'vitest';
import { datasetTable } from '../../../src/records/dataset-table.ts';
import { readWorld } from '../../../src/records/world.ts';
import { datasetSchema } from '../../../src/schemas/dataset.ts';
import { projectRoot } from '../../support/planted.ts';

const world = readWorld(projectRoot);
const words = { lv: 'a', en: 'a', ru: 'a' };
const record = (columns: object[], rows?: object[]) =>
  datasetSchema.parse({
    id: 'a',
    urlSlug: { en: 'a', ru: 'a' },
    part: 'help',
    order: 1,
    title: words,
    description: words,
    lead: words,
    sentence: words,
    notSaid: [words],
    rowHead: words,
    columns: columns.map((column, index) => ({ id: `c${index + 1}`, label: words, unit: 'count', ...column })),
    ...(rows ? { rows } : {}),
    checkedOn: '2026-11-22',
  });
const values = (columns: object[], rows?: object[]) =>
  datasetTable(record(columns, rows), world).rows.map(({ id, cells }) => [id, ...cells.map((cell) => cell?.value)]);
const cell = (reference: string) => datasetTable(record([{}], [{ id: 'r', cells: { c1: reference } }]), world).rows[0]?.cells[0];

describe('a table', () => {
  test('takes its rows from the years of its series', () => {
    expect(values([{ series: 'series-identified-abroad' }, { series: 'series-identified-in-latvia' }])).toEqual([
      ['2014', 24, 0],
      ['2015', 6, 8],
      ['2016', 5, 14],
    ]);
  });
  test('leaves a cell without a figure empty, not zero', () => {
    expect(values([{ series: 'series-identified-abroad' }], [{ id: '2017' }]).at(-1)).toEqual(['2017', undefined]);
  });
  test('has no sum for a year whose training names no number', () => {
    const rows = values([{ training: { task: 7, count: 'participants' } }, { training: { task: 7, count: 'rows' } }]);
    expect(rows.at(-1)).toEqual(['2020', undefined, 1]);
  });
  test('sums training by year as our own calculation', () => {
    const [first] = datasetTable(record([{ training: { task: 4, count: 'events' } }]), world).rows;
    expect([first?.id, first?.cells[0]?.value, first?.cells[0]?.confidence]).toEqual(['2014', 11, 'derived']);
  });
});

describe('a cell', () => {
  test.each([
    ['series-service-users/2020', 43],
    ['series-pupils-8-9/2014/2015', 35508],
    ['indicator-state-funding/forecast2016', 88949],
    ['survey-bt-no-training/percent', 46],
    ['current-victims-2020', 48],
    ['current-victims-2020/darbaspēka ekspluatācija', 37],
  ])('%s has the value of its fact', (reference, value) => expect(cell(reference)?.value).toBe(value));
  test('keeps the fact and all its places in sources', () => {
    expect(cell('current-victims-2021')).toMatchObject({
      facts: ['current-victims-2021'],
      places: [{ source: 'iem-2022-darbs' }, { source: 'heuni-d12' }],
      confidence: 'confirmed',
    });
  });
  test.each(['series-service-users/1999', 'survey-bt-no-training/note', 'no-such-fact', 'current-victims-2020/nav'])(
    '%s leads to no figure and throws',
    (reference) => expect(() => cell(reference)).toThrow(/leads to no figure|no record/),
  );
});
