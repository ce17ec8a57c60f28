import { describe, expect, test } from 'vitest';
import type { ReportContext } from '../../../../src/reports/context.ts';
import { mailboxOf } from '../../../../src/reports/message/return-code.ts';
import { openMailbox } from '../../../../src/reports/replies/conversation.ts';
import { replyKey } from '../../../../src/reports/replies/mailbox.ts';
import { openMemoryStore } from '../../../../src/reports/stores/memory.ts';
import { type Store, StoreFault } from '../../../../src/reports/stores/store.ts';
import { fillMailbox, inventMailbox, sealedReply } from '../../../support/reports/replies.ts';
import { handle, makeContext, openAll, post, postForm, TODAY } from '../../../support/reports/world.ts';

const JSON_TYPE = { 'Content-Type': 'application/json' };
const ask = (body: unknown) => post(typeof body === 'string' ? body : JSON.stringify(body), JSON_TYPE, '/api/mailbox');
const askByForm = (code: string, path = '/api/mailbox?l=lv') =>
  post(`code=${encodeURIComponent(code)}`, { 'Content-Type': 'application/x-www-form-urlencoded' }, path);

/** The cookie of an answer, as a browser sends it back. */
function cookieFrom(answer: Response): string {
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

function receipt(address: string, cookie: string): Request {
  return new Request(`http://x${address}`, { headers: { Cookie: cookie } });
}

/** The page that a reader without script comes to. */
async function readByForm(code: string, context: ReportContext): Promise<Response> {
  const answer = await handle(askByForm(code), context);
  return handle(receipt(answer.headers.get('location') ?? '', cookieFrom(answer)), context);
}

describe('a question by script', () => {
  test('is answered with 64 KiB, whether the mailbox exists or not, and the replies open with the code', async () => {
    const context = await makeContext();
    const [known, unknown] = [await inventMailbox(), await inventMailbox()];
    await fillMailbox(context.store, known, [1, 2]);
    const answers = await Promise.all([known, unknown].map(({ box }) => handle(ask({ v: 1, box }), context)));
    const [one, other] = await Promise.all(answers.map(async (answer) => new Uint8Array(await answer.arrayBuffer())));
    expect([one?.length, other?.length]).toEqual([65_536, 65_536]);
    const headers = answers.map((answer) => JSON.stringify([answer.status, ...answer.headers]));
    expect(headers[0]).toBe(headers[1]);
    expect(answers[0]?.headers.get('cache-control')).toBe('no-store');
    expect(await openMailbox(one as Uint8Array, known, context.replies.keys)).toMatchObject([
      { kind: 'reply', reply: { seq: 1 } },
      { kind: 'reply', reply: { seq: 2 } },
    ]);
    expect(await openMailbox(other as Uint8Array, unknown, context.replies.keys)).toEqual([]);
  });

  test('asks the store for as much whether the mailbox exists or not', async () => {
    const calls: string[] = [];
    const inner = openMemoryStore(() => new Date());
    const store: Store = {
      ...inner,
      get: (key) => (calls.push('get'), inner.get(key)),
      list: (prefix, cursor) => (calls.push('list'), inner.list(prefix, cursor)),
    };
    const context = await makeContext({ store });
    const [known, unknown] = [await inventMailbox(), await inventMailbox()];
    await fillMailbox(store, known, [1, 2, 3, 4, 5, 6, 7]);
    const counts: string[] = [];
    for (const { box } of [known, unknown]) {
      calls.length = 0;
      await handle(ask({ v: 1, box }), context);
      counts.push(calls.join());
    }
    expect(counts).toEqual(Array(2).fill('list,get,get,get,get,get,get'));
  });

  test('is never answered sooner than the step of the clock', async () => {
    const context = await makeContext();
    const since = performance.now();
    await handle(ask({ v: 1, box: 'a'.repeat(22) }), context);
    expect(performance.now() - since).toBeGreaterThan(190);
  });

  test.each([
    ['no box', { v: 1 }],
    ['a short box', { v: 1, box: 'a'.repeat(21) }],
    ['a box that is a path', { v: 1, box: '../../../../../../xxxx' }],
    ['another version', { v: 2, box: 'a'.repeat(22) }],
    ['the code itself', { v: 1, code: '0'.repeat(20), box: 'a'.repeat(22) }],
    ['no JSON', '{'],
    ['a list', []],
  ])('with %s is refused without a word of it', async (_, body) => {
    const answer = await handle(ask(body), await makeContext());
    expect([answer.status, await answer.json()]).toEqual([400, expect.objectContaining({ type: '/problems/malformed' })]);
  });

  test('that is long, of another type, of another site or of a busy network is refused', async () => {
    const context = await makeContext();
    const box = 'a'.repeat(22);
    const busy = { ...context, replies: { ...context.replies, limiter: () => Promise.resolve(false) } };
    expect((await handle(ask(' '.repeat(300)), context)).status).toBe(413);
    expect((await handle(post('x', { 'Content-Type': 'text/plain' }, '/api/mailbox'), context)).status).toBe(415);
    const foreign = post(JSON.stringify({ v: 1, box }), { ...JSON_TYPE, Origin: 'https://evil.example' }, '/api/mailbox');
    expect((await handle(foreign, context)).status).toBe(403);
    expect((await handle(ask({ v: 1, box }), busy)).status).toBe(429);
    expect((await handle(new Request('http://x/api/mailbox'), context)).status).toBe(405);
  });

  test('is answered 503 while the store is away', async () => {
    const away = () => Promise.reject(new StoreFault('unavailable', 'secret path'));
    const context = await makeContext({ store: { ...openMemoryStore(() => new Date()), list: away, get: away } });
    const answer = await handle(ask({ v: 1, box: 'a'.repeat(22) }), context);
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toContain('secret');
  });
});

describe('a question without script', () => {
  test('is answered by 303 and a short cookie, then with the replies, the number nowhere in it', async () => {
    const context = await makeContext();
    const mailbox = await inventMailbox();
    await context.store.create(replyKey(mailbox.box, 1), await sealedReply(mailbox, { text: 'Rinda <b>\notrā' }));
    const answer = await handle(askByForm(mailbox.code, '/api/mailbox?l=ru'), context);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/api/receipt?m&l=ru']);
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-m=[\w-]+; Max-Age=300; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    const page = await handle(receipt('/api/receipt?m&l=ru', cookieFrom(answer)), context);
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html).toContain('<p>Rinda &lt;b&gt;</p><p>otrā</p>');
    expect(html).not.toContain(mailbox.code);
    expect(html).not.toContain(mailbox.box);
  });

  test('gets a page of one length, whether there are replies or not', async () => {
    const context = await makeContext();
    const [known, unknown] = [await inventMailbox(), await inventMailbox()];
    await fillMailbox(context.store, known, [1, 2, 3]);
    const lengths = await Promise.all(
      [known, unknown].map(async ({ code }) => (await (await readByForm(code, context)).arrayBuffer()).byteLength),
    );
    expect(lengths).toEqual([65_536, 65_536]);
  });

  test('shows what is forged without its words', async () => {
    const context = await makeContext();
    const mailbox = await inventMailbox();
    const forged = await sealedReply(mailbox, { text: 'Nāc uz staciju' }, () => Promise.resolve(new Uint8Array(64)));
    await context.store.create(replyKey(mailbox.box, 1), forged);
    const html = await (await readByForm(mailbox.code, context)).text();
    expect(html).toContain('[reply.fault.forged]');
    expect(html).not.toContain('staciju');
  });

  test.each(['', '1234', '4821 3377 1902 5564 0930', '"><script>alert(1)</script>'])(
    'with the number "%s" comes back as typed',
    async (typed) => {
      const answer = await handle(askByForm(typed), await makeContext());
      const html = await answer.text();
      expect(answer.status).toBe(422);
      expect(html).toContain('[reply.problem.code]');
      expect(html).not.toContain('<script>');
    },
  );

  test('from a busy network keeps the number', async () => {
    const context = await makeContext();
    const { code } = await inventMailbox();
    const answer = await handle(askByForm(code), { ...context, replies: { ...context.replies, limiter: () => Promise.resolve(false) } });
    expect([answer.status, (await answer.text()).includes(code)]).toEqual([429, true]);
  });

  test.each(['', '__Host-m=AAAA', '__Host-m=.'])('whose cookie is "%s" asks for the number again', async (cookie) => {
    expect((await handle(receipt('/api/receipt?m', cookie), await makeContext())).status).toBe(410);
  });

  test('whose cookie holds something else of ours asks for the number again', async () => {
    const context = await makeContext();
    for (const text of ['added', '12345678901234567890', '{}', '{"box":5,"identity":"x"}']) {
      const sealed = await context.secrets.sealReceipt(text, context.clock());
      expect((await handle(receipt('/api/receipt?m', `__Host-m=${sealed}`), context)).status).toBe(410);
    }
  });

  test('can be forgotten', async () => {
    const answer = await handle(receipt('/api/receipt?m=end&l=en', '__Host-m=x'), await makeContext());
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/en/']);
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-m=; Max-Age=0;/);
  });
});

