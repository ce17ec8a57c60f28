import { describe, expect, test } from 'vitest';
import { quietField } from '../../../src/components/primitives/quiet-field.ts';
import type { Lane } from '../../../src/reports/lane.ts';
import type { WorkAsked } from '../../../src/reports/message/work.ts';
import { workQueue } from '../../../src/reports/queue.ts';
import { openMemoryStore } from '../../../src/reports/stores/memory.ts';
import { everyObject, type Store, StoreFault } from '../../../src/reports/stores/store.ts';
import { inventMailbox } from '../../support/reports/replies.ts';
import {
  handle,
  inventedReport,
  makeContext,
  openAll,
  ORIGIN,
  post,
  postForm,
  postJson,
  sealed,
  submitted,
  TODAY,
  withWork,
} from '../../support/reports/world.ts';

async function keysIn(store: Store): Promise<string[]> {
  return (await Array.fromAsync(everyObject(store, 'r/'))).map(({ key }) => key);
}

/** A store whose every write ends so. */
function brokenStore(kind: 'full' | 'unavailable'): Store {
  return { ...openMemoryStore(() => new Date()), create: () => Promise.reject(new StoreFault(kind, 'secret path')) };
}

/** A lane in a flood that has used up what is set aside for those without script. */
const refusingLane: Lane = {
  bits: () => 9,
  admitSealed: () => Promise.resolve({ bits: 9, d: '12345678' }),
  refuseForm: () => 'busy',
  countWorked: () => undefined,
};

describe('a sealed report', () => {
  test('is stored under its id, byte for byte, and can be opened', async () => {
    const context = await makeContext();
    const report = inventedReport();
    const body = await submitted(report);
    const answer = await handle(postJson(body), context);
    expect([answer.status, await answer.json()]).toEqual([201, { status: 'stored' }]);
    expect(await keysIn(context.store)).toEqual([`r/ab/${report.id}`]);
    expect(await openAll(context.store)).toEqual([report]);
  });

  test('sent again is answered 200 and stored once, also fifty times at once', async () => {
    const context = await makeContext();
    const body = await submitted();
    const answers = await Promise.all(Array.from({ length: 50 }, () => handle(postJson(body), context)));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(49).fill(200), 201]);
    expect(await keysIn(context.store)).toHaveLength(1);
  });

  test('with the id of another one is refused', async () => {
    const context = await makeContext();
    await handle(postJson(await submitted()), context);
    const answer = await handle(postJson(await submitted()), context);
    expect([answer.status, ((await answer.json()) as { type: string }).type]).toEqual([409, '/problems/id-reused']);
  });

  test('of a build whose keys ended up to sixty days ago is still taken', async () => {
    const context = await makeContext();
    const epochs = context.epochs.map((epoch) =>
      epoch.name <= '2026-10' ? epoch : { ...epoch, recipients: [...epoch.recipients, 'age1third'] },
    );
    expect((await handle(postJson(await submitted()), { ...context, epochs })).status).toBe(201);
    const later = { ...context, epochs, clock: () => new Date('2027-01-15T00:00:00Z') };
    expect((await handle(postJson(await submitted(inventedReport('x', 'cd'.repeat(16)))), later)).status).toBe(422);
  });

  test.each(['full', 'unavailable'] as const)('is not acknowledged when the store is %s', async (kind) => {
    const answer = await handle(postJson(await submitted()), await makeContext({ store: brokenStore(kind) }));
    const text = await answer.text();
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(text).toContain(kind === 'full' ? 'storage-full' : 'closed');
    expect(text).not.toContain('secret path');
  });

  test('is not taken while the store is not proved', async () => {
    const context = await makeContext({ isOpen: () => false });
    expect((await handle(postJson(await submitted()), context)).status).toBe(503);
    expect(((await (await handle(new Request('http://x/api/status'), context)).json()) as { open: boolean }).open).toBe(false);
  });

  test('over the limit of its network is told which work brings it in, and with it is stored; the same work brings in no other', async () => {
    const context = await makeContext({ limiter: () => Promise.resolve(false) });
    const body = await submitted();
    const answer = await handle(postJson(body), context);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '60']);
    const refusal = (await answer.json()) as { pow: WorkAsked };
    expect(refusal).toEqual({
      type: '/problems/pow-required',
      title: 'Proof of work is needed',
      status: 429,
      retryable: true,
      pow: { bits: 8, d: expect.stringMatching(/^\d{8}$/) as string },
    });
    const worked = await withWork(body, refusal.pow);
    expect((await handle(postJson(worked), context)).status).toBe(201);
    expect((await handle(postJson(worked), context)).status).toBe(200);
    const other = JSON.parse(await submitted(inventedReport('x', 'cd'.repeat(16)))) as object;
    const stolen = JSON.stringify({ ...other, pow: (JSON.parse(worked) as { pow: object }).pow });
    expect((await handle(postJson(stolen), context)).status).toBe(429);
    expect(await keysIn(context.store)).toHaveLength(1);
  });
});

