import type { Locale } from '~/i18n/locales.ts';
import { describeLocator } from '~/i18n/locator.ts';
import { translator } from '~/i18n/t.ts';
import { LICENCE, type DataFile } from './data-file.ts';
import { cellText, plainText, rowLabel, type Cell, type Dataset } from './datasets.ts';
import { source } from './evidence.ts';

/** A table in one language, for spreadsheets: figures as plain numbers, then where each row has them from. */
export function csvOf(dataset: Dataset, locale: Locale): DataFile {
  const { record, columns, rows } = dataset;
  const lines = rows.map((row) => [
    rowLabel(row, locale),
    ...row.cells.map((cell, index) =>
      cell === undefined ? '' : columns[index]?.unit === 'rating' ? cellText(cell, 'rating', locale) : String(cell.value),
    ),
    confidencesOf(row, locale).join('; '),
    [...new Set(row.cells.flatMap((cell) => cell?.places.map((place) => citation(place, locale)) ?? []))].join('; '),
    [...new Set(row.cells.flatMap((cell) => cell?.facts ?? []))].join(' '),
  ]);
  // Excel reads UTF-8 only after a byte order mark.
  return {
    name: `${locale}/${record.id}.csv`,
    mediaType: 'text/csv',
    body: `\uFEFF${[csvHead(dataset, locale), ...lines].map(csvLine).join('\r\n')}\r\n`,
  };
}

/** Heads of the columns of a CSV file. */
function csvHead({ record, columns }: Dataset, locale: Locale): string[] {
  const t = translator(locale);
  const figures = columns.map(({ label }) => label[locale]);
  return [record.rowHead[locale], ...figures, t('figures.confidence'), t('figures.source'), t('figures.facts')];
}

function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}

/** How sure the figures of a row are, in words, each once. */
export function confidencesOf({ cells }: Dataset['rows'][number], locale: Locale): string[] {
  const t = translator(locale);
  return [...new Set(cells.flatMap((cell) => (cell?.confidence ? [t(`figures.confidence.${cell.confidence}`)] : [])))];
}

/** "Iekšlietu ministrija (10. uzdevums)" */
function citation({ source: id, where }: Cell['places'][number], locale: Locale): string {
  return `${source(id).publisher} (${describeLocator(where, locale, translator(locale)).text})`;
}

/** What the columns of a CSV file hold, for programs: CSV on the Web, a file beside it. */
export function csvMetadata(dataset: Dataset, locale: Locale): DataFile {
  const { record, columns, rows } = dataset;
  const name = `${locale}/${record.id}.csv`;
  const titles = csvHead(dataset, locale);
  const described = [
    { name: 'row', datatype: 'string', required: true },
    ...columns.map(({ id, unit }, index) => ({
      name: id.replaceAll('-', '_'),
      datatype: unit !== 'rating' && rows.every(({ cells }) => typeof (cells[index]?.value ?? 0) === 'number') ? 'number' : 'string',
      required: rows.every(({ cells }) => cells[index] !== undefined),
    })),
    { name: 'confidence', datatype: 'string', required: false },
    { name: 'source', datatype: 'string', required: false },
    { name: 'facts', datatype: 'string', required: false },
  ];
  const body = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': locale }],
    url: `${record.id}.csv`,
    'dc:title': record.title[locale],
    'dc:description': record.description[locale],
    'dc:license': { '@id': LICENCE },
    'dc:source': plainText(dataset, record.sentence[locale], locale),
    dialect: { encoding: 'utf-8', header: true, lineTerminators: ['\r\n'] },
    tableSchema: { columns: described.map((column, index) => ({ ...column, titles: titles[index] })), primaryKey: 'row' },
  };
  return { name: `${name}-metadata.json`, mediaType: 'application/csvm+json', body: `${JSON.stringify(body, null, 1)}\n` };
}