describe('an addition without script', () => {
  const fields = { what: 'Vēl kas', kind: 'followup', lang: 'lv' };

  test('goes to the mailbox that was just read', async () => {
    const context = await makeContext();
    const mailbox = await inventMailbox();
    const cookie = cookieFrom(await handle(askByForm(mailbox.code), context));
    const request = postForm(fields);
    request.headers.set('Cookie', cookie);
    const answer = await handle(request, context);
    expect(answer.status).toBe(303);
    expect(await openAll(context.store)).toMatchObject([
      { kind: 'followup', day: TODAY, fields: { what: 'Vēl kas' }, return: { box: mailbox.box, key: mailbox.key } },
    ]);
    const page = await handle(receipt(answer.headers.get('location') ?? '', cookieFrom(answer)), context);
    expect([page.status, (await page.text()).includes('[reply.add.done]')]).toEqual([200, true]);
  });

  test('goes to the mailbox of a number that was typed', async () => {
    const context = await makeContext();
    const { code } = await inventMailbox();
    await handle(postForm({ ...fields, code }), context);
    const [opened] = await openAll(context.store);
    expect(opened).toMatchObject({ kind: 'followup', return: { code } });
    expect((await mailboxOf(code)).box).toMatch(/^[\w-]{22}$/);
  });

  test.each(['', '123'])('with the number "%s" and no mailbox comes back whole and is not stored', async (code) => {
    const context = await makeContext();
    const answer = await handle(postForm({ ...fields, code, danger: 'on' }), context);
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('Vēl kas</textarea>');
    expect(html).toContain('name="code"');
    expect(html).toContain('name="danger" value="on"');
    expect(await openAll(context.store)).toEqual([]);
  });

  test('without words comes back', async () => {
    const answer = await handle(postForm({ ...fields, what: ' ' }), await makeContext());
    expect([answer.status, (await answer.text()).includes('[reply.add.missing]')]).toEqual([422, true]);
  });
});