describe('a report without script', () => {
  const fields = { what: 'Izdomāts ziņojums <b>.', about: 'seen', links: 'https://example.com', danger: 'on', lang: 'ru' };

  test('is sealed on arrival and answered with 303 and a short cookie', async () => {
    const context = await makeContext();
    const answer = await handle(postForm(fields), context);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/api/receipt?l=ru']);
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-r=[\w-]+; Max-Age=300; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    const [report] = await openAll(context.store);
    expect(report).toMatchObject({ via: 'nojs', lang: 'ru', day: TODAY, fields: { what: fields.what, about: 'seen', danger: true } });
    expect(report).not.toHaveProperty('trap');
  });

  test('sent twice with the same random boundary is one report with one code', async () => {
    const context = await makeContext();
    const codes = await Promise.all([1, 2].map(async () => codeShown(await handle(postForm(fields), context), context)));
    expect(codes[0]).toMatch(/^(?:\d{4}\u00a0){4}\d{4}$/);
    expect(codes[1]).toBe(codes[0]);
    expect(await openAll(context.store)).toMatchObject([{ return: { code: codes[0]?.replaceAll('\u00a0', '') } }]);
  });

  test('with the same words from another browser is another report', async () => {
    const context = await makeContext();
    await handle(postForm(fields), context);
    await handle(postForm(fields, '----WebKitFormBoundaryponmlkjihgfedcba'), context);
    await handle(postForm(fields, 'fixed'), context);
    await handle(postForm(fields, 'fixed'), context);
    expect(await keysIn(context.store)).toHaveLength(4);
  });

  test('with the hidden field filled is stored with a flag', async () => {
    const context = await makeContext();
    await handle(postForm({ ...fields, site: 'https://spam.example' }), context);
    expect(await openAll(context.store)).toMatchObject([{ trap: true }]);
  });

  test('is taken as a plain form too', async () => {
    const context = await makeContext();
    const body = new URLSearchParams(fields);
    expect((await handle(post(body), context)).status).toBe(303);
    expect(await openAll(context.store)).toMatchObject([{ fields: { what: fields.what } }]);
  });

  test.each([
    ['without words', { ...fields, what: ' \n ' }, {}, 422, 'missing'],
    ['too long', { ...fields, what: 'a'.repeat(20_001) }, {}, 413, 'too-large'],
    ['from a busy network', fields, { limiter: () => Promise.resolve(false) }, 429, 'rate-limited'],
    ['in a flood', fields, { lane: refusingLane }, 503, 'busy'],
    ['to a full store', fields, { store: brokenStore('full') }, 503, 'storage-full'],
    ['to a busy server', fields, { sealing: workQueue(0, 0) }, 503, 'busy'],
    ['to a server whose keys cannot be used', fields, { seal: () => Promise.reject(new Error('secret')) }, 500, 'internal'],
  ])('%s comes back with everything that was typed, to be sent again', async (_, typed, parts, status, slug) => {
    const answer = await handle(postForm(typed), await makeContext(parts));
    const html = await answer.text();
    expect(answer.status).toBe(status);
    expect(html).toContain(`[report.problem.${slug}]`);
    expect(html).toContain('https://example.com</textarea>');
    expect(html).toContain('name="danger" value="on"');
    expect(html).not.toContain('<b>.');
    if (typed.what.includes('<b>')) expect(html).toContain('Izdomāts ziņojums &lt;b&gt;.</textarea>');
    expect(html).toContain('href="tel:112"');
  });

  test('that could not be read to its end says that reloading sends it again, and one that cannot be taken does not', async () => {
    const bodies = { read: () => Promise.resolve('timeout' as const), readStart: () => Promise.resolve('timeout' as const) };
    const late = await handle(postForm(fields), await makeContext({ bodies }));
    expect([late.status, (await late.text()).includes('[report.answer.reload]')]).toEqual([408, true]);
    const broken = await handle(post('x', { 'Content-Type': 'multipart/form-data; boundary=y' }), await makeContext());
    expect([broken.status, (await broken.text()).includes('[report.answer.reload]')]).toEqual([400, false]);
  });
});

