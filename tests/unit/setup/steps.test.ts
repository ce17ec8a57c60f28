import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { countLine, fail, pass, runSteps } from '../../../src/setup/steps.ts';

const printed: string[] = [];

beforeEach(() => {
  printed.length = 0;
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
});

afterEach(() => {
  vi.restoreAllMocks();
});

const steps = [
  { name: 'one', run: () => Promise.resolve(fail('a title')) },
  { name: 'two', run: () => Promise.reject(new Error('cannot start')) },
  { name: 'three', run: () => Promise.resolve(pass()) },
];

describe('a run of steps', () => {
  test('goes on after a failure and counts a step that cannot start as failed', async () => {
    expect(countLine(await runSteps(steps))).toBe('1 passed, 2 failed');
  });

  test('lists each failure by its step at the end', async () => {
    await runSteps(steps);
    expect(printed.at(-1)).toBe('\nFailed:\n  one: a title\n  two: cannot start');
  });

  test('starts the steps of one list at once, and the next when all of them have ended', async () => {
    const events: string[] = [];
    const step = (name: string) => ({
      name,
      run: async () => {
        events.push(`${name} starts`);
        await Promise.resolve();
        events.push(`${name} ends`);
        return pass();
      },
    });
    await runSteps([[step('one'), step('two')], step('three')]);
    expect(events).toEqual(['one starts', 'two starts', 'one ends', 'two ends', 'three starts', 'three ends']);
  });
});
