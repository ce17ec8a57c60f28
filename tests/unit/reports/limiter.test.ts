import { describe, expect, test } from 'vitest';
import { networkOf, sketchLimiter } from '../../../src/reports/limiter.ts';
import { random } from '../../support/reports/world.ts';

function makeLimiter(limit = 3) {
  let now = 0;
  const limiter = sketchLimiter({ limit, window: 600_000, clock: () => new Date(now), random });
  return { limiter, wait: (milliseconds: number) => (now += milliseconds) };
}

async function answers(limiter: (address: string | undefined) => Promise<boolean>, address: string | undefined, count: number) {
  const all: boolean[] = [];
  for (let at = 0; at < count; at++) all.push(await limiter(address));
  return all;
}

describe('the limiter', () => {
  test('lets a network post so often and then no more', async () => {
    const { limiter } = makeLimiter();
    expect(await answers(limiter, '203.0.113.77', 3)).toEqual([true, true, true]);
    expect(await answers(limiter, '203.0.113.200', 1)).toEqual([false]);
    expect(await answers(limiter, '203.0.114.1', 1)).toEqual([true]);
  });

  test('forgets everything after ten minutes, and when the clock is set back', async () => {
    const { limiter, wait } = makeLimiter(1);
    await answers(limiter, '203.0.113.77', 2);
    wait(600_000);
    expect(await answers(limiter, '203.0.113.77', 2)).toEqual([true, false]);
    wait(-86_400_000);
    expect(await answers(limiter, '203.0.113.77', 1)).toEqual([true]);
  });

  test('does not limit who has no address of their own', async () => {
    const { limiter } = makeLimiter(1);
    for (const address of [undefined, '', '127.0.0.1', '::1', '::ffff:127.0.0.1', 'unknown']) {
      expect(await answers(limiter, address, 3)).toEqual([true, true, true]);
    }
  });

  test('takes few strangers for each other among ten thousand networks', async () => {
    const { limiter } = makeLimiter(1);
    let refused = 0;
    for (let at = 0; at < 10_000; at++) if (!(await limiter(`10.${at >> 8}.${at & 255}.1`))) refused++;
    expect(refused).toBeLessThan(600);
  });
});

test.each([
  ['203.0.113.77', '203.0.113'],
  ['::ffff:203.0.113.77', '203.0.113'],
  ['2001:db8:1:2::77', '2001:db8:1'],
  ['2001:db8::77', '2001:db8:0'],
  ['2001:DB8:0:5:1:2:3:4', '2001:db8:0'],
  ['::77', '0:0:0'],
])('%s belongs to the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
