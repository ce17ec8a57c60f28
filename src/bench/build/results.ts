import type { Bar } from '../bars.ts';
import { table } from '../table.ts';
import type { Usage } from '../watched.ts';

/** Medians for one size of archive. */
export interface SizeResult {
  /** Generated news items. */
  items: number;
  /** Steps of `npm run build` by name, and `whole`. */
  ours: Map<string, Usage>;
  /** HTML pages written. */
  oursPages: number;
  /** Our pages rendered, and nothing else at the same time. */
  rendering: Usage;
  eleventy: Usage;
  eleventyPages: number;
}

const GROWTH_LIMIT = 1.2;
const ELEVENTY_LIMIT = 1.5;
const PEAK_LIMIT_MB = 1536;

export function printSizes(results: readonly SizeResult[]): void {
  const rows = results.flatMap(({ items, ours, oursPages, rendering, eleventy, eleventyPages }) => [
    ...[...ours].map(([step, usage]) => row(items, step === 'whole' ? 'ours: whole command' : `ours: ${step}`, oursPages, usage)),
    row(items, 'ours: pages, nothing beside', oursPages, rendering),
    row(items, 'Eleventy 3', eleventyPages, eleventy),
  ]);
  console.log(table(['items', 'step', 'pages', 'seconds', 'processor s', 'ms a page', 'peak MB'], rows));
}

function row(items: number, step: string, pages: number, { seconds, processorSeconds, peakMegabytes }: Usage): string[] {
  return [
    String(items),
    step,
    String(pages),
    seconds.toFixed(1),
    processorSeconds?.toFixed(1) ?? '–',
    ((seconds / pages) * 1000).toFixed(2),
    peakMegabytes.toFixed(0),
  ];
}

/**
 * The figures of issue 2: time beside Eleventy, memory, growth of the cost of a page. The smallest size is the site without generated items: its pages
 * that are no news, and its papers, Eleventy does not make, so that the items are compared by what they add to each. The memory is that of rendering;
 * the indexer of the search, a process of Pagefind's, needs its own, which the table shows in "whole".
 */
export function buildBars(results: readonly SizeResult[]): Bar[] {
  const [without, smallest] = results;
  const largest = results.at(-1);
  if (!without || !smallest || !largest) return [];
  const sizes = `${largest.items} : ${smallest.items} items`;
  const added = (secondsIn: (result: SizeResult) => number) => secondsIn(largest) - secondsIn(without);
  const bars: Bar[] = [
    {
      what: `what ${largest.items} items add to the rendering of pages, beside Eleventy`,
      measured: added(({ rendering }) => rendering.seconds) / added(({ eleventy }) => eleventy.seconds),
      limit: ELEVENTY_LIMIT,
      unit: ' ×',
    },
    {
      what: `peak memory of rendering, ${largest.items} items`,
      measured: largest.rendering.peakMegabytes,
      limit: PEAK_LIMIT_MB,
      unit: ' MB',
    },
  ];
  for (const step of largest.ours.keys()) {
    const cost = (result: SizeResult) => secondsOf(result, step) / result.oursPages;
    bars.push({ what: `cost of a page, ${step}, ${sizes}`, measured: cost(largest) / cost(smallest), limit: GROWTH_LIMIT, unit: ' ×' });
  }
  const [, , middle] = results;
  if (middle && middle !== largest) {
    // The fixed cost of a build hides growth in the cost of a page; the cost of a further page shows it.
    const further = (from: SizeResult, to: SizeResult) =>
      (secondsOf(to, 'whole') - secondsOf(from, 'whole')) / (to.oursPages - from.oursPages);
    const growth = further(middle, largest) / further(smallest, middle);
    bars.push({
      what: `cost of a further page, whole, ${middle.items}–${largest.items} : ${smallest.items}–${middle.items} items`,
      measured: growth,
      limit: GROWTH_LIMIT,
      unit: ' ×',
    });
  }
  return bars;
}

function secondsOf({ ours }: SizeResult, step: string): number {
  return ours.get(step)?.seconds ?? NaN;
}
