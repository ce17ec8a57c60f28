import sharp from 'sharp';
import { locales, type Locale } from '~/i18n/locales.ts';
import { siteOrigin } from '~/records/site-origin.ts';
import { LICENCE, type DataFile } from './data-file.ts';
import { chartInFile } from './dataset-charts.ts';
import { csvMetadata, csvOf } from './dataset-csv.ts';
import { datasetPath, plainText, rowLabel, type Dataset } from './datasets.ts';
import { source } from './evidence.ts';

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

/** The chart as SVG, and in Latvian as PNG too: drawing one takes as long as building ten pages. */
async function picturesOf(dataset: Dataset, locale: Locale): Promise<DataFile[]> {
  const chart = chartInFile(dataset, locale);
  if (!chart) return [];
  const name = `${locale}/${dataset.record.id}`;
  const svg = { name: `${name}.svg`, mediaType: 'image/svg+xml', body: chart.text };
  if (locale !== 'lv') return [svg];
  const png = await sharp(Buffer.from(chart.outlines()), { density: 108 }).png({ palette: true, colours: 16, effort: 1 }).toBuffer();
  return [svg, { name: `${name}.png`, mediaType: 'image/png', body: new Uint8Array(png) }];
}

/** The files of one dataset that a page in one language offers. */
export interface OfferedFiles {
  csv: DataFile;
  /** What the columns of the CSV file hold. */
  metadata: DataFile;
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
  return {
    csv: csvOf(dataset, locale),
    metadata: csvMetadata(dataset, locale),
    json: jsonOf(dataset),
    pictures: await picturesOf(dataset, locale),
  };
}