async function codeShown(answer: Response, context: Parameters<typeof handle>[1]): Promise<string | undefined> {
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const page = await handle(new Request('http://x/api/receipt?l=lv', { headers: { Cookie: `other=1; ${cookie}` } }), context);
  return /class="code">([^<]*)</.exec(await page.text())?.[1];
}

describe('the receipt', () => {
  test('shows the code for five minutes, also after a reload', async () => {
    let now = new Date(`${TODAY}T10:00:00Z`);
    const context = await makeContext({ clock: () => now });
    const answer = await handle(postForm({ what: 'x' }), context);
    expect(await codeShown(answer, context)).toBeDefined();
    now = new Date(`${TODAY}T10:04:59Z`);
    expect(await codeShown(answer, context)).toBeDefined();
    now = new Date(`${TODAY}T10:05:00Z`);
    expect(await codeShown(answer, context)).toBeUndefined();
  });

  test.each(['', '__Host-r=', '__Host-r=abc', `__Host-r=${'A'.repeat(200)}`, '__Host-r=%00'])(
    'without a code says so: "%s"',
    async (cookie) => {
      const answer = await handle(new Request('http://x/api/receipt', { headers: { Cookie: cookie } }), await makeContext());
      expect([answer.status, (await answer.text()).includes('[report.answer.codeGone]')]).toEqual([410, true]);
    },
  );
});

