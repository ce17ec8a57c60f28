import { describe, expect, test } from 'vitest';
import { countPlaywright, countVitest } from '../../../src/setup/test-counts.ts';

const vitestFile = (status: string, ...tests: string[]) => ({
  name: '/a.test.ts',
  status,
  assertionResults: tests.map((state, index) => ({ fullName: `rule ${index}`, status: state })),
});
const vitest = (...testResults: object[]) => JSON.stringify({ testResults });

describe('counting vitest', () => {
  test('takes every test of every file, and no skipped one', () => {
    const json = vitest(vitestFile('passed', 'passed', 'skipped'), vitestFile('failed', 'passed', 'failed'));
    expect(countVitest(json, 1)).toEqual({ passed: 2, failed: 1, failures: ['rule 1'] });
  });

  test('takes a file that could not be loaded as a failure', () => {
    expect(countVitest(vitest(vitestFile('failed')), 1)).toEqual({
      passed: 0,
      failed: 1,
      failures: ['/a.test.ts could not be run'],
    });
  });

  test('takes a bad end without a failed test as a failure', () => {
    expect(countVitest(vitest(vitestFile('passed', 'passed')), 1)).toMatchObject({ passed: 1, failed: 1 });
  });
});

const spec = (title: string, status: string) => ({
  title,
  file: 'a.spec.ts',
  tests: [{ projectName: 'phone', status }],
});
const playwright = (specs: object[], errors: object[] = []) =>
  JSON.stringify({
    errors,
    suites: [{ title: 'a.spec.ts', specs: [], suites: [{ title: 'a visitor', specs }] }],
  });

describe('counting Playwright', () => {
  test('finds tests in suites within suites', () => {
    expect(countPlaywright(playwright([spec('reads', 'expected'), spec('leaves', 'unexpected')]), 1)).toEqual({
      passed: 1,
      failed: 1,
      failures: ['a.spec.ts › a visitor › leaves [phone]'],
    });
  });

  test('takes a flaky test as failed and a skipped one as neither', () => {
    expect(countPlaywright(playwright([spec('a', 'flaky'), spec('b', 'skipped')]), 0)).toMatchObject({
      passed: 0,
      failed: 1,
    });
  });

  test('takes an error outside the tests as a failure', () => {
    expect(countPlaywright(playwright([], [{ message: 'no server\nstack' }]), 1).failures).toEqual(['no server']);
  });
});
