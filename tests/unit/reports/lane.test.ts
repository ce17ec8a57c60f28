import { describe, expect, test } from 'vitest';
import { type Lane, openLane } from '../../../src/reports/lane.ts';
import { utf8 } from '../../../src/reports/message/bytes.ts';
import { findWork, NO_WORK, type Work, type WorkAsked, workKey } from '../../../src/reports/message/work.ts';

const POSTS = 10;
const HOUR = 3_600_000;
const LETTERS = utf8('QUJD');
const word = (hour: number) => String(hour).padStart(8, '0');

function makeLane({ workWords = (hour: number) => Promise.resolve([word(hour)]) } = {}) {
  const state = { ticks: 0, now: 1_000 * HOUR, isNearlyFull: false };
  const lane = openLane({
    postsAMinute: POSTS,
    workWords,
    isNearlyFull: () => state.isNearlyFull,
    clock: () => new Date(state.now),
    ticks: () => state.ticks,
  });
  return { lane, state };
}

const idOf = (number: number) => number.toString(16).padStart(32, '0');

function send(lane: Lane, number: number, work: Work = NO_WORK, isWithin = true) {
  return lane.admitSealed({ id: idOf(number), letters: LETTERS, work }, isWithin);
}

async function workFor(number: number, asked: WorkAsked): Promise<Work> {
  return findWork(await workKey(idOf(number), LETTERS), asked);
}

/** Uses up what everybody may send. */
async function fill(lane: Lane): Promise<void> {
  for (let at = 0; at < POSTS; at++) await send(lane, 1_000 + at);
}

describe('a sealed report', () => {
  test('comes in without work while few come', async () => {
    const { lane } = makeLane();
    const outcomes: unknown[] = [];
    for (let at = 0; at < POSTS; at++) outcomes.push(await send(lane, at));
    expect(outcomes).toEqual(Array(POSTS).fill('calm'));
    expect(await send(lane, 99)).toEqual({ bits: 8, d: word(1_000) });
  });

  test('comes in with the work that was asked for, and only under its own id', async () => {
    const { lane } = makeLane();
    await fill(lane);
    const asked = (await send(lane, 1)) as WorkAsked;
    const work = await workFor(1, asked);
    expect(await send(lane, 1, work)).toBe('worked');
    expect(await send(lane, 2, work)).toEqual(asked);
  });

  test('of a network that sends too many comes in by work', async () => {
    const { lane } = makeLane();
    const asked = (await send(lane, 1, NO_WORK, false)) as WorkAsked;
    expect(asked.bits).toBe(8);
    expect(await send(lane, 1, await workFor(1, asked), false)).toBe('worked');
  });

  test('brings work of this hour and its neighbours, not of an older or later one', async () => {
    const { lane, state } = makeLane();
    await fill(lane);
    const work = await workFor(1, { bits: 8, d: word(1_000) });
    for (const [hours, isTaken] of [
      [-1, true],
      [1, true],
      [2, false],
      [-2, false],
    ] as const) {
      state.now = (1_000 + hours) * HOUR;
      expect((await send(lane, 1, work)) === 'worked').toBe(isTaken);
    }
  });

  test('brings work for the word of any of the secrets', async () => {
    const { lane } = makeLane({ workWords: (hour) => Promise.resolve([word(hour), `9${word(hour).slice(1)}`]) });
    await fill(lane);
    expect(await send(lane, 1, await workFor(1, { bits: 8, d: `9${word(1_000).slice(1)}` }))).toBe('worked');
  });

  test('comes in by work only when the store is nearly full', async () => {
    const { lane, state } = makeLane();
    state.isNearlyFull = true;
    const asked = (await send(lane, 1)) as WorkAsked;
    expect(lane.bits()).toBe(8);
    expect(await send(lane, 1, await workFor(1, asked))).toBe('worked');
    expect(lane.refuseForm()).toBe('storage-full');
  });
});

describe('a report without script', () => {
  test('has half as much again for itself, however many sealed ones come', async () => {
    const { lane } = makeLane();
    await fill(lane);
    for (let at = 0; at < 50; at++) await send(lane, at);
    const refusals = Array.from({ length: POSTS }, () => lane.refuseForm());
    expect(refusals).toEqual([...Array<undefined>(POSTS / 2).fill(undefined), ...Array<string>(POSTS / 2).fill('busy')]);
  });
});

describe('what is asked', () => {
  test('is nothing in calm times, and nothing again a while after a flood', async () => {
    const { lane, state } = makeLane();
    expect(lane.bits()).toBe(0);
    await fill(lane);
    expect(lane.bits()).toBe(8);
    state.ticks += 60_000;
    expect(lane.bits()).toBe(0);
    expect([await send(lane, 1), lane.refuseForm()]).toEqual(['calm', undefined]);
  });

  test('grows with what comes by work, to 12 bits, and falls again', async () => {
    const { lane, state } = makeLane();
    await fill(lane);
    const bits: number[] = [];
    for (const target of [POSTS, 2 * POSTS, 4 * POSTS, 8 * POSTS, 16 * POSTS, 1_000 * POSTS]) {
      for (let at = bits.length === 0 ? 0 : target / 2; at < target; at++) lane.countWorked();
      bits.push(lane.bits());
    }
    expect(bits).toEqual([8, 9, 10, 11, 12, 12]);
    state.ticks += 3_000;
    await fill(lane);
    expect(lane.bits()).toBe(12);
    state.ticks += 600_000;
    await fill(lane);
    expect(lane.bits()).toBe(8);
  });
});