describe('where a report may come from', () => {
  test.each([
    [{}, 201],
    [{ Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin' }, 201],
    [{ Origin: 'null', 'Sec-Fetch-Site': 'same-origin' }, 201],
    [{ Origin: 'null' }, 201],
    [{ 'Sec-Fetch-Site': 'none' }, 201],
    [{ Origin: 'https://other.example' }, 403],
    [{ Origin: 'null', 'Sec-Fetch-Site': 'cross-site' }, 403],
    [{ Origin: 'null', 'Sec-Fetch-Site': 'same-site' }, 403],
    [{ Origin: ORIGIN, 'Sec-Fetch-Site': 'cross-site' }, 403],
  ])('%o is answered %d', async (headers, status) => {
    const context = await makeContext();
    expect((await handle(postJson(await submitted(), headers as Record<string, string>), context)).status).toBe(status);
    expect(await keysIn(context.store)).toHaveLength(status === 201 ? 1 : 0);
  });
});

describe('other requests', () => {
  test('the status says what is needed to seal, and nothing of reports', async () => {
    const answer = await handle(new Request('http://x/api/status'), await makeContext());
    const facts = (await answer.json()) as Record<string, unknown>;
    expect(facts).toMatchObject({
      v: 1,
      open: true,
      time: `${TODAY}T10:20:30.000Z`,
      pow: { bits: 0 },
      epoch: '2026-11',
      development: true,
    });
    expect(facts['keys']).toEqual([expect.stringMatching(/^(?:\d{4} · ){5}\d{4}$/), expect.stringMatching(/^(?:\d{4} · ){5}\d{4}$/)]);
  });

  test('the status says how much work is asked in a flood', async () => {
    const answer = await handle(new Request('http://x/api/status'), await makeContext({ lane: refusingLane }));
    expect(await answer.json()).toMatchObject({ open: true, pow: { bits: 9 } });
  });

  test.each([
    ['GET', '/api/report', 405, 'POST'],
    ['OPTIONS', '/api/report', 405, 'POST'],
    ['PUT', '/api/report', 405, 'POST'],
    ['POST', '/api/receipt', 405, 'GET, HEAD'],
    ['constructor', '/api/status', 405, 'GET, HEAD'],
    ['toString', '/api/report', 405, 'POST'],
    ['GET', '/api/other', 404, null],
    ['GET', '/api/constructor', 404, null],
  ])('%s %s is answered %d', async (method, path, status, allow) => {
    const answer = await handle(new Request(`http://x${path}`, { method }), await makeContext());
    expect([answer.status, answer.headers.get('allow')]).toEqual([status, allow]);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('every answer is kept by nobody and sandboxed or strict', async () => {
    const context = await makeContext();
    const answers = [
      await handle(new Request('http://x/api/status'), context),
      await handle(new Request('http://x/api/receipt'), context),
      await handle(postForm({ what: '' }), context),
      await handle(postForm({ what: 'x' }), context),
      await handle(post('x', { 'Content-Type': 'text/plain' }), context),
    ];
    for (const { headers } of answers) {
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.*frame-ancestors 'none'/);
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
  });

  test('every field for text is kept, corrected and sent to be checked by nobody', async () => {
    const context = await makeContext();
    const all = Object.fromEntries(['what', 'links', 'where', 'when', 'who', 'contact'].map((name) => [name, 'x'.repeat(20_001)]));
    const { code } = await inventMailbox();
    const pages = [
      await handle(postForm(all), context),
      await handle(postForm({ kind: 'followup', what: 'x', code: '1' }), context),
      await handle(post('code=1', { 'Content-Type': 'application/x-www-form-urlencoded' }, '/api/mailbox?l=lv'), context),
    ];
    const asked = await handle(post(`code=${code}`, { 'Content-Type': 'application/x-www-form-urlencoded' }, '/api/mailbox?l=lv'), context);
    const headers = { Cookie: asked.headers.get('set-cookie')?.split(';')[0] ?? '' };
    pages.push(await handle(new Request(`http://x${asked.headers.get('location')}`, { headers }), context));
    const tags = (await Promise.all(pages.map((page) => page.text()))).map((html) =>
      html.match(/<textarea[^>]*>|<input type="text"[^>]*>/g),
    );
    expect(tags.map((found) => found?.length)).toEqual([6, 2, 1, 1]);
    const wanted = Object.entries(quietField).map(([name, value]) => ` ${name}="${value}"`);
    for (const tag of tags.flat()) for (const attribute of wanted) expect(tag).toContain(attribute);
  });

  test('an envelope of three mebibytes fits', async () => {
    const context = await makeContext();
    const envelope = await sealed(inventedReport(), [new Uint8Array(3 * 1024 * 1024 - 4096)]);
    const body = JSON.stringify({
      v: 1,
      id: 'ef'.repeat(16),
      age: Buffer.from(envelope).toString('base64'),
      pow: { d: '00000000', n: '0'.repeat(16) },
    });
    expect((await handle(postJson(body), context)).status).toBe(201);
  });
});
