import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeFolder, removeFolder } from '../../support/small-site.ts';

const project = join(import.meta.dirname, '../../..');
let root: string;

// A stand-in for npm: writes down what it was asked and in which environment, and leaves a node_modules behind.
const NPM = `const { mkdirSync, appendFileSync } = require('node:fs');
mkdirSync('node_modules/.bin', { recursive: true });
appendFileSync('calls', process.argv.slice(2).join(' ') + ' NODE_ENV=' + process.env.NODE_ENV + ' omit=' + process.env.npm_config_omit + '\\n');
if (process.env.FAKE_NPM_FAILS) { console.log('npm says why'); process.exit(1); }`;

beforeEach(async () => {
  root = await makeFolder({
    'package.json': '{"dependencies":{}}',
    'package-lock.json': '{}',
    'npm/npm-cli.js': NPM,
  });
  const own = (file: string) => !file.includes('node_modules');
  await cp(join(project, 'src/setup'), join(root, 'src/setup'), { recursive: true, filter: own });
});

afterEach(async () => {
  await removeFolder(root);
});

async function setUp(env: Record<string, string> = {}): Promise<{ code: number | null; output: string }> {
  const environment = { ...process.env, npm_execpath: join(root, 'npm/npm-cli.js'), ...env };
  const child = spawn(process.execPath, ['src/setup/setup.mjs'], { cwd: root, env: environment });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (output += part.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

const calls = async () => (await readFile(join(root, 'calls'), 'utf8')).trim().split('\n');

describe('the set-up', () => {
  test('installs the packages, says so and how long it took', async () => {
    const { code, output } = await setUp();
    expect(code).toBe(0);
    expect(output).toMatch(/^Set-up: installing the packages \(npm ci\) …\nSet-up: done in \d+\.\d s\n$/);
  });

  test('says nothing and does nothing the second time', async () => {
    await setUp();
    expect(await setUp()).toEqual({ code: 0, output: '' });
    expect(await calls()).toHaveLength(1);
  });

  test('installs again when the lock file changed', async () => {
    await setUp();
    await cp(join(root, 'package.json'), join(root, 'package-lock.json'));
    await setUp();
    expect(await calls()).toHaveLength(2);
  });

  test('is not led astray by the settings of the one who starts it', async () => {
    await setUp({ NODE_ENV: 'production', npm_config_omit: 'dev' });
    expect(await calls()).toEqual(['ci --include=dev --include=optional --loglevel=error NODE_ENV=undefined omit=undefined']);
  });

  test('does the work once when started twice', async () => {
    const both = await Promise.all([setUp(), setUp()]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(await calls()).toHaveLength(1);
  });

  test('shows what npm said and the remedy when it fails, and tries again next time', async () => {
    const { code, output } = await setUp({ FAKE_NPM_FAILS: '1' });
    expect(code).toBe(1);
    expect(output).toContain('npm says why\nSet-up failed: The packages could not be installed. Check the network');
    expect(existsSync(join(root, 'node_modules/.setup-stamp'))).toBe(false);
    expect((await setUp()).code).toBe(0);
  });

  test('leaves no lock behind', async () => {
    await setUp();
    expect(existsSync(join(root, '.hosting/setup.lock'))).toBe(false);
  });
});
