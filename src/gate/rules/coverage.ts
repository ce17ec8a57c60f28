import type { Problem } from '../../records/problem.ts';
import type { Rule } from '../rule.ts';

export const coverage: Rule = {
  promise: 'Every news record of the evidence is told by an item.',
  check({ newsFacts, news }) {
    const told = new Set(news.flatMap(({ data }) => data.records));
    return newsFacts
      .filter(({ value }) => !told.has(value.id))
      .map(({ value, file, line }): Problem => ({
        file,
        line,
        message: `"${value.id}" is told by no news item`,
        remedy: 'write the item, or add the id to the records of the item that tells it',
      }));
  },
};
