import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { locales } from '../../src/i18n/locales.ts';
import { builtDatasets, csvLines, type BuiltDataset } from '../support/built-site/datasets.ts';
import { bytesOf, distFiles, hasFile, textFile } from '../support/built-site/dist.ts';
import { attribute, elementsIn, isOneOf, textOf, type Element } from '../support/built-site/html.ts';
import { bodyText, noFaults, type Page, pageAt, plantedPage, select } from '../support/built-site/pages.ts';
import { origin, world } from '../support/built-site/records.ts';
import { search } from '../support/built-site/search.ts';

const sets = builtDatasets();
const cases = sets.map((set) => [set.address, set] as const);

function pageOf({ address }: BuiltDataset): Page {
  const page = pageAt(address);
  if (!page) throw new Error(`${address} is not built`);
  return page;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

interface Shown {
  label: string;
  /** As machines read them; undefined where there is no figure. */
  values: (string | undefined)[];
  /** As printed. */
  texts: string[];
}

/** The rows of the table on a page; without the column that says how sure a row is. */
function tableRows(page: Page, columns: number): Shown[] {
  return select(page, isOneOf('tr')).flatMap((row) => {
    const [head] = elementsIn(row).filter((cell) => attribute(cell, 'scope') === 'row');
    if (!head) return [];
    const cells = elementsIn(row).filter(isOneOf('td')).slice(0, columns);
    return [{ label: textOf(head).trim(), values: cells.map(valueIn), texts: cells.map((cell) => textOf(cell).trim()) }];
  });
}

function valueIn(cell: Element): string | undefined {
  const [data] = elementsIn(cell).filter(isOneOf('data'));
  if (data) return attribute(data, 'value');
  return elementsIn(cell).some(isOneOf('span')) ? undefined : textOf(cell).trim();
}

function csvRows({ record, locale, json }: BuiltDataset): Shown[] {
  const [, ...lines] = csvLines(textFile(`dati/${locale}/${record.id}.csv`));
  return lines.map(([label = '', ...cells]) => {
    const figures = cells.slice(0, json.columns.length);
    return { label, values: figures.map((text) => (text === '' ? undefined : text)), texts: figures };
  });
}

/** What the JSON file says of a row, ratings in words as the page prints them. */
function jsonRows({ json, locale }: BuiltDataset): Shown[] {
  return json.rows.map(({ label, cells }) => {
    const values = cells.map((cell, index) => {
      if (!cell) return undefined;
      const isRating = json.columns[index]?.unit === 'rating';
      return isRating ? world().ui[locale][`figures.rating.${cell.value}`] : String(cell.value);
    });
    return { label: label[locale], values, texts: [] };
  });
}

function differences(what: string, one: readonly Shown[], other: readonly Shown[]): string[] {
  const line = ({ label, values }: Shown) => [label, ...values.map((value) => value ?? '–')].join(' | ');
  const [ours, theirs] = [one.map(line), other.map(line)];
  return ours.length === theirs.length
    ? ours.flatMap((text, index) => (text === theirs[index] ? [] : [`${what}: ${text} ≠ ${theirs[index] ?? ''}`]))
    : [`${what}: ${ours.length} rows ≠ ${theirs.length}`];
}

/** The figures that the chart prints, in the order of the table. */
function chartTexts(page: Page): string[] {
  return select(page, isOneOf('text'))
    .filter((text) => attribute(text, 'font-weight') !== undefined)
    .map(({ childNodes: [node] }) => (node && 'value' in node ? node.value : ''));
}

function expectedInChart({ record, json }: BuiltDataset, rows: readonly Shown[]): string[] {
  const drawn = record.columns.map(({ noChart, unit }) => !noChart && unit !== 'rating');
  const hidden = new Set((record.rows ?? []).flatMap(({ id, noChart }) => (noChart ? [id] : [])));
  return rows.flatMap(({ texts }, row) => {
    const published = json.rows[row];
    return !published || hidden.has(published.id)
      ? []
      : texts.filter((_, column) => drawn[column] && typeof published.cells[column]?.value === 'number');
  });
}

/** The bold texts of a chart that is a file of its own. */
function boldTexts(svg: string): string[] {
  return [...svg.matchAll(/<text [^>]*font-weight="bold"[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text);
}

interface CsvMetadata {
  url: string;
  tableSchema: { columns: { name: string; titles: string; datatype: string; required: boolean }[]; primaryKey: string };
}

/** What a description of a CSV file promises and the file does not keep. */
function metadataFaults({ url, tableSchema: { columns, primaryKey } }: CsvMetadata, file: string, lines: readonly string[][]): string[] {
  const [head = [], ...rows] = lines;
  const names = columns.map(({ name }) => name);
  const keys = rows.map((row) => row[names.indexOf(primaryKey)]);
  return [
    ...(file.endsWith(`/${url}`) ? [] : [`describes ${url}`]),
    ...(head.join('|') === columns.map(({ titles }) => titles).join('|') ? [] : [`the heads are ${head.join(', ')}`]),
    ...(new Set(names).size === names.length ? [] : ['a name stands twice']),
    ...names.filter((name) => !/^[A-Za-z0-9][A-Za-z0-9_]*$/.test(name)).map((name) => `"${name}" is no name of a column`),
    ...(new Set(keys).size === keys.length ? [] : ['a key stands twice']),
    ...rows.flatMap((row) => [
      ...(row.length === columns.length ? [] : [`${row.length} cells in a row`]),
      ...columns.flatMap(({ name, datatype, required }, index) => {
        const text = row[index] ?? '';
        if (text === '') return required ? [`${name} is empty`] : [];
        return datatype === 'number' && !/^\d+(?:\.\d+)?$/.test(text) ? [`${name} is no number: ${text}`] : [];
      }),
    ]),
  ];
}

describe('the rules', () => {
  const row = (value: string) => ({ label: '2014', values: [value], texts: [value] });
  const table = '<table><tr><th scope="row">2014</th><td><data value="1234">1 234</data></td></tr></table>';

  test('find a planted other figure', () => expect(differences('a', [row('1')], [row('2')])).toHaveLength(1));
  test('find a planted missing row', () => expect(differences('a', [row('1')], [])).toHaveLength(1));
  test('read a table', () => expect(tableRows(plantedPage(table), 1)).toEqual([{ label: '2014', values: ['1234'], texts: ['1 234'] }]));
  test('read a chart', () =>
    expect(chartTexts(plantedPage('<svg><text>2014</text><text font-weight="650">5</text></svg>'))).toEqual(['5']));
  test('read a chart in a file', () =>
    expect(boldTexts('<svg><text x="1">a</text><text y="2" font-weight="bold">5</text></svg>')).toEqual(['5']));
  test('read quoted CSV', () =>
    expect(csvLines('\uFEFFa,"b ""c"", d"\r\n1,\r\n')).toEqual([
      ['a', 'b "c", d'],
      ['1', ''],
    ]));
  test('find planted faults of a description', () => {
    const column = { name: 'row', titles: 'Gads', datatype: 'number', required: true };
    const metadata = { url: 'a.csv', tableSchema: { columns: [column], primaryKey: 'row' } };
    expect(metadataFaults(metadata, 'lv/a.csv', [['Gads'], ['5']])).toEqual([]);
    expect(metadataFaults(metadata, 'lv/a.csv', [['Gads'], ['pieci']])).toEqual(['row is no number: pieci']);
    expect(metadataFaults(metadata, 'lv/b.csv', [['Year'], ['5'], ['5'], ['']])).toHaveLength(4);
  });
});

test('there are datasets', () => expect(sets.length).toBeGreaterThan(60));

describe.each(cases)('%s', (_address, set) => {
  const { record, locale, json } = set;
  const csv = `dati/${locale}/${record.id}.csv`;

  test('has the same figures in its table, its CSV file and its JSON file', () => {
    const page = tableRows(pageOf(set), json.columns.length);
    noFaults([...differences('page and JSON', page, jsonRows(set)), ...differences('page and CSV', page, csvRows(set))]);
  });
  test('has the same figures in its chart', () => {
    const shown = chartTexts(pageOf(set));
    const expected = expectedInChart(set, tableRows(pageOf(set), json.columns.length));
    expect(shown.filter((text) => /\d/.test(text))).toEqual(expected);
  });
  test('has the same figures in the file of its chart, and a picture of it 1200 wide', () => {
    const expected = expectedInChart(set, tableRows(pageOf(set), json.columns.length));
    const file = `dati/${locale}/${record.id}`;
    expect([hasFile(`${file}.svg`), hasFile(`${file}.png`)]).toEqual([expected.length > 0, expected.length > 0]);
    if (expected.length === 0) return;
    // The title is bold, too, and stands above.
    expect(boldTexts(textFile(`${file}.svg`)).slice(-expected.length)).toEqual(expected);
    expect(Buffer.from(bytesOf(`${file}.png`)).readUInt32BE(16)).toBe(1200);
  });
  test('has a table description that its CSV file keeps', () => {
    const metadata = JSON.parse(textFile(`${csv}-metadata.json`)) as CsvMetadata;
    noFaults(metadataFaults(metadata, csv, csvLines(textFile(csv))));
  });
  test('prints the checksum of its CSV file and the licence', () => {
    const text = bodyText(pageOf(set));
    expect([text.includes(sha256(bytesOf(csv))), text.includes('CC BY 4.0')]).toEqual([true, true]);
  });
  test('is found under its title', async () => {
    const { results } = await search(record.title[locale], locale, 10);
    expect(results.map(({ path }) => path)).toContain(set.address);
  });
});

describe('the catalogue', () => {
  const catalogue = JSON.parse(textFile('dati/katalogs.jsonld')) as {
    'dcat:dataset': {
      'dct:identifier': string;
      'dct:title': object[];
      'dct:description': object[];
      'dcat:distribution': { 'dcat:downloadURL': { '@id': string }; 'spdx:checksum': { 'spdx:checksumValue': { '@value': string } } }[];
    }[];
  };
  const described = catalogue['dcat:dataset'];

  test('names every dataset in three languages', () => {
    expect(described.map((one) => one['dct:identifier']).sort()).toEqual(
      world()
        .datasets.map(({ value }) => value.id)
        .sort(),
    );
    noFaults(
      described.filter((one) => one['dct:title'].length !== 3 || one['dct:description'].length !== 3).map((one) => one['dct:identifier']),
    );
  });
  test('names files that are there, with their checksums', () => {
    const files = described.flatMap((one) => one['dcat:distribution']);
    expect(files.length).toBeGreaterThan(described.length * 6);
    noFaults(
      files.flatMap((file) => {
        const name = file['dcat:downloadURL']['@id'].slice(origin().length + 1);
        if (!hasFile(name)) return [`${name} is not there`];
        return sha256(bytesOf(name)) === file['spdx:checksum']['spdx:checksumValue']['@value'] ? [] : [`${name} has another checksum`];
      }),
    );
  });
});

describe.each(locales)('the press pack (%s)', (locale) => {
  const files = unzipSync(bytesOf(`dati/preses-pakete-${locale}.zip`));
  const wanted = distFiles
    .filter((file) => file.startsWith(`dati/${locale}/`) && !/\.(?:br|gz)$/.test(file))
    .concat(world().datasets.map(({ value }) => `dati/${value.id}.json`))
    .concat(`medijiem/kontrollapa-${locale}.pdf`);
  const pictures = world().mediaPictures.map(({ value }) => value.id);

  test('holds the files of every dataset as they stand on the site', () => {
    noFaults(
      wanted.filter((file) => {
        const packed = files[file.slice(file.lastIndexOf('/') + 1)];
        return !packed || !Buffer.from(packed).equals(bytesOf(file));
      }),
    );
    expect(Object.keys(files)).toHaveLength(wanted.length + pictures.length + 2);
  });
  test('holds the free pictures', () =>
    noFaults(pictures.filter((id) => !Buffer.from(files[`cc0/${id}.svg`] ?? []).equals(bytesOf(`medijiem/${id}.svg`)))));
  test('holds the checksum of every file', () => {
    const sums = strFromU8(files['SHA256SUMS.txt'] ?? new Uint8Array());
    noFaults(
      Object.entries(files)
        .filter(([name]) => name !== 'SHA256SUMS.txt')
        .filter(([name, bytes]) => !sums.includes(`${sha256(bytes)}  ${name}\n`))
        .map(([name]) => name),
    );
  });
  test('says of every dataset what can be quoted and what it does not say', () => {
    const text = strFromU8(files['README.txt'] ?? new Uint8Array());
    noFaults(
      world()
        .datasets.filter(({ value }) => !text.includes(`(${value.id})`))
        .map(({ value }) => value.id),
    );
  });
});
