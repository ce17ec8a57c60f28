import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { differingFiles } from './same-bytes.ts';
import { buildState } from './sources-stamp.ts';
import { staticChecks } from './static-checks.ts';
import { fail, pass, runNode, type Plan, type StepResult } from './steps.ts';
import { countPlaywright, countVitest } from './test-counts.ts';

async function inScratch<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'site-test-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function vitest(root: string, ...projects: string[]): Promise<StepResult> {
  return inScratch(async (folder) => {
    const report = join(folder, 'vitest.json');
    const chosen = projects.flatMap((project) => ['--project', project]);
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
    const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', ...chosen, ...reporters];
    const { code } = await runNode(args, { root, isLoud: true });
    return countVitest(await readFile(report, 'utf8'), code);
  });
}

function playwright(root: string): Promise<StepResult> {
  return inScratch(async (folder) => {
    const report = join(folder, 'playwright.json');
    const browser = findBrowser();
    const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report, ...(browser ? { CHROMIUM_PATH: browser } : {}) };
    const args = ['node_modules/playwright/cli.js', 'test', '--config', 'tests/playwright.config.ts', '--reporter=dot,json'];
    const { code } = await runNode(args, { root, env, isLoud: true });
    return countPlaywright(await readFile(report, 'utf8'), code);
  });
}

async function build(root: string, ...args: string[]): Promise<StepResult> {
  const { code } = await runNode(['src/setup/build.ts', ...args], { root, isLoud: true });
  return code === 0 ? pass() : fail('the site cannot be built; see the message above');
}

/** Builds once more, elsewhere and with empty caches, and compares every byte. */
function buildAgain(root: string): Promise<StepResult> {
  return inScratch(async (folder) => {
    const built = await build(root, '--out', folder);
    if (built.failed > 0) return built;
    const differing = await differingFiles(join(root, 'dist'), join(folder, 'dist'));
    return differing.length === 0 ? pass() : fail(`two builds differ in ${differing.length} files: ${differing.slice(0, 5).join(', ')}`);
  });
}

/** A step over dist/ is not worth starting, and would test an old site, when the build failed. */
function needsBuild(root: string, run: () => Promise<StepResult>): () => Promise<StepResult> {
  return async () => ((await buildState(root)) === 'fresh' ? run() : fail('not run, because there is no build of these sources'));
}

/** The whole of `npm test`, in order. The browser tests start their own server with `src/setup/start.ts --no-build`. */
export function testSteps(root: string): Plan {
  return [
    ...staticChecks(root),
    { name: 'unit', run: () => vitest(root, 'unit', 'content') },
    { name: 'build', run: () => build(root) },
    [
      { name: 'reproducible', run: needsBuild(root, () => buildAgain(root)) },
      { name: 'pages', run: needsBuild(root, () => vitest(root, 'build')) },
    ],
    { name: 'browser', run: needsBuild(root, () => playwright(root)) },
  ];
}
