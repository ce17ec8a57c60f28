import { spawn } from 'node:child_process';

/** How one step of a command ended: counts, and the name of each failure. */
export interface StepResult {
  passed: number;
  failed: number;
  failures: string[];
}

export interface Step {
  name: string;
  run: () => Promise<StepResult>;
}

export interface StepReport extends StepResult {
  name: string;
  seconds: number;
}

export function pass(): StepResult {
  return { passed: 1, failed: 0, failures: [] };
}

export function fail(...failures: string[]): StepResult {
  return { passed: 0, failed: 1, failures };
}

/** Seconds with one digit, as people read them: `12.3 s`. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** Runs one step and prints its end and duration. A step that throws counts as one failure. */
async function runStep({ name, run }: Step): Promise<StepReport> {
  console.log(`▶ ${name}`);
  const start = performance.now();
  const result = await run().catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)));
  const took = performance.now() - start;
  const failed = result.failed === 0 ? '' : `, ${result.failed} failed`;
  console.log(`${result.failed === 0 ? '✔' : '✘'} ${name}: ${result.passed} passed${failed}, ${seconds(took)}`);
  return { ...result, name, seconds: took / 1000 };
}

/** Steps in order; those in a list of their own run at once. */
export type Plan = readonly (Step | readonly Step[])[];

/** Runs all steps of the plan, whatever happens, and prints the failures together at the end. */
export async function runSteps(plan: Plan): Promise<StepReport[]> {
  const reports: StepReport[] = [];
  for (const together of plan) reports.push(...(await Promise.all([together].flat().map(runStep))));
  const failures = reports.flatMap((report) => report.failures.map((failure) => `  ${report.name}: ${failure}`));
  if (failures.length > 0) console.log(`\nFailed:\n${failures.join('\n')}`);
  return reports;
}

/** The counts of all reports as the line that ends a run. */
export function countLine(reports: readonly StepReport[]): string {
  const sum = (key: 'passed' | 'failed') => reports.reduce((total, report) => total + report[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
}

export interface ProgramOptions {
  root: string;
  /** Added to this process's own environment. */
  env?: Record<string, string>;
  /** True shows the output while it runs; false keeps it and returns it. */
  isLoud?: boolean;
}

/** Runs a script with this Node. Resolves with its exit code (null: killed) and, when quiet, all it printed. */
export function runNode(
  args: readonly string[],
  { root, env = {}, isLoud = false }: ProgramOptions,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const stdio = isLoud ? 'inherit' : 'pipe';
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', stdio, stdio],
    });
    const parts: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => parts.push(part));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output: Buffer.concat(parts).toString('utf8') }));
  });
}
