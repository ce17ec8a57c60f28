import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { survivesBuckets } from '../../reports/torture/buckets.ts';
import { keepsNothing } from '../../reports/torture/canaries.ts';
import { survivesDisks, survivesNoHandles } from '../../reports/torture/disks.ts';
import { keepsOneOfEquals } from '../../reports/torture/equals.ts';
import { withstandsFlood } from '../../reports/torture/flood.ts';
import { survivesKills } from '../../reports/torture/kills.ts';
import { keepsOrder } from '../../reports/torture/order.ts';
import { hearsSlowPhones } from '../../reports/torture/phone.ts';

// A sample of `npm run torture`, small enough for every run. A part that this machine cannot do says SKIPPED and why.
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'report-sample-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const parts: Record<string, () => Promise<string>> = {
  'three power cuts under load': () => survivesKills(folder, 3, 7),
  'two bad days of a bucket': () => survivesBuckets(2, 7),
  'a full disk, one without names, one that cannot be written': () => survivesDisks(folder),
  'no handles left': () => survivesNoHandles(folder),
  'equal posts at once': () => keepsOneOfEquals(folder, 2),
  'a phone at 64 kbit/s': () => hearsSlowPhones(folder, 0),
  'a look at all it writes and remembers': () => keepsNothing(folder),
  'a flood of two seconds': () => withstandsFlood(folder, 2, { report: 20_000, page: 10_000 }),
  'a look at the order of its system calls': () => keepsOrder(folder, 5),
};

// Signals, /proc and addresses of 127/8 are Linux's.
describe.skipIf(process.platform !== 'linux')('the endpoint survives', () => {
  test.each(Object.entries(parts))(
    '%s',
    async (_, run) => {
      const line = await run();
      console.log(line);
      expect(line).not.toBe('');
    },
    120_000,
  );
});
