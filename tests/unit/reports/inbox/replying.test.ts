import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeKeys } from '../../../../src/reports/inbox/keygen.ts';
import { appendToLog, readLog } from '../../../../src/reports/inbox/log.ts';
import { groupReports, openFiles, type OpenedReport } from '../../../../src/reports/inbox/opening.ts';
import { purgeReplies } from '../../../../src/reports/inbox/purge.ts';
import { numbersIn, pushReplies } from '../../../../src/reports/inbox/push.ts';
import { noteNumbers, type Numbers, readReplyFileName, replyTo } from '../../../../src/reports/inbox/replying.ts';
import { joinAdditions, replyAddressOf } from '../../../../src/reports/inbox/threads.ts';
import { developmentIdentities, developmentReplyKey } from '../../../../src/reports/keys/development.ts';
import { replyKeysOf } from '../../../../src/reports/keys/recipients.ts';
import { utf8 } from '../../../../src/reports/message/bytes.ts';
import { dayAfter } from '../../../../src/reports/message/epochs.ts';
import { asAddition, makeReport, readFields, type ReturnAddress } from '../../../../src/reports/message/report.ts';
import { openMailbox } from '../../../../src/reports/replies/conversation.ts';
import { readMailbox, replyKey } from '../../../../src/reports/replies/mailbox.ts';
import { privateKeyIn, signerOf } from '../../../../src/reports/replies/signer.ts';
import { openMemoryStore } from '../../../../src/reports/stores/memory.ts';
import { everyObject, type Store } from '../../../../src/reports/stores/store.ts';
import { fillMailbox, inventMailbox } from '../../../support/reports/replies.ts';
import { random, sealed, TODAY } from '../../../support/reports/world.ts';

let folder: string;
let today = TODAY;
let store: Store;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'replying-'));
  today = TODAY;
  store = openMemoryStore(() => new Date(`${today}T12:00:00Z`));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Invented reports, sealed and opened as staff do. */
async function opened(...parts: { id: string; returnTo: ReturnAddress; what?: string; isAddition?: boolean }[]): Promise<OpenedReport[]> {
  const files = parts.map(async ({ id, returnTo, what = 'x', isAddition }) => {
    const fields = readFields((name) => (name === 'what' ? what : undefined));
    const report = makeReport({ id: id.repeat(16), day: TODAY, lang: 'lv', via: 'nojs', fields, returnTo, isTrapped: false });
    return { name: id, bytes: await sealed(isAddition ? asAddition(report) : report) };
  });
  const identities = (await developmentIdentities(TODAY)).map(({ identity }) => identity);
  return (await Array.fromAsync(openFiles(await Promise.all(files), identities))).flatMap((one) => ('report' in one ? one.report : []));
}

const { sign } = await developmentReplyKey('2026');
const words = { text: 'Izdomāta atbilde', more: false, day: TODAY };

