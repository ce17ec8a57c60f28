import { openS3Store } from '../../../src/reports/stores/s3.ts';
import { chance } from '../../support/chance.ts';
import { S3_KEYS, type S3Fault, startS3Double } from '../../support/reports/s3-double.ts';
import { handle, makeContext, post } from '../../support/reports/world.ts';
import { isAcknowledged, losses, makeSending, storedTokens } from './sendings.ts';

const FAULTS: S3Fault[] = [
  'internal',
  'slow-down',
  'reset',
  'late-reset',
  'late-internal',
  'truncated',
  'conflict',
  'stall',
  'skewed',
  'expired',
];
const REPORTS = 50;
const TRIES = 30;

/** Sends reports into a bucket that has seeded bad days; two in five requests fail in one of ten ways. */
export async function survivesBuckets(schedules: number, seed: number): Promise<string> {
  let sent = 0;
  const totals = { lost: 0, doubled: 0, unacknowledged: 0 };
  for (let schedule = 0; schedule < schedules; schedule++) {
    const random = chance(seed + schedule);
    const double = await startS3Double(() => (random(5) < 2 ? FAULTS[random(FAULTS.length)] : undefined));
    const store = openS3Store({ bucket: double.bucket, ...S3_KEYS }, { request: 150, whole: 1_500, tries: 4, pause: 1 });
    const context = await makeContext({ store, clock: () => new Date() });
    const acknowledged = new Set<string>();
    await Promise.all(
      Array.from({ length: REPORTS }, async (_, count) => {
        const { token, headers, body } = await makeSending(count);
        for (let attempt = 0; attempt < TRIES; attempt++) {
          if (!isAcknowledged((await handle(post(body, headers), context)).status)) continue;
          acknowledged.add(token);
          return;
        }
      }),
    );
    double.faultOf = () => undefined;
    // Counted without hurry: what is slow on a busy machine is not lost.
    const { lost, doubled } = losses(acknowledged, await storedTokens(openS3Store({ bucket: double.bucket, ...S3_KEYS })));
    totals.lost += lost;
    totals.doubled += doubled;
    totals.unacknowledged += REPORTS - acknowledged.size;
    sent += REPORTS;
    await double.close();
  }
  const line = `${schedules} schedules, ${sent} reports, ${totals.lost} lost, ${totals.doubled} doubled, ${totals.unacknowledged} given up`;
  if (totals.lost + totals.doubled > 0) throw new Error(line);
  return line;
}
