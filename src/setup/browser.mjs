import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const PLAYWRIGHT_NAMES = ['chrome-headless-shell', 'headless_shell', 'chrome', 'chrome.exe', 'chrome-headless-shell.exe'];
const FIXED_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Ubuntu's `chromium-browser` is a script that starts or asks for a snap, which sees neither /tmp nor a foreign home.
 * @param {string} file
 */
function isSnap(file) {
  const target = realpathSync(file);
  if (target.startsWith('/snap/') || target.endsWith('/snap')) return true;
  const head = readFileSync(target).subarray(0, 4096).toString('latin1');
  return head.startsWith('#!') && head.includes('/snap/');
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const files = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return files.find((file) => existsSync(file) && !isSnap(file));
}

function playwrightCache() {
  if (process.env.PLAYWRIGHT_BROWSERS_PATH) return process.env.PLAYWRIGHT_BROWSERS_PATH;
  const inHome = { darwin: 'Library/Caches', win32: 'AppData/Local' };
  const caches = /** @type {Record<string, string | undefined>} */ (inHome)[process.platform] ?? '.cache';
  return join(homedir(), caches, 'ms-playwright');
}

function inPlaywrightCache() {
  const cache = playwrightCache();
  if (!existsSync(cache)) return undefined;
  const versions = readdirSync(cache)
    .filter((name) => name.startsWith('chromium'))
    .sort()
    .reverse();
  const folders = versions.flatMap((name) => readdirSync(join(cache, name)).map((inner) => join(cache, name, inner)));
  return folders.flatMap((folder) => PLAYWRIGHT_NAMES.map((name) => join(folder, name))).find((file) => existsSync(file));
}

/**
 * The Chromium the browser tests use: CHROMIUM_PATH, else one on PATH (the headless shell first), else Playwright's own, else
 * the usual place of Chrome. Undefined when there is none; throws when CHROMIUM_PATH names nothing.
 * @returns {string | undefined}
 */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist. Correct or unset it.`);
  return named || onPath() || inPlaywrightCache() || FIXED_PLACES.find((file) => existsSync(file));
}

/** Whether packages can be had by apt-get. */
export function isDebianRoot() {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return process.getuid?.() === 0 && /^ID=debian$/m.test(release);
}

/**
 * Installs a Chromium when there is none: Debian's by apt-get as root, else Playwright's. Throws with the remedy.
 * @param {string} root
 * @param {(what: string, work: () => Promise<unknown>) => Promise<void>} timed
 * @param {(program: string, args: string[], cwd: string, remedy: string) => Promise<void>} run
 */
export async function ensureBrowser(root, timed, run) {
  if (findBrowser()) return;
  const remedy = 'No browser for the tests could be installed. Install Chromium and name it: CHROMIUM_PATH=/path/to/chromium npm test';
  if (isDebianRoot()) {
    await timed('installing chromium-headless-shell and a font by apt-get', async () => {
      await run('apt-get', ['update', '-q'], root, remedy);
      // Without a font text has no width, and the tests of the layout mean nothing.
      const packages = ['chromium-headless-shell', 'fonts-liberation'];
      await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], root, remedy);
    });
  } else {
    const node = join(root, 'node_modules/.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
    const withDeps = process.platform === 'linux' && process.getuid?.() === 0 ? ['--with-deps'] : [];
    const args = [join(root, 'node_modules/playwright/cli.js'), 'install', ...withDeps, '--only-shell', 'chromium'];
    await timed('installing Chromium by Playwright', () => run(existsSync(node) ? node : process.execPath, args, root, remedy));
  }
  if (!findBrowser()) throw new Error(remedy);
}
