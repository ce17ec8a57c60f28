import { formatNumber } from '~/i18n/format.ts';
import { locales, type Locale } from '~/i18n/locales.ts';
import { addressWords, pathIn } from '~/i18n/paths.ts';
import { translator, type UiKey } from '~/i18n/t.ts';
import { datasetTable, type Cell, type DatasetTable } from '~/records/dataset-table.ts';
import type { DatasetRecord } from '~/schemas/dataset.ts';
import type { Alternates } from './pages.ts';
import { indexed, world } from './world.ts';

export type { Cell } from '~/records/dataset-table.ts';

export interface Dataset extends DatasetTable {
  record: DatasetRecord;
}

/** The parts of the section in their order. */
export const datasetParts = ['victims', 'help', 'justice', 'prevention', 'survey', 'policy'] as const;

let all: Dataset[] | undefined;

/** All datasets, in the order of the section’s front. */
export function datasets(): Dataset[] {
  return (all ??= world()
    .datasets.map(({ value }) => ({ record: value, ...datasetTable(value, world()) }))
    .sort((a, b) => datasetParts.indexOf(a.record.part) - datasetParts.indexOf(b.record.part) || a.record.order - b.record.order));
}

export const contradiction = indexed('seeds/facts/contradictions.yml', () => world().contradictionFacts);

export function datasetPath({ record: { id, urlSlug } }: Dataset, locale: Locale): string {
  return pathIn(locale, addressWords.figures[locale], locale === 'lv' ? id : urlSlug[locale]);
}

export function datasetAlternates(dataset: Dataset): Alternates {
  return Object.fromEntries(locales.map((locale) => [locale, datasetPath(dataset, locale)]));
}

/** Paths of `[locale]/[figures]/[dataset].astro`. */
export function datasetPaths() {
  return locales.flatMap((locale) =>
    datasets().map((dataset) => ({
      params: { locale, figures: addressWords.figures[locale], dataset: datasetPath(dataset, locale).split('/')[3] },
      props: { locale, dataset },
    })),
  );
}

/** A cell as a reader of one language sees it. */
export function cellText(cell: Cell | undefined, unit: DatasetRecord['columns'][number]['unit'], locale: Locale): string {
  if (cell === undefined) return '–';
  if (unit === 'rating') return translator(locale)(`figures.rating.${cell.value}` as UiKey);
  const number = formatNumber(cell.value, locale);
  return unit === 'percent' && typeof cell.value === 'number' ? `${number}${locale === 'en' ? '' : '\u00a0'}%` : number;
}

/** A part of a text: words, or a cell that stands in them. */
export type TextPart = string | { cell: Cell; text: string };

/** A text of the record with its cells in place of `{column/row}`. */
export function textParts({ record, columns, rows }: Dataset, text: string, locale: Locale): TextPart[] {
  return text.split(/(\{[^}]+\})/).map((part) => {
    const [, columnId, rowId] = /^\{([^/}]+)\/([^}]+)\}$/.exec(part) ?? [];
    if (columnId === undefined) return part;
    const place = columns.findIndex(({ id }) => id === columnId);
    const cell = rows.find(({ id }) => id === rowId)?.cells[place];
    const unit = columns[place]?.unit;
    if (!cell || !unit) throw new Error(`content/data/datasets/${record.id}.yml: ${part} is no cell of the table. Write {column/row}.`);
    return { cell, text: cellText(cell, unit, locale) };
  });
}

export function plainText(dataset: Dataset, text: string, locale: Locale): string {
  return textParts(dataset, text, locale)
    .map((part) => (typeof part === 'string' ? part : part.text))
    .join('');
}

/** What a reader of one language sees at the head of a row. */
export function rowLabel({ id, label }: Dataset['rows'][number], locale: Locale): string {
  return label?.[locale] ?? id;
}

/** The places in the sources that the cells have their figures from, each once, in the order of the table. */
export function datasetSources({ rows }: Dataset): { source: string; where: string }[] {
  const places = new Map<string, { source: string; where: string }>();
  for (const cell of rows.flatMap(({ cells }) => cells)) {
    for (const place of cell?.places ?? []) {
      const key = `${place.source} ${place.where}`;
      if (!places.has(key)) places.set(key, place);
    }
  }
  return [...places.values()];
}

/** Whether so few people are counted somewhere that the rule on small numbers holds: fewer than five. */
export function hasSmallNumbers({ columns, rows }: Dataset): boolean {
  return rows.some(({ cells }) =>
    cells.some((cell, index) => columns[index]?.countsPeople && typeof cell?.value === 'number' && cell.value > 0 && cell.value < 5),
  );
}
