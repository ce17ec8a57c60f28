import type { Problem } from '../../records/problem.ts';
import type { World } from '../../records/world.ts';
import type { Rule } from '../rule.ts';

export const coverage: Rule = {
  promise: 'Every record of news, campaigns, projects and publications is told by one text, and no record by two events.',
  check: (world) => [...newsTold(world), ...archiveTold(world), ...eventsTold(world)],
};

function newsTold({ newsFacts, news }: World): Problem[] {
  const told = new Set(news.flatMap(({ data }) => data.records));
  return newsFacts
    .filter(({ value }) => !told.has(value.id))
    .map(({ value, file, line }): Problem => ({
      file,
      line,
      message: `"${value.id}" is told by no news item`,
      remedy: 'write the item, or add the id to the records of the item that tells it',
    }));
}

function archiveTold(world: World): Problem[] {
  const sections = [
    { facts: world.campaignFacts, texts: world.campaigns, folder: 'content/campaigns/lv' },
    { facts: world.projectFacts, texts: world.projectTexts, folder: 'content/projects/lv' },
    { facts: world.publicationFacts, texts: world.publications, folder: 'content/publications/lv' },
  ];
  return sections.flatMap(({ facts, texts, folder }) =>
    facts.flatMap(({ value, file, line }): Problem[] => {
      const tellers = texts.filter(({ data }) => data.record === value.id);
      if (tellers.length === 1) return [];
      const names = tellers.map((text) => text.file).join(', ');
      return [
        {
          file,
          line,
          message: tellers.length === 0 ? `"${value.id}" is told by no text` : `"${value.id}" is told twice: ${names}`,
          remedy: tellers.length === 0 ? `write its file in ${folder}` : 'delete one of them',
        },
      ];
    }),
  );
}

function eventsTold({ events }: World): Problem[] {
  const first = new Map<string, string>();
  return events.flatMap(({ value: { id, records }, file, line }) =>
    records.flatMap((record): Problem[] => {
      const other = first.get(record);
      if (other === undefined) first.set(record, id);
      return other === undefined
        ? []
        : [{ file, line, field: `${id}.records`, message: `"${record}" is told by ${other} too`, remedy: 'leave it to one event' }];
    }),
  );
}
