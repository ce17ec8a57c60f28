import { locales } from '../../i18n/locales.ts';
import { datasetTable } from '../../records/dataset-table.ts';
import type { World } from '../../records/world.ts';
import type { DatasetRecord } from '../../schemas/dataset.ts';
import type { Rule } from '../rule.ts';
import { typedFigures } from './figures-traceable.ts';

const REMEDY = 'see content/README.md, “A dataset”';

export const datasets: Rule = {
  promise: 'Every figure of a dataset is a fact of seeds/facts, none is typed, and its contradictions say the same in all languages.',
  check: (world) =>
    world.datasets.flatMap(({ value, file }) =>
      faultsOf(value, file, world).map((message) => ({ file, line: 1, message, remedy: REMEDY })),
    ),
};

function faultsOf(record: DatasetRecord, file: string, world: World): string[] {
  return [
    ...(file.endsWith(`/${record.id}.yml`) ? [] : [`is not named after its id "${record.id}"`]),
    ...locales.flatMap((locale) => {
      const { length } = record.description[locale];
      return length >= 50 && length <= 160 ? [] : [`the description (${locale}) has ${length} characters, not 50–160`];
    }),
    ...tableFaults(record, world),
    ...texts(record).flatMap((text) => typedFigures(text).map(([figure]) => `the figure ${figure} is typed in "${text.slice(0, 60)}…"`)),
    ...contradictionFaults(record, world),
  ];
}

/** Texts that may hold cells, and no other figures. */
function texts({ title, description, lead, sentence, notSaid }: DatasetRecord): string[] {
  return [title, description, lead, sentence, ...notSaid].flatMap((text) => locales.map((locale) => text[locale]));
}

function tableFaults(record: DatasetRecord, world: World): string[] {
  try {
    const { columns, rows } = datasetTable(record, world);
    const full = rows.flatMap(({ id, cells }) => cells.flatMap((cell, index) => (cell ? [`{${columns[index]?.id}/${id}}`] : [])));
    return texts(record)
      .flatMap((text) => text.match(/\{[^}]*\}/g) ?? [])
      .filter((place) => !full.includes(place))
      .map((place) => `${place} is no cell of the table`);
  } catch (error) {
    return [(error as Error).message];
  }
}

function contradictionFaults({ contradictions = [] }: DatasetRecord, world: World): string[] {
  return contradictions.flatMap(({ fact, versions }) => {
    const found = world.contradictionFacts.find(({ value }) => value.id === fact)?.value;
    if (!found) return [`"${fact}" is no record of seeds/facts/contradictions.yml`];
    if (found.versions.length !== versions.length) return [`"${fact}" has ${found.versions.length} versions, not ${versions.length}`];
    return found.versions.flatMap(({ says }, index) =>
      (['en', 'ru'] as const)
        .filter((locale) => digits(versions[index]?.[locale] ?? '') !== digits(says))
        .map((locale) => `the version "${says}" of "${fact}" has other figures in ${locale}`),
    );
  });
}

function digits(text: string): string {
  return (text.match(/\d+/g) ?? []).toSorted().join(' ');
}
