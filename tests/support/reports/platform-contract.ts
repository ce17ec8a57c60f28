import { Decrypter } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteData } from '../../../src/deploy/site-data.ts';
import { developmentIdentities, developmentReplyKeys } from '../../../src/reports/keys/development.ts';
import { unpackMessage } from '../../../src/reports/message/format.ts';
import type { WorkAsked } from '../../../src/reports/message/work.ts';
import { everyObject, type Store } from '../../../src/reports/stores/store.ts';
import type { Mailbox } from '../../../src/reports/message/return-code.ts';
import { openMailbox } from '../../../src/reports/replies/conversation.ts';
import { fillMailbox, inventMailbox } from './replies.ts';
import { TODAY, inventedReport, postForm, postJson, post, sealed, submitted, withWork } from './world.ts';

/** Settings every platform runs the contract with. The secret is fixed, so that names and codes are known answers. */
export const CONTRACT_SETTINGS = { REPORTS_TRIAL: '1', REPORTS_SECRET: Buffer.alloc(32, 7).toString('base64') };

/** A platform under test: the bundled endpoint in its real runtime or emulator. */
export interface Platform {
  /** Sends a request as the platform does; `address` is the sender's, unknown or this machine's unless given. */
  ask: (request: Request, address?: string) => Promise<Response>;
  /** Where the endpoint keeps reports, read from outside. */
  store: Store;
  close: () => Promise<void>;
  /** An emulator that starts the program anew for each request, so that nothing can be counted in its memory. */
  isForgetful?: boolean;
}

const origin = siteData(process.cwd()).origins[0] ?? '';
const HEADERS = siteData(process.cwd()).headers;
/** id and return code of `FORM` under the secret above; the id was computed once by node:crypto from the rules in secrets.ts. */
const KNOWN = { id: '003c0d2fa30a65db7d2929b6f9bdc80c', code: '35698680425180159314' };
const FORM = { what: 'Izdomāts ziņojums: āčēģīķļņšūž 日本 🙂\r\notrā rinda', about: 'seen', danger: 'on', lang: 'lv' };

async function opened(store: Store, id: string): Promise<Record<string, unknown>> {
  const decrypter = new Decrypter();
  const day = new Date().toISOString().slice(0, 10);
  for (const { identity } of await developmentIdentities(day)) decrypter.addIdentity(identity);
  const bytes = await store.get(`r/${id.slice(0, 2)}/${id}`);
  return unpackMessage(await decrypter.decrypt(bytes ?? new Uint8Array())).json;
}

async function keysIn(store: Store): Promise<string[]> {
  return (await Array.fromAsync(everyObject(store, 'r/'))).map(({ key }) => key);
}

async function slug(answer: Response): Promise<string> {
  return ((await answer.json()) as { type: string }).type.slice('/problems/'.length);
}

function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Request {
  return new Request(`http://127.0.0.1${path}`, { method, headers });
}

const idOf = (digit: string) => digit.repeat(32);

