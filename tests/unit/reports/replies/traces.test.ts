import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openReports } from '../../../../src/reports/adapters/node.ts';
import { type AnswerLanguage, LANGUAGES } from '../../../../src/reports/context.ts';
import { purgeReplies } from '../../../../src/reports/inbox/purge.ts';
import { openFsStore } from '../../../../src/reports/stores/fs.ts';
import { badRequests, CANARY } from '../../../support/reports/bad-requests.ts';
import { fillMailbox, inventMailbox } from '../../../support/reports/replies.ts';
import { spellingsOf } from '../../../support/reports/spellings.ts';
import { handle, makeContext, post, postForm, TODAY } from '../../../support/reports/world.ts';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'reply-traces-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

async function everythingWritten(): Promise<Buffer[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = await Promise.all(entries.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name))));
  return [...entries.map(({ name }) => Buffer.from(name)), ...files];
}

test('asking, reading and adding leave no number, mailbox, key or word on the disk, in any spelling', async () => {
  const words: AnswerLanguage = { words: (key) => key, phones: [], formPath: '/', replyPath: '/' };
  const languages = Object.fromEntries(LANGUAGES.map((name) => [name, words])) as Record<(typeof LANGUAGES)[number], AnswerLanguage>;
  const endpoint = await openReports({ root: folder, settings: {}, isProduction: false, origins: [], languages });
  endpoint.close();
  const { code, box, identity } = await inventMailbox();
  const canary = 'Kanārijs-papildinājums-7d20';
  const ask = (body: string, type: string) => endpoint.handle(post(body, { 'Content-Type': type }, '/api/mailbox'), '192.0.2.7');
  expect((await ask(JSON.stringify({ v: 1, box }), 'application/json')).status).toBe(200);
  const asked = await ask(`code=${code}`, 'application/x-www-form-urlencoded');
  const cookie = asked.headers.get('set-cookie')?.split(';')[0] ?? '';
  const page = await endpoint.handle(new Request('http://x/api/receipt?m', { headers: { Cookie: cookie } }), '192.0.2.7');
  expect(page.status).toBe(200);
  const addition = postForm({ what: canary, kind: 'followup' });
  addition.headers.set('Cookie', cookie);
  expect((await endpoint.handle(addition, '192.0.2.7')).status).toBe(303);
  const written = await everythingWritten();
  expect(written.some(({ length }) => length > 30_000)).toBe(true);
  const spellings = [code, box, identity, canary, '192.0.2.7'].flatMap(spellingsOf);
  expect(spellings.filter((spelling) => written.some((bytes) => bytes.includes(spelling)))).toEqual([]);
});

test('a mailbox that was purged leaves not even its folder', async () => {
  const store = await openFsStore(folder, () => new Date(`${TODAY}T12:00:00Z`));
  const [gone, kept] = [await inventMailbox(), await inventMailbox()];
  await fillMailbox(store, gone, [1, 2]);
  const later = await openFsStore(folder, () => new Date('2026-12-20T12:00:00Z'));
  await fillMailbox(later, kept, [1]);
  await purgeReplies(store, '2026-12-25');
  expect(await readdir(join(folder, 'm'))).toEqual([kept.box]);
});

test.each(badRequests.filter(({ group }) => group !== 'address'))(
  '$group: $name, sent to the mailbox, is answered without a fault',
  async ({ make }) => {
    const request = await make();
    const body = request.body ? await request.arrayBuffer() : null;
    const headers = Object.fromEntries([...request.headers].filter(([name]) => name !== 'content-length'));
    const answer = await handle(post(body, headers, '/api/mailbox'), await makeContext());
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    const outside = (await answer.text()).replaceAll(/<textarea[^>]*>[\s\S]*?<\/textarea>/g, '');
    expect(outside).not.toContain(CANARY);
  },
);
