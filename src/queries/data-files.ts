import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { locales, type Locale } from '~/i18n/locales.ts';
import { describeLocator } from '~/i18n/locator.ts';
import { translator } from '~/i18n/t.ts';
import { chartInFile } from './dataset-charts.ts';
import { cellText, datasetPath, datasets, plainText, rowLabel, type Cell, type Dataset } from './datasets.ts';
import { siteOrigin } from '~/records/site-origin.ts';
import { source } from './evidence.ts';

export const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';

/** Where the files of the datasets stand; the same in all languages. */
const folder = '/dati/';

export interface DataFile {
  /** Below `folder`: lv/rehabilitacija.csv */
  name: string;
  mediaType: string;
  body: string | Uint8Array<ArrayBuffer>;
}

export function filePath(name: string): string {
  return folder + name;
}

export function checksum({ body }: DataFile): string {
  return createHash('sha256').update(body).digest('hex');
}

/** A table in one language, for spreadsheets: figures as plain numbers, then where each row has them from. */
export function csvOf(dataset: Dataset, locale: Locale): DataFile {
  const t = translator(locale);
  const { record, columns, rows } = dataset;
  const head = [
    record.rowHead[locale],
    ...columns.map(({ label }) => label[locale]),
    t('figures.confidence'),
    t('figures.source'),
    t('figures.facts'),
  ];
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
  return { name: `${locale}/${record.id}.csv`, mediaType: 'text/csv', body: `\uFEFF${[head, ...lines].map(csvLine).join('\r\n')}\r\n` };
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
export function citation({ source: id, where }: Cell['places'][number], locale: Locale): string {
  return `${source(id).publisher} (${describeLocator(where, locale, translator(locale)).text})`;
}

/** The whole dataset in all languages, each figure with its fact, sources and confidence. */
function jsonOf(dataset: Dataset): DataFile {
  const origin = siteOrigin();
  const { record, columns, rows } = dataset;
  const body = {
    version: 1,
    id: record.id,
    licence: LICENCE,
    title: record.title,
    description: record.description,
    page: Object.fromEntries(locales.map((locale) => [locale, origin + datasetPath(dataset, locale)])),
    checkedOn: record.checkedOn,
    sentence: Object.fromEntries(locales.map((locale) => [locale, plainText(dataset, record.sentence[locale], locale)])),
    notSaid: record.notSaid,
    rowHead: record.rowHead,
    columns: columns.map(({ id, label, unit }) => ({ id, label, unit })),
    rows: rows.map((row) => ({
      id: row.id,
      label: Object.fromEntries(locales.map((locale) => [locale, rowLabel(row, locale)])),
      cells: row.cells.map((cell) => cell ?? null),
    })),
    sources: Object.fromEntries(
      [...new Set(rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.places.map((place) => place.source) ?? [])))].map((id) => {
        const { title, publisher, date, href } = source(id);
        return [id, { title, publisher, date, href }];
      }),
    ),
  };
  return { name: `${record.id}.json`, mediaType: 'application/json', body: `${JSON.stringify(body, null, 1)}\n` };
}

/** The chart as SVG and PNG. */
async function picturesOf(dataset: Dataset, locale: Locale): Promise<DataFile[]> {
  const chart = chartInFile(dataset, locale);
  if (!chart) return [];
  const name = `${locale}/${dataset.record.id}`;
  const png = await sharp(Buffer.from(chart.outlines), { density: 144 }).png({ palette: true, colours: 16, effort: 1 }).toBuffer();
  return [
    { name: `${name}.svg`, mediaType: 'image/svg+xml', body: chart.text },
    { name: `${name}.png`, mediaType: 'image/png', body: new Uint8Array(png) },
  ];
}

/** The files of one dataset that a page in one language offers. */
export interface OfferedFiles {
  csv: DataFile;
  json: DataFile;
  pictures: DataFile[];
}

const kept = new Map<string, Promise<OfferedFiles>>();

export function filesOf(dataset: Dataset, locale: Locale): Promise<OfferedFiles> {
  const key = `${dataset.record.id} ${locale}`;
  let files = kept.get(key);
  if (!files) kept.set(key, (files = makeFiles(dataset, locale)));
  return files;
}

async function makeFiles(dataset: Dataset, locale: Locale): Promise<OfferedFiles> {
  return { csv: csvOf(dataset, locale), json: jsonOf(dataset), pictures: await picturesOf(dataset, locale) };
}

/** Every file below /dati/. */
export async function dataFiles(): Promise<DataFile[]> {
  const offered = await Promise.all(datasets().flatMap((dataset) => locales.map((locale) => filesOf(dataset, locale))));
  const files = offered.flatMap(({ csv, json, pictures }) => [csv, json, ...pictures]);
  return [...new Map(files.map((file) => [file.name, file])).values()];
}