describe('replying', () => {
  test('gives everybody who sent the same text a reply of their own, which only they can open', async () => {
    const [one, other] = [await inventMailbox(), await inventMailbox()];
    const reports = await opened({ id: 'aa', returnTo: { code: one.code } }, { id: 'bb', returnTo: { code: other.code } });
    const [group] = groupReports(reports);
    const files = await replyTo(group?.members ?? [], words, sign, new Map());
    for (const { name, bytes } of files) await writeFile(join(folder, name), bytes);
    expect(await pushReplies(store, folder)).toEqual({ stored: 2, refused: [] });
    const keys = [(await developmentReplyKey('2026')).pinned];
    for (const mailbox of [one, other]) {
      const shown = await openMailbox(await readMailbox(mailbox.box, store, random), mailbox, keys);
      expect(shown).toEqual([{ kind: 'reply', reply: { v: 1, box: mailbox.box, seq: 1, ...words } }]);
    }
  });

  test('counts on from what is in the store and what was written since', async () => {
    const { box, key } = await inventMailbox();
    const reports = await opened({ id: 'aa', returnTo: { box, key } });
    const numbers: Numbers = new Map();
    noteNumbers(numbers, JSON.stringify({ [box]: 4, other: 'x', __proto__: 1 }));
    const names = [await replyTo(reports, words, sign, numbers), await replyTo(reports, words, sign, numbers)].flat();
    expect(names.map(({ name }) => readReplyFileName(name))).toEqual([
      { box, seq: 5 },
      { box, seq: 6 },
    ]);
  });

  test.each([
    undefined,
    null,
    5,
    'box',
    {},
    { box: '../x', key: 'age1x' },
    { box: 'a'.repeat(22), key: 'age1pq1x' },
    { box: 'a'.repeat(22) },
    { code: '123' },
  ])('to a report that names %o as its address is not possible', async (returnTo) => {
    expect(await replyAddressOf({ returnTo } as OpenedReport)).toBeUndefined();
  });

  test('is signed with the key that keygen made and the build takes', async () => {
    const part = await makeKeys({ org: 'one', folder, from: '2026-12', months: 2 });
    expect(part.replies.map(({ year }) => year)).toEqual(['2026', '2027']);
    const pem = await readFile(join(folder, 'reply-2026.pem'), 'utf8');
    const signer = await signerOf(privateKeyIn(pem) ?? new Uint8Array());
    const mailbox = await inventMailbox();
    const reports = await opened({ id: 'aa', returnTo: mailbox });
    const [file] = await replyTo(reports, words, signer, new Map());
    await store.create(replyKey(mailbox.box, 1), file?.bytes ?? new Uint8Array());
    const shownWith = async (day: string) =>
      (await openMailbox(await readMailbox(mailbox.box, store, random), mailbox, replyKeysOf({ organisations: [part] }, day)))[0]?.kind;
    expect([await shownWith('2026-12-01'), await shownWith('2027-12-31'), await shownWith('2028-01-01')]).toEqual([
      'reply',
      'reply',
      'forged',
    ]);
  });
});

describe('an addition', () => {
  test('names the report of its mailbox, whichever way each of them came', async () => {
    const mailbox = await inventMailbox();
    const address = { box: mailbox.box, key: mailbox.key };
    const groups = groupReports(
      await opened(
        { id: 'aa', returnTo: { code: mailbox.code }, what: 'one' },
        { id: 'bb', returnTo: address, what: 'two', isAddition: true },
        { id: 'cc', returnTo: await inventMailbox(), what: 'three', isAddition: true },
      ),
    );
    await joinAdditions(groups);
    expect(groups.map(({ report }) => [report.isAddition, report.addsTo])).toEqual([
      [false, undefined],
      [true, 'aa'.repeat(16)],
      [true, undefined],
    ]);
  });
});

describe('pushing', () => {
  test('again changes nothing, and a number that somebody else used is refused', async () => {
    const mailbox = await inventMailbox();
    const reports = await opened({ id: 'aa', returnTo: mailbox });
    const [mine] = await replyTo(reports, words, sign, new Map());
    const [theirs] = await replyTo(reports, { ...words, text: 'cita' }, sign, new Map());
    await writeFile(join(folder, mine?.name ?? ''), mine?.bytes ?? '');
    expect(await pushReplies(store, folder)).toEqual({ stored: 1, refused: [] });
    expect(await pushReplies(store, folder)).toEqual({ stored: 0, refused: [] });
    await writeFile(join(folder, theirs?.name ?? ''), theirs?.bytes ?? '');
    expect(await pushReplies(store, folder)).toEqual({ stored: 0, refused: [{ name: theirs?.name, why: 'taken' }] });
    expect([...(await numbersIn(store))]).toEqual([[mailbox.box, 1]]);
  });

  test('passes over other files and refuses what is no sealed reply', async () => {
    const name = `${'a'.repeat(22)}.0001.age`;
    await writeFile(join(folder, 'notes.txt'), 'x');
    await writeFile(join(folder, name), 'x');
    expect(await pushReplies(store, folder)).toEqual({ stored: 0, refused: [{ name, why: 'not a reply' }] });
  });

  test('that was interrupted is finished by the next one', async () => {
    for (let index = 0; index < 3; index++) {
      const [file] = await replyTo(await opened({ id: 'aa', returnTo: await inventMailbox() }), words, sign, new Map());
      await writeFile(join(folder, file?.name ?? ''), file?.bytes ?? '');
    }
    let left = 2;
    const breaking: Store = {
      ...store,
      create: (key, bytes) => (left-- > 0 ? store.create(key, bytes) : Promise.reject(new Error('killed'))),
    };
    await expect(pushReplies(breaking, folder)).rejects.toThrow('killed');
    expect(await pushReplies(store, folder)).toEqual({ stored: 1, refused: [] });
  });
});

