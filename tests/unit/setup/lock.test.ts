import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { withLock } from '../../../src/setup/lock.mjs';
import { makeFolder, removeFolder } from '../../support/small-site.ts';

let folder: string;
let lock: string;

beforeEach(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  folder = await makeFolder({});
  lock = join(folder, 'below', 'setup.lock');
});

afterEach(async () => {
  vi.restoreAllMocks();
  await removeFolder(folder);
});

async function heldBy(pid: number): Promise<void> {
  await mkdir(lock, { recursive: true });
  await writeFile(join(lock, 'pid'), String(pid));
}

const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid;

describe('the set-up lock', () => {
  test('lets one at a time do its work', async () => {
    let running = 0;
    const work = async () => {
      running += 1;
      expect(running).toBe(1);
      await new Promise((done) => setTimeout(done, 20));
      running -= 1;
    };
    await Promise.all([withLock(lock, work, 5), withLock(lock, work, 5), withLock(lock, work, 5)]);
  });

  test('is released when the work fails', async () => {
    await expect(withLock(lock, () => Promise.reject(new Error('no')), 5)).rejects.toThrow('no');
    expect(existsSync(lock)).toBe(false);
  });

  test('is taken over from a process that died', async () => {
    await heldBy(deadPid());
    expect(await withLock(lock, () => Promise.resolve('done'), 5)).toBe('done');
  });

  test('is taken over after a quarter of an hour', async () => {
    await heldBy(process.pid);
    const before = (Date.now() - 16 * 60_000) / 1000;
    await utimes(lock, before, before);
    expect(await withLock(lock, () => Promise.resolve('done'), 5)).toBe('done');
  });
});
