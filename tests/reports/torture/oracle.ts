import { performance } from 'node:perf_hooks';
import { join } from 'node:path';
import { openFsStore } from '../../../src/reports/stores/fs.ts';
import { fillMailbox, inventMailbox } from '../../support/reports/replies.ts';
import { chance } from '../../support/chance.ts';
import { kill, startEndpoint } from './endpoint.ts';

const AT_ONCE = 40;
const BYTES = 65_536;
/** One run in a hundred of two equal distributions looks unequal; two in a row are one in ten thousand. */
const P = 0.01;
const RUNS = 2;

/** The largest distance between two empirical distributions, and how likely at least as much is when they are one (Kolmogorov–Smirnov). */
function compare(one: readonly number[], other: readonly number[]): { distance: number; p: number } {
  const all = [...one.map((value) => ({ value, isOne: true })), ...other.map((value) => ({ value, isOne: false }))];
  all.sort((a, b) => a.value - b.value);
  let [seenOne, seenOther, distance] = [0, 0, 0];
  for (const [index, { value, isOne }] of all.entries()) {
    if (isOne) seenOne++;
    else seenOther++;
    // Equal values are one step of both.
    if (all[index + 1]?.value === value) continue;
    distance = Math.max(distance, Math.abs(seenOne / one.length - seenOther / other.length));
  }
  const size = Math.sqrt((one.length * other.length) / (one.length + other.length));
  const lambda = (size + 0.12 + 0.11 / size) * distance;
  let p = 0;
  for (let term = 1; term <= 100; term++) p += 2 * (-1) ** (term - 1) * Math.exp(-2 * term * term * lambda * lambda);
  return { distance, p: lambda < 0.2 ? 1 : Math.min(1, Math.max(0, p)) };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Reads as many known as unknown mailboxes over HTTP, in mixed order: neither length nor time may tell which is which. */
export async function tellsNothing(folder: string, reads: number, seed: number): Promise<string> {
  const random = chance(seed);
  const endpoint = await startEndpoint(folder);
  try {
    const store = await openFsStore(join(folder, 'store'), () => new Date());
    const known = await Promise.all(Array.from({ length: 50 }, () => inventMailbox()));
    const unknown = await Promise.all(Array.from({ length: 50 }, () => inventMailbox()));
    for (const [index, mailbox] of known.entries()) await fillMailbox(store, mailbox, [1, 2, 3, 4, 5, 6].slice(0, 1 + (index % 6)));
    const ask = async (box: string): Promise<number> => {
      const since = performance.now();
      const answer = await fetch(`http://127.0.0.1:${endpoint.port}/api/mailbox`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ v: 1, box }),
      });
      const { byteLength } = await answer.arrayBuffer();
      if (answer.status !== 200 || byteLength !== BYTES)
        throw new Error(`a mailbox was answered ${answer.status} with ${byteLength} bytes`);
      return performance.now() - since;
    };
    for (let run = 1; ; run++) {
      const times = { known: [] as number[], unknown: [] as number[] };
      const rest = Array.from({ length: 2 * reads }, (_, index) => (index % 2 === 0 ? ('known' as const) : ('unknown' as const)));
      for (let index = rest.length - 1; index > 0; index--) {
        const other = random(index + 1);
        [rest[index], rest[other]] = [rest[other] ?? 'known', rest[index] ?? 'known'];
      }
      const work = async (): Promise<void> => {
        for (let kind = rest.pop(); kind; kind = rest.pop()) {
          const mailboxes = kind === 'known' ? known : unknown;
          times[kind].push(await ask(mailboxes[times[kind].length % mailboxes.length]?.box ?? ''));
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      const { distance, p } = compare(times.known, times.unknown);
      const [one, other] = [median(times.known), median(times.unknown)];
      const line = `2 × ${reads} reads, medians ${one.toFixed(2)} and ${other.toFixed(2)} ms, KS distance ${distance.toFixed(4)}, p ${p.toFixed(3)}`;
      if (p > P && Math.abs(one - other) <= 0.05 * other) return line;
      if (run === RUNS) throw new Error(`known and unknown numbers can be told apart: ${line}`);
    }
  } finally {
    await kill(endpoint);
  }
}
