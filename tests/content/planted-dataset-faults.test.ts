import { afterEach, describe, expect, test } from 'vitest';
import { plantedContent } from '../support/planted.ts';

type Planted = ReturnType<typeof plantedContent>;

let planted: Planted | undefined;
afterEach(() => planted?.dispose());

const money = 'content/data/datasets/rehabilitacijas-nauda.yml';
const persons = 'content/data/datasets/rehabilitacija.yml';

/** What an editor may break in a dataset, and the one message that must name place and remedy. */
const faults: { fault: string; plant: (content: Planted) => void; message: RegExp }[] = [
  {
    fault: 'a series that does not exist',
    plant: (content) => content.edit(money, 'series: series-funding-spent', 'series: series-funding-spend'),
    message: /rehabilitacijas-nauda\.yml:1: "series-funding-spend" is no record of seeds\/facts → /,
  },
  {
    fault: 'a sentence with a cell that does not exist',
    plant: (content) => content.edit(persons, '{persons/2014}', '{persons/2013}'),
    message: /rehabilitacija\.yml:1: \{persons\/2013\} is no cell of the table → /,
  },
  {
    fault: 'a typed figure',
    plant: (content) => content.edit(persons, '{persons/2020} cilvēki', '43 cilvēki'),
    message: /rehabilitacija\.yml:1: the figure 43 is typed in "/,
  },
  {
    fault: 'another figure in a translation of a contradiction',
    plant: (content) => content.edit(money, 'spent 200 805', 'spent 200 806'),
    message: /rehabilitacijas-nauda\.yml:1: the version "iztērēts 200 805.*" of "contradiction-\S+" has other figures in en → /,
  },
  {
    fault: 'an id that is not the file’s name',
    plant: (content) => content.edit(money, 'id: rehabilitacijas-nauda', 'id: nauda'),
    message: /rehabilitacijas-nauda\.yml:1: is not named after its id "nauda" → /,
  },
  {
    fault: 'a field that is not in the schema',
    plant: (content) => content.edit(money, 'part: help', 'part: help\nchart: pie'),
    message: /rehabilitacijas-nauda\.yml:\d+:\d+: chart/,
  },
];

describe('the gate finds', () => {
  test.each(faults)('$fault', async ({ plant, message }) => {
    planted = plantedContent();
    plant(planted);
    expect((await planted.messages()).filter((line) => message.test(line))).toHaveLength(1);
  });
});
