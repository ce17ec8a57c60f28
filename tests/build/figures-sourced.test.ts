import { describe, expect, test } from 'vitest';
import { attribute, closest, type Element, elementsIn, isOneOf, textOf } from '../support/built-site/html.ts';
import { everyPage, type Page, plantedPage, select } from '../support/built-site/pages.ts';
import { builtDatasets, datasetAt } from '../support/built-site/datasets.ts';
import { world } from '../support/built-site/records.ts';

function sourcesTitle({ locale }: Page): string {
  return world().ui[locale]['sources.title'] ?? 'sources.title';
}

/** The figures that the list of sources explains, as printed. */
function listed(page: Page): string[] {
  const list = select(page, isOneOf('dl')).filter((one) => closest(one, (above) => isSourceList(above, page)));
  return list.flatMap((one) =>
    elementsIn(one)
      .filter(isOneOf('dt'))
      .map((term) => textOf(term)),
  );
}

function isSourceList(element: Element, page: Page): boolean {
  const heading = element.tagName === 'section' ? elementsIn(element).find(isOneOf('h2', 'h3')) : undefined;
  return heading !== undefined && textOf(heading) === sourcesTitle(page);
}

/** A figure that stands alone in a box may name its source there. */
function namesSource(figure: Element, page: Page): boolean {
  const box = closest(figure, isOneOf('section', 'figure', 'aside', 'article'));
  return box !== undefined && box.tagName !== 'article' && textOf(box).includes(`${sourcesTitle(page)}: `);
}

let figuresOfDatasets: Set<string> | undefined;

/** Values of all cells that datasets publish. */
function datasetValues(): Set<string> {
  const cells = () => builtDatasets().flatMap(({ json }) => json.rows.flatMap((row) => row.cells));
  return (figuresOfDatasets ??= new Set(cells().map((cell) => String(cell?.value))));
}

const facts = new Set(world().facts.map(({ value }) => value.id));
const titles = new Map(world().sources.map(({ value }) => [value.id, value.title]));

/** A figure on the page of a dataset is a cell made of recorded facts, and the list of sources names each of their sources. */
function isSourcedByDataset(figure: Element, page: Page): boolean {
  const value = attribute(figure, 'value');
  const [list] = select(page, (element) => isSourceList(element, page));
  const cells = datasetAt(page.address)?.json.rows.flatMap((row) => row.cells) ?? [];
  const found = cells.filter((cell) => cell !== null && String(cell.value) === value);
  if (!list || found.length === 0) return false;
  const named = textOf(list);
  return found.every(
    (cell) =>
      cell !== null &&
      cell.facts.every((id) => facts.has(id)) &&
      cell.places.every(({ source, where }) => where !== '' && named.includes(titles.get(source) ?? '?')),
  );
}

function faults(page: Page): string[] {
  const known = new Set([...world().figures.map(({ value }) => String(value.value)), ...datasetValues()]);
  const terms = listed(page);
  return select(page, isOneOf('data')).flatMap((figure) => {
    const [text, value] = [textOf(figure), attribute(figure, 'value') ?? ''];
    return [
      ...(terms.includes(text) || namesSource(figure, page) || isSourcedByDataset(figure, page)
        ? []
        : [`${text} has no source on the page`]),
      ...(known.has(value) ? [] : [`${text} has the value ${value}, which no record of seeds/facts has`]),
    ];
  });
}

function orphanFaults(page: Page): string[] {
  const shown = select(page, isOneOf('data')).map((figure) => textOf(figure));
  return listed(page)
    .filter((text) => !shown.includes(text))
    .map((text) => `the list explains ${text}, which the page does not show`);
}

describe('the rule', () => {
  const [figure] = world().figures.filter(({ value }) => typeof value.value === 'number');
  const value = String(figure?.value.value);
  const list = (text: string) => `<section><h2>${world().ui.lv['sources.title']}</h2><dl><dt>${text}</dt><dd>A</dd></dl></section>`;
  const data = `<p><data value="${value}">${value}</data></p>`;

  test('passes a figure with its line in the list', () => expect(faults(plantedPage(data + list(value)))).toEqual([]));
  test('passes a figure in a box with its source', () => {
    expect(faults(plantedPage(`<section>${data}<p>${world().ui.lv['sources.title']}: A</p></section>`))).toEqual([]);
  });
  test('finds a planted figure without a source', () => expect(faults(plantedPage(data + list('1234567')))).toHaveLength(1));
  test('finds a planted value that nobody recorded', () =>
    expect(faults(plantedPage(`<data value="987654321">9</data>${list('9')}`))).toHaveLength(1));
  test('finds a planted figure that a dataset’s page has no source for', () => {
    const [{ address, json } = { address: '', json: { rows: [] } }] = builtDatasets();
    const cell = String(json.rows[0]?.cells[0]?.value);
    expect(faults(plantedPage(`<data value="${cell}">${cell}</data>`, address))).toHaveLength(1);
  });
  test('finds a planted line for nothing', () => expect(orphanFaults(plantedPage(list('1234567')))).toHaveLength(1));
});

everyPage('names the source of every figure it shows', faults);
everyPage('explains no figure that it does not show', orphanFaults);
