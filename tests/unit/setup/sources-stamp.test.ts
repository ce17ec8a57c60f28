import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { buildState, sourcesStamp, writeStamp } from '../../../src/setup/sources-stamp.ts';
import { makeFolder, removeFolder } from '../../support/small-site.ts';

let root: string;

beforeEach(async () => {
  root = await makeFolder({
    'content/a.md': 'x',
    'src/a.ts': 'x',
    'src/setup/node/package.json': '{}',
    'dist/_headers': 'x',
    '.hosting/policy.json': '{}',
  });
  await writeStamp(root, await sourcesStamp(root));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await removeFolder(root);
});

describe('a build', () => {
  test('is fresh while no source changes', async () => {
    expect(await buildState(root)).toBe('fresh');
  });

  test.each([
    ['changed', () => writeFile(join(root, 'content/a.md'), 'longer')],
    ['added', () => writeFile(join(root, 'src/b.ts'), 'x')],
    ['deleted', () => rm(join(root, 'src/a.ts'))],
  ])('is old when a source is %s', async (_, change) => {
    await change();
    expect(await buildState(root)).toBe('old');
  });

  test.each([
    ['SITE_ORIGIN', 'https://copy.example'],
    ['BUILD_DAY', '2020-01-01'],
  ])('is old when %s is another', async (name, value) => {
    vi.stubEnv(name, value);
    expect(await buildState(root)).toBe('old');
  });

  test('is not made old by the Node that the set-up fetches', async () => {
    await writeFile(join(root, 'src/setup/node/package-lock.json'), '{}');
    expect(await buildState(root)).toBe('fresh');
  });

  test('is missing when it was never finished', async () => {
    await rm(join(root, 'dist/_headers'));
    expect(await buildState(root)).toBe('missing');
  });
});
