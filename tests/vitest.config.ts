import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Plain vitest, without Astro: what Astro makes is tested in dist/. `unit` mirrors src/; one rule a file elsewhere. */
function project(name: string) {
  return {
    test: {
      name,
      root: import.meta.dirname,
      include: [`${name}/**/*.test.ts`],
      environment: 'node' as const,
      testTimeout: 20_000,
      hookTimeout: 60_000,
    },
  };
}

export default defineConfig({
  // Left alone, vitest keeps one core free for a developer's editor. One worker more than cores, because some wait for processes.
  test: {
    maxWorkers: availableParallelism() + 1,
    projects: [
      { test: { ...project('unit').test, isolate: false } },
      { test: { ...project('content').test, isolate: false, setupFiles: [join(import.meta.dirname, 'support/planted-cleanup.ts')] } },
      { test: { ...project('build').test, isolate: false } },
      // Real runtimes, installed on demand: npm run test:platforms, no part of npm test.
      { test: { ...project('reports/platforms').test, name: 'platforms', testTimeout: 60_000, hookTimeout: 120_000 } },
    ],
  },
});
