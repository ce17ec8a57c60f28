import type { StepResult } from './steps.ts';

/** The part of vitest's JSON report that is read. */
interface VitestReport {
  testResults: {
    name: string;
    status: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

interface PlaywrightSuite {
  title: string;
  suites?: PlaywrightSuite[];
  specs?: { title: string; file: string; tests: { projectName: string; status: string }[] }[];
}

/** The part of Playwright's JSON report that is read. */
interface PlaywrightReport {
  errors: { message?: string }[];
  suites: PlaywrightSuite[];
}

/** A run that ended badly without a failed test (a crash, no test found) still counts as one failure. */
function counted(passed: number, failures: string[], code: number | null): StepResult {
  const all = code !== 0 && failures.length === 0 ? [`ended with ${code} before or outside the tests; see above`] : failures;
  return { passed, failed: all.length, failures: all };
}

/** Counts a vitest report. A file that could not be loaded is one failure; a skipped test is neither. */
export function countVitest(json: string, code: number | null): StepResult {
  const { testResults } = JSON.parse(json) as VitestReport;
  const tests = testResults.flatMap((file) => file.assertionResults);
  const broken = testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some(isFailed));
  const failures = [...tests.filter(isFailed).map((test) => test.fullName), ...broken.map((file) => `${file.name} could not be run`)];
  return counted(tests.filter((test) => test.status === 'passed').length, failures, code);
}

function isFailed({ status }: { status: string }): boolean {
  return status === 'failed';
}

function* specsOf(suite: PlaywrightSuite, path: string): Generator<{ name: string; status: string }> {
  for (const spec of suite.specs ?? []) {
    for (const test of spec.tests) yield { name: `${path} › ${spec.title} [${test.projectName}]`, status: test.status };
  }
  for (const inner of suite.suites ?? []) yield* specsOf(inner, `${path} › ${inner.title}`);
}

/** Counts a Playwright report. A flaky test failed once, so it failed; a skipped one is neither. */
export function countPlaywright(json: string, code: number | null): StepResult {
  const { errors, suites } = JSON.parse(json) as PlaywrightReport;
  const tests = suites.flatMap((suite) => [...specsOf(suite, suite.title)]);
  const failed = tests.filter(({ status }) => status === 'unexpected' || status === 'flaky').map(({ name }) => name);
  const broken = errors.map(({ message = 'an error outside the tests' }) => message.split('\n')[0] ?? message);
  return counted(tests.filter(({ status }) => status === 'expected').length, [...failed, ...broken], code);
}
