import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as pagefind from 'pagefind';
import { judge } from '../../bench/bars.ts';
import { table } from '../../bench/table.ts';
import { listFiles } from '../../hosting/files.ts';
import { buildState } from '../../setup/sources-stamp.ts';
import { runNode } from '../../setup/steps.ts';
import { buildBundle } from '../bundle.ts';
import { evaluate, type Scores } from './evaluator.ts';
import { readSynonymSets } from '../synonym-sets.ts';
import { measureSearchPage } from './search-page.ts';
import { firstQueryOfMiniSearch, firstQueryOfOurs, firstQueryOfPagefind, type FirstQuery } from './first-query.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const evaluator = join(root, '../shared/bench/search');

/** The least recall@5 of our client, by query file and class. */
const bars: Record<string, Record<string, number>> = {
  public: { all: 0.92, inflected: 0.94, nodiacritic: 0.88, typo: 0.92, multiword: 0.78 },
  'auto-dev': { 'auto-form': 0.85, 'auto-fold': 0.85, 'auto-typo': 0.7 },
};
const mostKilobytes = 125;
const mostRequests = 15;
/** Milliseconds, 95 of 100, on a processor six times slower. */
const slowestWarm = 35;

interface SetUp {
  name: string;
  site: string;
  client?: string;
  firstQuery: FirstQuery;
  scores: Record<string, Scores>;
}

if (!existsSync(evaluator)) {
  console.log('bench:search: skipped, there is no ../shared/bench/search beside this repository.');
} else {
  const folder = await mkdtemp(join(tmpdir(), 'bench-search-'));
  try {
    report(await measure(folder));
    await reportPage();
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The built site's own page; builds first when dist/ is missing or old. */
async function reportPage(): Promise<void> {
  if ((await buildState(root)) !== 'fresh') {
    const { code } = await runNode(['src/setup/build.ts'], { root, isLoud: true });
    if (code !== 0) throw new Error('the site was not built; see the message above');
  }
  const page = await measureSearchPage(root);
  console.log('\nThe search page of this site, in Chromium, processor ÷ 6; from sending a query until its results are in the page');
  const cells = ({ queries, median, high, files }: typeof page.warm) => [
    String(queries),
    median.toFixed(1),
    high.toFixed(1),
    files.toFixed(1),
  ];
  console.log(
    table(
      ['query', 'number', 'median, ms', '95 of 100, ms', 'files fetched for one'],
      [
        ['warm: its files were read before, its answer is worked out anew', ...cells(page.warm)],
        ['with the search open, its files fetched from this machine', ...cells(page.fresh)],
      ],
    ),
  );
  const missed = judge([
    { what: 'first query', measured: page.firstKilobytes, limit: mostKilobytes, unit: ' kB' },
    { what: 'first query', measured: page.firstRequests, limit: mostRequests, unit: ' requests' },
    { what: 'warm query, 95 of 100, processor ÷ 6', measured: page.warm.high, limit: slowestWarm, unit: ' ms' },
  ]);
  if (missed > 0) process.exitCode = 1;
}

async function measure(folder: string): Promise<SetUp[]> {
  const [plain, own] = [join(folder, 'plain'), join(folder, 'own')];
  const corpus = join(evaluator, 'corpus');
  const { index } = await pagefind.createIndex();
  await index?.addDirectory({ path: corpus });
  await index?.writeFiles({ outputPath: join(plain, 'pagefind') });
  await pagefind.close();
  await buildBundle(pagefind, corpus, await listFiles(corpus), join(own, 'pagefind'), await readSynonymSets(root));
  await pagefind.close();
  const setUps = [
    {
      name: 'this site',
      site: own,
      client: join(import.meta.dirname, 'latvian-client.ts'),
      firstQuery: await firstQueryOfOurs(evaluator, own),
    },
    { name: 'Pagefind', site: plain, firstQuery: await firstQueryOfPagefind(evaluator, plain) },
    {
      name: 'MiniSearch',
      site: own,
      client: join(import.meta.dirname, 'minisearch-client.ts'),
      firstQuery: await firstQueryOfMiniSearch(own),
    },
  ];
  const measured: SetUp[] = [];
  for (const setUp of setUps) {
    const scores: Record<string, Scores> = {};
    for (const set of Object.keys(bars))
      scores[set] = await evaluate(evaluator, { ...setUp, file: `queries-${set}.json`, output: join(folder, 'scores.json') });
    measured.push({ ...setUp, scores });
  }
  return measured;
}

function report(setUps: readonly SetUp[]): void {
  const [ours] = setUps;
  if (!ours) return;
  const missed: string[] = [];
  const rows = Object.entries(ours.scores).flatMap(([set, scores]) =>
    Object.keys(scores).map((name) => {
      const bar = bars[set]?.[name];
      if (bar !== undefined && (ours.scores[set]?.[name]?.recall5 ?? 0) < bar) missed.push(`${set} ${name}`);
      const cells = setUps.map(({ scores: own }) => `${own[set]?.[name]?.recall5.toFixed(3)} / ${own[set]?.[name]?.mrr.toFixed(3)}`);
      return [`${set}: ${name}`, bar === undefined ? '' : `≥ ${bar.toFixed(2)}`, ...cells];
    }),
  );
  if (ours.firstQuery.kilobytes.median > mostKilobytes) missed.push('kilobytes of the first query');
  if (ours.firstQuery.requests.median > mostRequests) missed.push('requests of the first query');
  for (const share of ['median', 'ninth'] as const) {
    const of = share === 'median' ? 'median' : '9 of 10';
    const bar = (most: number) => (share === 'median' ? `≤ ${most}` : '');
    rows.push([`first query, kB, ${of}`, bar(mostKilobytes), ...setUps.map(({ firstQuery }) => firstQuery.kilobytes[share].toFixed(1))]);
    rows.push([`first query, requests, ${of}`, bar(mostRequests), ...setUps.map(({ firstQuery }) => String(firstQuery.requests[share]))]);
  }
  console.log(table(['recall@5 / MRR', 'bar', ...setUps.map(({ name }) => name)], rows));
  console.log(missed.length === 0 ? 'All bars are met.' : `Missed: ${missed.join(', ')}.`);
  if (missed.length > 0) process.exitCode = 1;
}
