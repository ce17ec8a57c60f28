import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { utf8 } from '../../../../src/reports/message/bytes.ts';
import { openFsStore } from '../../../../src/reports/stores/fs.ts';
import { storeContract } from './contract.ts';

const folders: string[] = [];

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'report-store-'));
  folders.push(folder);
  return folder;
}

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

storeContract('fs', async () => openFsStore(await newFolder(), () => new Date()));

describe('the store in a folder', () => {
  test('keeps no time finer than a day', async () => {
    const folder = await newFolder();
    const store = await openFsStore(folder, () => new Date('2026-11-21T17:45:12Z'));
    await store.create('r/ab/1', utf8('x'));
    const times = await Promise.all(['r/ab/1', 'r/ab'].map(async (name) => (await stat(join(folder, name))).mtime.toISOString()));
    expect(times).toEqual(['2026-11-21T00:00:00.000Z', '2026-11-21T00:00:00.000Z']);
  });

  test('lets only its owner read', async () => {
    const folder = await newFolder();
    await (await openFsStore(folder, () => new Date())).create('r/ab/1', utf8('x'));
    const modes = await Promise.all(['r', 'r/ab', 'r/ab/1'].map(async (name) => (await stat(join(folder, name))).mode & 0o777));
    expect(modes).toEqual([0o700, 0o700, 0o600]);
  });

  test('leaves nothing unfinished behind', async () => {
    const folder = await newFolder();
    const store = await openFsStore(folder, () => new Date());
    await Promise.all(Array.from({ length: 20 }, () => store.create('r/ab/1', utf8('x'))));
    expect(await readdir(join(folder, 'r/ab'))).toEqual(['1']);
  });

  test('removes at its opening what a crash left unfinished more than an hour ago, and lists none of it', async () => {
    const folder = await newFolder();
    const store = await openFsStore(folder, () => new Date());
    await store.create('r/ab/1', utf8('x'));
    await writeFile(join(folder, 'r/ab/.unfinished-1'), 'half');
    await utimes(join(folder, 'r/ab/.unfinished-1'), 0, 0);
    expect((await store.list('r/')).objects.map(({ key }) => key)).toEqual(['r/ab/1']);
    await openFsStore(folder, () => new Date());
    expect(await readdir(join(folder, 'r/ab'))).toContain('.unfinished-1');
    await openFsStore(folder, () => new Date(Date.now() + 7_200_000));
    expect(await readdir(join(folder, 'r/ab'))).toEqual(['1']);
  });

  test('takes no key that leads elsewhere', async () => {
    const store = await openFsStore(await newFolder(), () => new Date());
    for (const key of ['../x', 'r/../../x', '/etc/passwd', 'r/.hidden', '']) {
      await expect(store.create(key, utf8('x'))).rejects.toThrow('malformed');
    }
  });

  test('goes on when somebody removed its folders', async () => {
    const folder = await newFolder();
    const store = await openFsStore(folder, () => new Date());
    await store.create('r/ab/1', utf8('x'));
    await rm(join(folder, 'r'), { recursive: true });
    await expect(store.create('r/ab/2', utf8('x'))).rejects.toThrow('ENOENT');
    expect(await store.create('r/ab/2', utf8('x'))).toBe('created');
  });
});
