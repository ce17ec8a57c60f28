// Makes a fresh clone ready: a new enough Node, the packages, and with --browser a Chromium. Runs on Node 18 and newer with
// nothing installed, so it is plain JavaScript and uses only what Node brings along.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureAge } from './age.mjs';
import { ensureBrowser } from './browser.mjs';
import { withLock } from './lock.mjs';
import { isNewEnough, ownNode, wantedNodes } from './own-node.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const stampFile = join(root, 'node_modules', '.setup-stamp');

/** npm passes its settings on to scripts; these would make the nested npm install something else. */
const UNWANTED =
  /^(?:NODE_ENV|npm_config_(?:omit|include|production|only|global|prefix|local_prefix|dry_run|package_lock|save|workspaces?))$/i;
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !UNWANTED.test(name)));

/** What must be equal for the installed packages to be the right ones. */
function wantedStamp() {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const hash = createHash('sha256');
  hash.update(readFileSync(join(root, 'package-lock.json')));
  hash.update(readFileSync(join(root, 'src/setup/node/package-lock.json')));
  hash.update(JSON.stringify([manifest.dependencies, manifest.devDependencies, process.platform, process.arch]));
  return hash.digest('hex');
}

function hasPackages() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wantedStamp();
}

/** The npm that started this script, else the one beside Node or on PATH. */
function npmScript() {
  const beside = dirname(realpathSync(process.execPath));
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'npm'));
  const candidates = [
    process.env.npm_execpath ?? '',
    join(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
    join(beside, 'node_modules/npm/bin/npm-cli.js'),
    ...onPath.filter((file) => existsSync(file)).map((file) => realpathSync(file)),
  ];
  const found = candidates.find((file) => /npm-cli\.c?js$/.test(file) && existsSync(file));
  if (!found) throw new Error('npm was not found. Install it (it comes with Node) and run: npm start');
  return found;
}

/**
 * Runs a program and resolves when it ends well; shows its output only when it does not.
 * @param {string} program
 * @param {string[]} args
 * @param {string} cwd
 * @param {string} remedy
 * @returns {Promise<void>}
 */
function run(program, args, cwd, remedy) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    /** @type {Buffer[]} */
    const output = [];
    child.stdout.on('data', (part) => output.push(part));
    child.stderr.on('data', (part) => output.push(part));
    process.once('exit', () => child.kill());
    child.once('error', (error) => reject(new Error(`${error.message}. ${remedy}`)));
    child.once('close', (code) => {
      if (code === 0) return resolve();
      process.stderr.write(Buffer.concat(output));
      reject(new Error(remedy));
    });
  });
}

/**
 * @param {string} what
 * @param {() => Promise<unknown>} work
 */
async function timed(what, work) {
  const start = performance.now();
  console.log(`Set-up: ${what} …`);
  await work();
  console.log(`Set-up: done in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

/** The Node that runs everything: this one when it will do, else the site's own, fetched when it is not there. */
async function chooseNode() {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const own = ownNode(root);
  if (!own) throw new Error(`Node ${process.versions.node} is too old here. Install Node ${wantedNodes} and try again.`);
  if (existsSync(own)) return own;
  const folder = join(root, 'src/setup/node');
  const remedy = `Node ${process.versions.node} is too old and a newer one could not be fetched. Check the network, or install Node ${wantedNodes}.`;
  await timed(`Node ${process.versions.node} is too old for the site, fetching its own`, () =>
    run(process.execPath, [npmScript(), 'ci', '--prefix', folder, '--include=optional'], folder, remedy),
  );
  if (!existsSync(own)) throw new Error(remedy);
  return own;
}

/**
 * Puts `node` first on the PATH of every npm script when the Node that started npm is too old.
 * @param {string} node
 */
function linkNode(node) {
  const folder = join(root, 'node_modules', '.bin');
  const link = join(folder, process.platform === 'win32' ? 'node.cmd' : 'node');
  if (node === process.execPath || isLinkTo(link, node)) return;
  mkdirSync(folder, { recursive: true });
  rmSync(link, { force: true });
  const target = relative(folder, node);
  if (process.platform === 'win32') writeFileSync(link, `@"%~dp0${target}" %*\r\n`);
  else symlinkSync(target, link);
}

/**
 * @param {string} link
 * @param {string} node
 */
function isLinkTo(link, node) {
  if (!existsSync(link)) return false;
  return process.platform === 'win32' || realpathSync(link) === realpathSync(node);
}

/** @param {string} node */
async function installPackages(node) {
  const remedy = 'The packages could not be installed. Check the network and the output above, then run the command again.';
  await timed('installing the packages (npm ci)', () =>
    run(node, [npmScript(), 'ci', '--include=dev', '--include=optional', '--loglevel=error'], root, remedy),
  );
}

async function prepare() {
  const node = await chooseNode();
  if (!hasPackages()) {
    await installPackages(node);
    linkNode(node);
    writeFileSync(stampFile, wantedStamp());
  }
  linkNode(node);
  return node;
}

/** True when everything is there, so that the usual start needs no lock. */
function isReady() {
  const own = isNewEnough(process.versions.node) ? process.execPath : ownNode(root);
  if (!own || !existsSync(own) || !hasPackages()) return false;
  return own === process.execPath || isLinkTo(join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node'), own);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
try {
  if (!isReady()) await withLock(join(root, '.hosting', 'setup.lock'), prepare);
  if (process.argv.includes('--browser')) {
    await ensureBrowser(root, timed, run);
    await ensureAge(root, timed, run);
  }
} catch (error) {
  console.error(`Set-up failed: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
