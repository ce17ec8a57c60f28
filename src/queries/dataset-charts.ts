import { drawBarChart, type BarChart } from '~/charts/bar-chart.ts';
import { inFile, onPage } from '~/charts/media.ts';
import type { Locale } from '~/i18n/locales.ts';
import { translator } from '~/i18n/t.ts';
import { cellText, datasetSources, plainText, rowLabel, type Cell, type Dataset } from './datasets.ts';
import { source } from './evidence.ts';
import { site } from './site.ts';

/** The dataset’s chart; undefined where nothing of it can be drawn on one scale. */
function chartOf(dataset: Dataset, locale: Locale): BarChart | undefined {
  const t = translator(locale);
  const { record, columns, rows } = dataset;
  const drawn = columns.flatMap((column, index) => (column.noChart || column.unit === 'rating' ? [] : [{ column, index }]));
  const shown = rows.filter(({ noChart, cells }) => !noChart && drawn.some(({ index }) => typeof cells[index]?.value === 'number'));
  if (drawn.length === 0 || shown.length === 0) return undefined;
  return {
    title: record.title[locale],
    description: `${t('figures.chartDescription')} ${record.scale === 'row' ? `${t('figures.ownScale')} ` : ''}${plainText(dataset, record.lead[locale], locale)}`,
    series: drawn.map(({ column }) => column.label[locale]),
    groups: shown.map((row) => ({
      label: rowLabel(row, locale),
      bars: drawn.map(({ column, index }) => {
        const cell = row.cells[index];
        const value = typeof cell?.value === 'number' ? cell.value : undefined;
        return { value, text: cell ? `${cellText(cell, column.unit, locale)}${isDoubtful(cell) ? '*' : ''}` : t('figures.noFigure') };
      }),
    })),
    isScaledByGroup: record.scale === 'row',
    foot: [
      t('figures.chartFoot', { sources: publishers(dataset).join(', '), site: site().name[locale] }),
      ...(shown.some(({ cells }) => cells.some((cell) => cell && isDoubtful(cell))) ? [t('figures.chartCaption')] : []),
    ].join(' '),
  };
}

/** Not as sure as a figure printed in one document: the table says why. */
export function isDoubtful({ confidence }: Cell): boolean {
  return confidence === 'weak' || confidence === 'derived' || confidence === 'sources-disagree';
}

/** Who published the figures, each once. */
export function publishers(dataset: Dataset): string[] {
  return [...new Set(datasetSources(dataset).map((place) => source(place.source).publisher))];
}

/** The chart inside its page. */
export function chartOnPage(dataset: Dataset, locale: Locale): string | undefined {
  const chart = chartOf(dataset, locale);
  return chart && drawBarChart(chart, onPage('chart'));
}

/** The chart as a file: to be edited, and to be made a picture of; undefined where the dataset has none. */
export function chartInFile(dataset: Dataset, locale: Locale): { text: string; outlines: () => string } | undefined {
  const chart = chartOf(dataset, locale);
  return (
    chart && { text: `${drawBarChart(chart, inFile('chart', 'text'))}\n`, outlines: () => drawBarChart(chart, inFile('chart', 'outlines')) }
  );
}
