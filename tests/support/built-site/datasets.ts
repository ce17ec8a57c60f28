import { addressWords, pathIn } from '../../../src/i18n/paths.ts';
import { locales, type Locale } from '../../../src/i18n/locales.ts';
import type { DatasetRecord } from '../../../src/schemas/dataset.ts';
import { textFile } from './dist.ts';
import { world } from './records.ts';

/** What /dati/<id>.json holds of a cell. */
export interface PublishedCell {
  value: number | string;
  facts: string[];
  places: { source: string; where: string }[];
  confidence?: string;
}

export interface PublishedDataset {
  columns: { id: string; unit: string; label: Record<Locale, string> }[];
  rows: { id: string; label: Record<Locale, string>; cells: (PublishedCell | null)[] }[];
}

/** One dataset in one language, as built. */
export interface BuiltDataset {
  record: DatasetRecord;
  locale: Locale;
  /** Its page. */
  address: string;
  json: PublishedDataset;
}

const published = new Map<string, PublishedDataset>();

function publishedDataset(id: string): PublishedDataset {
  let json = published.get(id);
  if (!json) published.set(id, (json = JSON.parse(textFile(`dati/${id}.json`)) as PublishedDataset));
  return json;
}

export function builtDatasets(): BuiltDataset[] {
  return world().datasets.flatMap(({ value: record }) =>
    locales.map((locale) => ({
      record,
      locale,
      address: pathIn(locale, addressWords.figures[locale], locale === 'lv' ? record.id : record.urlSlug[locale]),
      json: publishedDataset(record.id),
    })),
  );
}

let byAddress: Map<string, BuiltDataset> | undefined;

/** The dataset whose page stands at an address. */
export function datasetAt(address: string): BuiltDataset | undefined {
  byAddress ??= new Map(builtDatasets().map((dataset) => [dataset.address, dataset]));
  return byAddress.get(address);
}

/** The lines of a CSV text by RFC 4180, without a byte order mark. */
export function csvLines(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  for (const [, quoted, plain, end] of text.replace(/^\uFEFF/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (end === '' && quoted === undefined && plain === '' && line.length === 0) break;
    line.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end !== ',') {
      lines.push(line);
      line = [];
    }
  }
  return lines;
}
