import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'playwright/test';
import { findBrowser } from '../src/setup/browser.mjs';

const root = join(import.meta.dirname, '..');
// Set once by the runner and inherited by its workers: a port of this run's own, so that two runs at once do not meet.
const port = (process.env['BROWSER_TEST_PORT'] ??= String(20_000 + (process.pid % 20_000)));
/** A server that is already running, for example `SITE_URL=http://localhost:4321`; without it the built site is served here. */
const running = process.env['SITE_URL'];
const baseURL = running ?? `http://127.0.0.1:${port}`;
const browser = findBrowser();

export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: ['a11y/**/*.spec.ts', 'journeys/**/*.spec.ts'],
  outputDir: join(root, 'test-results'),
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 600_000,
  // What is waited for may come late on a machine that others use too; nothing is proven by giving up sooner.
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    baseURL,
    viewport: { width: 1280, height: 800 },
    // Without a language of its own Chromium cannot name a file in Cyrillic.
    launchOptions: { env: { ...process.env, LANG: 'C.UTF-8' }, ...(browser === undefined ? {} : { executablePath: browser }) },
  },
  ...(running === undefined && {
    webServer: {
      command: `"${process.execPath}" src/setup/start.ts --no-build`,
      cwd: root,
      env: { PORT: port, HOST: '127.0.0.1', REPORTS_DIR: join(tmpdir(), `report-journeys-${port}`) },
      url: `${baseURL}/robots.txt`,
      timeout: 30_000,
      gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    },
  }),
});
