/**
 * npm run bench:build: the site without and with generated archives of several sizes, built by `src/setup/build.ts` and by Eleventy 3 in turn.
 * Prints seconds, processor seconds and peak memory of each step (medians of the runs) and exits with 1 if a bar is missed.
 * `--sizes 1000,5000,10000` items, `--runs 3`, `--keep` leaves the projects in the temporary folder.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { judge } from '../bars.ts';
import { installPeers } from '../peers.ts';
import { buildBars, printSizes, type SizeResult } from './results.ts';
import { measureSize } from './measure.ts';

const root = resolve(fileURLToPath(new URL('../../../', import.meta.url)));
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,5000,10000' },
    runs: { type: 'string', default: '3' },
    keep: { type: 'boolean', default: false },
  },
});
const folder = await mkdtemp(join(tmpdir(), 'bench-build-'));
try {
  const packages = await installPeers(root);
  const results: SizeResult[] = [];
  for (const items of [0, ...values.sizes.split(',').map(Number)]) {
    results.push(await measureSize({ root, packages, folder: join(folder, String(items)), items, runs: Number(values.runs) }));
  }
  console.log('');
  printSizes(results);
  process.exitCode = judge(buildBars(results)) === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  if (values.keep) console.log(`Kept: ${folder}`);
  else await rm(folder, { recursive: true, force: true });
}