/** What the endpoint promises on every platform it runs on. */
export function platformContract(name: string, open: () => Promise<Platform>): void {
  describe(name, () => {
    let platform: Platform;
    beforeAll(async () => {
      platform = await open();
    });
    afterAll(() => platform.close());

    test('says what is needed to seal a report, with every header of the site and without a word of the program', async () => {
      const answer = await platform.ask(get('/api/status', { 'Accept-Encoding': 'gzip, br' }));
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({ v: 1, open: true, development: true, keys: [expect.any(String), expect.any(String)] });
      expect(answer.headers.get('cache-control')).toMatch(/^no-store(?:, no-transform)?$/);
      for (const [header, value] of Object.entries(HEADERS)) {
        if (header !== 'Cache-Control') expect([header, answer.headers.get(header)]).toEqual([header, value]);
      }
      for (const header of ['server', 'etag', 'x-powered-by', 'content-encoding', 'access-control-allow-origin']) {
        expect([header, answer.headers.get(header)]).toEqual([header, null]);
      }
    });

    test('answers HEAD without a body', async () => {
      const answer = await platform.ask(get('/api/status', {}, 'HEAD'));
      expect([answer.status, await answer.text()]).toEqual([200, '']);
    });

    test('keeps a sealed report byte for byte, once, and never another under its name', async () => {
      const report = inventedReport('Izdomāts', idOf('1'));
      const envelope = await sealed(report);
      const body = JSON.stringify({
        v: 1,
        id: report.id,
        age: Buffer.from(envelope).toString('base64'),
        pow: { d: '00000000', n: '0'.repeat(16) },
      });
      const from = { Origin: origin };
      const first = await platform.ask(postJson(body, from));
      expect([first.status, await first.text()]).toEqual([201, '{"status":"stored"}']);
      expect((await platform.ask(postJson(body, from))).status).toBe(200);
      const other = await platform.ask(postJson(await submitted(report), from));
      expect([other.status, await slug(other)]).toEqual([409, 'id-reused']);
      expect(Buffer.from((await platform.store.get(`r/11/${report.id}`)) ?? []).equals(envelope)).toBe(true);
    });

    test('keeps one report of many that are sent at the same time', async () => {
      const many = platform.isForgetful ? 4 : 25;
      const body = await submitted(inventedReport('Izdomāts', idOf('2')));
      const answers = await Promise.all(Array.from({ length: many }, () => platform.ask(postJson(body))));
      expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(many - 1).fill(200), 201]);
    });

    test('takes the largest envelope', async () => {
      const envelope = await sealed(inventedReport('Izdomāts', idOf('3')), [new Uint8Array(3 * 1024 * 1024 - 4096)]);
      const age = Buffer.from(envelope).toString('base64');
      const body = JSON.stringify({ v: 1, id: idOf('3'), age, pow: { d: '00000000', n: '0'.repeat(16) } });
      expect((await platform.ask(postJson(body))).status).toBe(201);
      expect((await platform.store.get(`r/33/${idOf('3')}`))?.length).toBe(envelope.length);
    });

    test('seals a form that comes without script, and shows its known code once more on the receipt', async () => {
      const answer = await platform.ask(postForm(FORM));
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/api/receipt?l=lv']);
      const [cookie = ''] = answer.headers.getSetCookie();
      expect(cookie).toMatch(/^__Host-r=[\w-]+; Max-Age=300; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
      const again = await platform.ask(postForm(FORM));
      const cookies = [cookie, again.headers.getSetCookie()[0] ?? ''];
      const shown: (string | undefined)[] = [];
      for (const one of cookies) {
        const page = await platform.ask(get('/api/receipt?l=lv', { Cookie: `other=1; ${one.split(';')[0]}` }));
        const html = await page.text();
        expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
        expect(html).toContain('href="tel:112"');
        expect(html).toMatch(/<h1>[^<[.]+<\/h1>/);
        shown.push(/class="code">([^<]*)</.exec(html)?.[1]?.replaceAll(/\D/g, ''));
      }
      expect(shown).toEqual([KNOWN.code, KNOWN.code]);
      const report = await opened(platform.store, KNOWN.id);
      expect(report).toMatchObject({
        via: 'nojs',
        return: { code: KNOWN.code },
        fields: { what: FORM.what.replace('\r\n', '\n'), danger: true },
      });
    });

    test('answers a question for replies with 64 KiB, byte for byte, whether there are any or not', async () => {
      const [known, unknown] = [await inventMailbox(), await inventMailbox()];
      await fillMailbox(platform.store, known, [1, 2]);
      const read = async (mailbox: Mailbox) => {
        const question = post(JSON.stringify({ v: 1, box: mailbox.box }), { 'Content-Type': 'application/json' }, '/api/mailbox');
        const answer = await platform.ask(question);
        const bytes = new Uint8Array(await answer.arrayBuffer());
        const type = answer.headers.get('content-type');
        const compressed = answer.headers.get('content-encoding');
        expect([answer.status, type, compressed, bytes.length]).toEqual([200, 'application/octet-stream', null, 65_536]);
        return openMailbox(bytes, mailbox, await developmentReplyKeys(TODAY));
      };
      const reply = (seq: number) => ({ kind: 'reply', reply: expect.objectContaining({ seq, text: `Atbilde nr. ${seq}` }) as unknown });
      expect(await read(known)).toEqual([reply(1), reply(2)]);
      expect(await read(unknown)).toEqual([]);
    });

    test('shows replies to a reader without script, for the number that was typed', async () => {
      const mailbox = await inventMailbox();
      await fillMailbox(platform.store, mailbox, [1]);
      const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
      const answer = await platform.ask(post(`code=${mailbox.code}`, form, '/api/mailbox?l=lv'));
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/api/receipt?m&l=lv']);
      const [cookie = ''] = answer.headers.getSetCookie();
      const page = await platform.ask(get('/api/receipt?m&l=lv', { Cookie: cookie.split(';')[0] ?? '' }));
      const html = await page.text();
      expect([page.status, html.length >= 65_000, html.includes('Atbilde nr. 1')]).toEqual([200, true, true]);
    });

    test('says a problem in words and gives back what was typed', async () => {
      const answer = await platform.ask(postForm({ what: '', links: 'https://example.com/<x>', lang: 'en' }));
      const html = await answer.text();
      expect([answer.status, answer.headers.get('content-language')]).toEqual([422, 'en']);
      expect(html).toContain('https://example.com/&lt;x&gt;</textarea>');
    });

    test.each([
      ['of another method', () => get('/api/report'), 405, 'method'],
      ['to nowhere', () => get('/api/other'), 404, 'not-found'],
      ['from another site', () => postJson('{}', { Origin: 'https://other.example' }), 403, 'cross-site'],
      ['of another type', () => post('x', { 'Content-Type': 'text/plain' }), 415, 'unsupported-type'],
      ['compressed', () => postJson('{}', { 'Content-Encoding': 'gzip' }), 415, 'unsupported-type'],
      ['that is no JSON', () => postJson('{"v":1'), 400, 'malformed'],
      ['without a body', () => postJson(''), 400, 'malformed'],
      ['that is too large', () => postJson(new Uint8Array(5 * 1024 * 1024)), 413, 'too-large'],
    ])('refuses a request %s', async (_, make, status, problem) => {
      const answer = await platform.ask(make());
      expect([answer.status, await slug(answer), answer.headers.get('content-type')]).toEqual([
        status,
        problem,
        'application/problem+json',
      ]);
    });

    test('limits one network and no other, and lets in who does the work that is asked for', async () => {
      if (platform.isForgetful) return;
      const before = (await keysIn(platform.store)).length;
      const bodyOf = (at: number) => submitted(inventedReport('Izdomāts', at.toString(16).padStart(32, '4')));
      const send = async (at: number, address: string) => (await platform.ask(postJson(await bodyOf(at)), address)).status;
      const statuses: number[] = [];
      for (let at = 0; at < 30; at++) statuses.push(await send(at, `203.0.113.${at}`));
      expect(statuses).toEqual(Array<number>(30).fill(201));
      expect(await send(99, '198.51.100.1')).toBe(201);
      const body = await bodyOf(30);
      const refused = await platform.ask(postJson(body), '203.0.113.30');
      expect([refused.status, refused.headers.get('content-type')]).toEqual([429, 'application/problem+json']);
      const { type, pow } = (await refused.json()) as { type: string; pow: WorkAsked };
      expect([type, pow]).toEqual(['/problems/pow-required', { bits: 8, d: expect.stringMatching(/^\d{8}$/) as string }]);
      const worked = await platform.ask(postJson(await withWork(body, pow)), '203.0.113.30');
      expect(worked.status).toBe(201);
      expect((await keysIn(platform.store)).length).toBe(before + 32);
    });
  });
}
