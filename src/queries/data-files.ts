import { pngOf } from '~/drawing/png.ts';
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

const PNG_WIDTH_TO_SVG = 1.5;

/** The files of one dataset that a page in one language offers. */
export interface OfferedFiles {
  csv: DataFile;
  /** What the columns of the CSV file hold. */
  metadata: DataFile;
  json: DataFile;
  /** The chart; undefined where nothing of the dataset can be drawn. The PNG is drawn once, when it is first asked for. */
  chart: { svg: DataFile; png: Omit<DataFile, 'body'> & { load: () => Promise<DataFile> } } | undefined;
}

const kept = new Map<string, OfferedFiles>();

export function filesOf(dataset: Dataset, locale: Locale): OfferedFiles {
  const key = `${dataset.record.id} ${locale}`;
  let files = kept.get(key);
  if (!files) kept.set(key, (files = makeFiles(dataset, locale)));
  return files;
}

function makeFiles(dataset: Dataset, locale: Locale): OfferedFiles {
  return {
    csv: csvOf(dataset, locale),
    metadata: csvMetadata(dataset, locale),
    json: jsonOf(dataset),
    chart: chartFiles(dataset, locale),
  };
}

function chartFiles(dataset: Dataset, locale: Locale): OfferedFiles['chart'] {
  const chart = chartInFile(dataset, locale);
  if (!chart) return undefined;
  const name = `${locale}/${dataset.record.id}`;
  const png = { name: `${name}.png`, mediaType: 'image/png' };
  const draw = async () => ({ ...png, body: await pngOf(chart.outlines(), { zoom: PNG_WIDTH_TO_SVG, colours: 16 }) });
  let drawn: Promise<DataFile> | undefined;
  return {
    svg: { name: `${name}.svg`, mediaType: 'image/svg+xml', body: chart.text },
    png: { ...png, load: () => (drawn ??= draw()) },
  };
}

/** What a page offers to save. */
export function downloadsOf({ csv, json, chart }: OfferedFiles): Omit<DataFile, 'body'>[] {
  return [csv, json, ...(chart ? [chart.svg, chart.png] : [])];
}

/** The chart of a dataset as SVG and PNG. */
export async function picturesOf({ chart }: OfferedFiles): Promise<DataFile[]> {
  return chart ? [chart.svg, await chart.png.load()] : [];
}