describe('retention of replies', () => {
  const kept = async () => (await Array.fromAsync(everyObject(store, 'm/'))).length;

  test('removes a whole mailbox thirty days after its last reply', async () => {
    const mailbox = await inventMailbox();
    await fillMailbox(store, mailbox, [1]);
    today = dayAfter(TODAY, 20);
    await fillMailbox(store, mailbox, [2]);
    expect([await purgeReplies(store, dayAfter(TODAY, 49)), await kept()]).toEqual([0, 2]);
    expect([await purgeReplies(store, dayAfter(TODAY, 50)), await kept()]).toEqual([2, 0]);
  });

  test.each([0, 1, 2, 3])('that was interrupted after %i removals keeps the newest and is finished by the next run', async (done) => {
    const mailbox = await inventMailbox();
    await fillMailbox(store, mailbox, [1, 2, 3]);
    today = dayAfter(TODAY, 1);
    await fillMailbox(store, mailbox, [4]);
    let left = done;
    const breaking: Store = { ...store, remove: (key) => (left-- > 0 ? store.remove(key) : Promise.reject(new Error('killed'))) };
    await expect(purgeReplies(breaking, dayAfter(TODAY, 31))).rejects.toThrow('killed');
    expect(await store.get(replyKey(mailbox.box, 4))).not.toBeNull();
    expect([await purgeReplies(store, dayAfter(TODAY, 31)), await kept()]).toEqual([4 - done, 0]);
  });
});

describe('the log', () => {
  const write = (org: string) => appendToLog(store, { day: TODAY, org, action: 'pull' });

  test('holds every entry in order, also when two write at once', async () => {
    await Promise.all(['one', 'two', 'three'].map(write));
    const { entries, faults } = await readLog(store);
    expect(entries.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(entries.map(({ org }) => org).sort()).toEqual(['one', 'three', 'two']);
    expect(faults).toEqual([]);
  });

  test.each(['log/00000001', 'log/00000002'])('shows that %s was removed', async (key) => {
    for (const org of ['one', 'two', 'three']) await write(org);
    await store.remove(key);
    expect((await readLog(store)).faults).not.toEqual([]);
  });

  test('shows that an entry was changed', async () => {
    for (const org of ['one', 'two', 'three']) await write(org);
    const text = Buffer.from((await store.get('log/00000002')) ?? '').toString();
    await store.remove('log/00000002');
    await store.create('log/00000002', utf8(text.replace('two', 'owt')));
    expect((await readLog(store)).faults).toEqual(['an entry before number 3 was changed or removed']);
  });

  test('shows an entry that is none', async () => {
    await write('one');
    await store.create('log/00000002', utf8('{}'));
    expect((await readLog(store)).faults).toEqual(['log/00000002 is no entry of the log']);
  });

  test('that was cut off at its end lacks the hash somebody kept', async () => {
    await write('one');
    const hash = await write('two');
    expect((await readLog(store)).hashes.has(hash)).toBe(true);
    await store.remove('log/00000002');
    expect((await readLog(store)).hashes.has(hash)).toBe(false);
  });
});
