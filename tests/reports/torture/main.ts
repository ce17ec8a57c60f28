// npm run torture: what an endpoint must survive, against the real one. All parts take about a quarter of an hour.
//   -- --only kills|buckets|disks|handles|order|oracle|equals|phone|canaries|devices|flood|input   one part
//   -- --kills 500 --schedules 200 --orders 1000 --reads 2000 --seconds 60 --runs 100000 --seed 1
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { survivesBuckets } from './buckets.ts';
import { keepsNothing } from './canaries.ts';
import { leavesNoTrace } from './devices.ts';
import { survivesDisks, survivesNoHandles } from './disks.ts';
import { keepsOneOfEquals } from './equals.ts';
import { survivesKills } from './kills.ts';
import { tellsNothing } from './oracle.ts';
import { keepsOrder } from './order.ts';
import { withstandsFlood } from './flood.ts';
import { hearsSlowPhones } from './phone.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    kills: { type: 'string', default: '500' },
    schedules: { type: 'string', default: '200' },
    orders: { type: 'string', default: '1000' },
    reads: { type: 'string', default: '2000' },
    seconds: { type: 'string', default: '60' },
    runs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
  },
});
const root = join(import.meta.dirname, '../../..');
const seed = Number(values.seed);

function randomInput(): Promise<string> {
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', '--project', 'unit', 'reports/bad-input'];
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PROPERTY_RUNS: values.runs },
  });
  return status === 0 ? Promise.resolve(`${values.runs} random requests`) : Promise.reject(new Error('see above'));
}

const PARTS: Record<string, (folder: string) => Promise<string>> = {
  kills: (folder) => survivesKills(folder, Number(values.kills), seed),
  buckets: () => survivesBuckets(Number(values.schedules), seed),
  disks: survivesDisks,
  handles: survivesNoHandles,
  equals: (folder) => keepsOneOfEquals(folder, 20),
  phone: (folder) => hearsSlowPhones(folder, 900_000),
  canaries: keepsNothing,
  devices: leavesNoTrace,
  order: (folder) => keepsOrder(folder, Number(values.orders)),
  oracle: (folder) => tellsNothing(folder, Number(values.reads), seed),
  flood: (folder) => withstandsFlood(folder, Number(values.seconds)),
  input: randomInput,
};

for (const [name, run] of Object.entries(PARTS)) {
  if (values.only !== undefined && values.only !== name) continue;
  const folder = await mkdtemp(join(tmpdir(), `report-${name}-`));
  const start = performance.now();
  try {
    const line = await run(folder);
    console.log(`${line.startsWith('SKIPPED') ? '–' : '✔'} ${name}: ${line} (${((performance.now() - start) / 1_000).toFixed(0)} s)`);
  } catch (error) {
    console.log(`✘ ${name}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
  // A browser may still be writing its last file.
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
process.exit();
