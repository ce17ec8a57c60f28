import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { translator } from '../../../../src/i18n/t.ts';
import { makeKeys } from '../../../../src/reports/inbox/keygen.ts';
import { groupReports, identitiesIn, openFiles } from '../../../../src/reports/inbox/opening.ts';
import { writeInboxPage } from '../../../../src/reports/inbox/page.ts';
import { describeGroup } from '../../../../src/reports/inbox/printing.ts';
import { pullReports } from '../../../../src/reports/inbox/pull.ts';
import { purgeReports } from '../../../../src/reports/inbox/purge.ts';
import { developmentIdentities } from '../../../../src/reports/keys/development.ts';
import { verifiedEpochs } from '../../../../src/reports/keys/recipients.ts';
import { utf8 } from '../../../../src/reports/message/bytes.ts';
import { dayAfter, epochOn } from '../../../../src/reports/message/epochs.ts';
import { packMessage } from '../../../../src/reports/message/format.ts';
import { seal } from '../../../../src/reports/message/seal.ts';
import { openMemoryStore } from '../../../../src/reports/stores/memory.ts';
import { everyObject, reportKey, type Store } from '../../../../src/reports/stores/store.ts';
import { findAge } from '../../../../src/setup/age.mjs';
import { openedReport } from '../../../support/reports/opened-report.ts';
import { inventedReport, sealed, TODAY } from '../../../support/reports/world.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'report-inbox-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function developmentKeys(): Promise<string[]> {
  return (await developmentIdentities(TODAY)).map(({ identity }) => identity);
}

async function keysIn(store: Store, prefix: string): Promise<string[]> {
  return (await Array.fromAsync(everyObject(store, prefix))).map(({ key }) => key);
}

describe('keygen', () => {
  test('makes keys that the build takes, for the owner alone, and keeps them when asked again', async () => {
    const parts = await Promise.all(['one', 'two'].map((org) => makeKeys({ org, folder: join(folder, org), from: '2026-11', months: 3 })));
    expect(await verifiedEpochs({ organisations: parts })).toHaveLength(3);
    expect(await readdir(join(folder, 'one'))).toEqual([
      '2026-11.txt',
      '2026-12.txt',
      '2027-01.txt',
      'organisation.pem',
      'reply-2026.pem',
      'reply-2027.pem',
    ]);
    for (const name of await readdir(join(folder, 'one'))) expect((await stat(join(folder, 'one', name))).mode & 0o777).toBe(0o600);
    const longer = await makeKeys({ org: 'one', folder: join(folder, 'one'), from: '2026-12', months: 12 });
    expect([longer.identity, longer.keys[0]]).toEqual([parts[0]?.identity, parts[0]?.keys[1]]);
  });

  test.each([
    [{ org: 'Drošā māja', from: '2026-11' }, 'no short name'],
    [{ org: 'one', from: 'november' }, 'no month'],
  ])('refuses %o', async (wrong, words) => {
    await expect(makeKeys({ folder, months: 1, ...wrong })).rejects.toThrow(words);
  });
});

describe('a report sealed for made keys', () => {
  test.skipIf(findAge() === undefined)('is opened by the stock age program', async () => {
    const parts = await Promise.all(['one', 'two'].map((org) => makeKeys({ org, folder: join(folder, org), from: '2026-11', months: 1 })));
    const { recipients } = epochOn(TODAY, await verifiedEpochs({ organisations: parts }));
    await writeFile(join(folder, 'report.age'), await seal(packMessage(inventedReport('Sveiki!')), recipients));
    for (const org of ['one', 'two']) {
      const opened = execFileSync(findAge() ?? '', ['-d', '-i', join(folder, org, '2026-11.txt'), join(folder, 'report.age')]);
      expect(opened.subarray(0, 4).toString()).toBe('LTR1');
      expect(opened.toString()).toContain('Sveiki!');
    }
  });
});

describe('opening', () => {
  test('shows what was written, and goes on after files it cannot open', async () => {
    const files = [
      { name: 'bad', bytes: utf8('not age') },
      {
        name: 'stranger',
        bytes: await seal(packMessage(inventedReport()), [
          (await makeKeys({ org: 'x', folder, from: '2026-11', months: 1 })).keys[0]?.age ?? '',
        ]),
      },
      { name: 'newer', bytes: await sealed({ ...inventedReport(), v: 2 } as never) },
      { name: 'good', bytes: await sealed(inventedReport('Redzēju sludinājumu.')) },
    ];
    const opened = await Array.fromAsync(openFiles(files, await developmentKeys()));
    expect(opened.slice(0, 3)).toEqual([
      { name: 'bad', fault: 'no key of yours fits, or the file is damaged' },
      { name: 'stranger', fault: 'no key of yours fits, or the file is damaged' },
      { name: 'newer', fault: expect.stringContaining('newer version') },
    ]);
    expect(opened[3]).toMatchObject({
      report: {
        answers: [
          { field: 'about', text: 'seen' },
          { field: 'what', text: 'Redzēju sludinājumu.' },
        ],
      },
    });
  });

  test('survives fields of any shape', async () => {
    const odd = {
      v: 1,
      kind: 'report',
      id: 5,
      day: { a: 1 },
      fields: { what: ['a'], later: 'b', danger: 'yes', __proto__x: null },
      extra: { deep: [1] },
    };
    const [opened] = await Array.fromAsync(openFiles([{ name: 'odd', bytes: await sealed(odd as never) }], await developmentKeys()));
    if (!opened || !('report' in opened)) throw new Error('not opened');
    expect(opened.report.answers).toEqual([
      { field: 'what', text: '["a"]' },
      { field: 'later', text: 'b' },
      { field: '__proto__x', text: 'null' },
    ]);
    expect(opened.report.unknown).toBe('{"extra":{"deep":[1]}}');
    for (const locale of ['lv', 'en', 'ru'] as const) {
      expect(describeGroup({ report: opened.report, times: 1, members: [] }, 1, 1, translator(locale))).toContain('│ ["a"]');
    }
  });

  test('reads identities from the files of age', () => {
    expect(identitiesIn('# public key: age1x\nAGE-SECRET-KEY-1ABC\n\nnonsense\n AGE-SECRET-KEY-1DEF')).toEqual([
      'AGE-SECRET-KEY-1ABC',
      'AGE-SECRET-KEY-1DEF',
    ]);
  });
});

describe('grouping', () => {
  test('puts equal texts without script within two days together, and nothing else', () => {
    const groups = groupReports([
      openedReport({}),
      openedReport({ day: '2026-11-23' }),
      openedReport({ day: '2026-11-24' }),
      openedReport({ via: 'js' }),
      openedReport({ answers: [{ field: 'what', text: 'other' }] }),
    ]);
    expect(groups.map(({ times }) => times)).toEqual([2, 1, 1, 1]);
  });

  test('puts danger first', () => {
    const groups = groupReports([openedReport({ day: '2026-01-01' }), openedReport({ isDanger: true, via: 'js' })]);
    expect(groups.map(({ report: { isDanger } }) => isDanger)).toEqual([true, false]);
  });
});

describe('pull and purge', () => {
  let today = TODAY;
  const clock = () => new Date(`${today}T12:00:00Z`);
  const ids = ['aa', 'bb', 'cc'].map((pair) => pair.repeat(16));
  const pull = (store: Store, org: string) => pullReports({ store, org, folder: join(folder, org), onProgress: () => undefined });

  async function storeOfThree(): Promise<Store> {
    today = TODAY;
    const store = openMemoryStore(clock);
    for (const id of ids) await store.create(reportKey(id), utf8(id));
    return store;
  }

  test('pulling copies what is new, says how far it is, and can be repeated', async () => {
    const store = await storeOfThree();
    const progress: string[] = [];
    const first = await pullReports({ store, org: 'one', folder, onProgress: (done, all) => progress.push(`${done}/${all}`) });
    expect([first, progress]).toEqual([3, ['1/3', '2/3', '3/3']]);
    await store.create(reportKey('dd'.repeat(16)), utf8('new'));
    expect(await pullReports({ store, org: 'one', folder, onProgress: () => undefined })).toBe(1);
    expect(await readFile(join(folder, `${ids[0]}.age`), 'utf8')).toBe(ids[0]);
  });

  test('a report is noted as pulled only after its copy is on the disk', async () => {
    const store = await storeOfThree();
    let left = 2;
    const breaking: Store = { ...store, get: (key) => (left-- > 0 ? store.get(key) : Promise.reject(new Error('network'))) };
    await expect(pull(breaking, 'one')).rejects.toThrow('network');
    expect(await keysIn(store, 'a/one/')).toHaveLength(2);
    expect(await readdir(join(folder, 'one'))).toHaveLength(2);
    expect(await pull(store, 'one')).toBe(1);
  });

  test('a report stays until every organisation has had it for thirty days', async () => {
    const store = await storeOfThree();
    await pull(store, 'one');
    today = dayAfter(TODAY, 20);
    await pull(store, 'two');
    expect(await purgeReports({ store, orgs: ['one', 'two'], today: dayAfter(TODAY, 49) })).toBe(0);
    expect(await purgeReports({ store, orgs: ['one', 'two'], today: dayAfter(TODAY, 50) })).toBe(3);
    expect(await keysIn(store, '')).toEqual([]);
  });

  test('a report that nobody pulls goes after 180 days', async () => {
    const store = await storeOfThree();
    expect(await purgeReports({ store, orgs: ['one'], today: dayAfter(TODAY, 179) })).toBe(0);
    expect(await purgeReports({ store, orgs: ['one'], today: dayAfter(TODAY, 180) })).toBe(3);
  });

  test('a purge that was interrupted is finished by the next one', async () => {
    const store = await storeOfThree();
    await pull(store, 'one');
    let left = 4;
    const breaking: Store = { ...store, remove: (key) => (left-- > 0 ? store.remove(key) : Promise.reject(new Error('killed'))) };
    await expect(purgeReports({ store: breaking, orgs: ['one'], today: dayAfter(TODAY, 60) })).rejects.toThrow('killed');
    await purgeReports({ store, orgs: ['one'], today: dayAfter(TODAY, 60) });
    expect(await keysIn(store, '')).toEqual([]);
  });
});

test('the reader for staff is one file that may fetch nothing, and is the same each time', async () => {
  const root = join(import.meta.dirname, '../../../..');
  const files = ['one.html', 'two.html'].map((name) => join(folder, name));
  for (const file of files) await writeInboxPage(root, file);
  const [one, two] = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  expect(two).toBe(one);
  expect(one).toMatch(
    /content="default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'"/,
  );
  expect(one).not.toMatch(/https?:\/\/(?!www\.w3\.org)|src=|href=/);
}, 60_000);
