import { Decrypter } from 'age-encryption';
import { bodyReader } from '../../../src/reports/body.ts';
import { type AnswerLanguage, LANGUAGES, type ReportContext } from '../../../src/reports/context.ts';
import { handle } from '../../../src/reports/handler.ts';
import { developmentEpochs, developmentIdentities, developmentReplyKeys } from '../../../src/reports/keys/development.ts';
import { type Bytes, utf8 } from '../../../src/reports/message/bytes.ts';
import { epochOn } from '../../../src/reports/message/epochs.ts';
import { packMessage, unpackMessage } from '../../../src/reports/message/format.ts';
import { openLane } from '../../../src/reports/lane.ts';
import { makeReport, readFields, type Report } from '../../../src/reports/message/report.ts';
import { seal } from '../../../src/reports/message/seal.ts';
import { submissionBody } from '../../../src/reports/message/submission.ts';
import { findWork, type WorkAsked, workKey } from '../../../src/reports/message/work.ts';
import { workQueue } from '../../../src/reports/queue.ts';
import { openReplies } from '../../../src/reports/replies/desk.ts';
import { deriveSecrets } from '../../../src/reports/secrets.ts';
import { openMemoryStore } from '../../../src/reports/stores/memory.ts';
import { workWords } from '../../../src/reports/work-words.ts';
import { everyObject, type Store } from '../../../src/reports/stores/store.ts';

export const TODAY = '2026-11-21';
export const ORIGIN = 'https://site.example';

export function random(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}

const word: AnswerLanguage = {
  words: (key) => `[${key}]`,
  phones: [{ name: 'Help', printed: '112', href: 'tel:112' }],
  formPath: '/form/',
  replyPath: '/reply/',
};

/** A whole endpoint in memory on an invented day; every part can be replaced. */
export async function makeContext(parts: Partial<ReportContext> = {}): Promise<ReportContext> {
  const clock = () => new Date(`${TODAY}T10:20:30Z`);
  return {
    store: openMemoryStore(clock),
    isOpen: () => true,
    epochs: await developmentEpochs(TODAY),
    isDevelopment: true,
    isOwnOrigin: (origin) => origin === ORIGIN,
    secrets: await deriveSecrets([random(32)], random),
    limiter: () => Promise.resolve(true),
    lane: openLane({ postsAMinute: 1e6, workWords: workWords([random(32)]), isNearlyFull: () => false, clock }),
    replies: openReplies(await developmentReplyKeys(TODAY), { clock, random }),
    bodies: bodyReader(),
    sealing: workQueue(4, 64),
    clock,
    random,
    languages: Object.fromEntries(LANGUAGES.map((language) => [language, word])) as ReportContext['languages'],
    ...parts,
  };
}

/** An invented report as a browser with script makes it. */
export function inventedReport(what = 'Izdomāts ziņojums pārbaudei.', id = 'ab'.repeat(16)): Report {
  const fields = readFields((name) => ({ what, about: 'seen' })[name]);
  return makeReport({ id, day: TODAY, lang: 'lv', via: 'js', fields, returnTo: { box: 'box', key: 'age1key' }, isTrapped: false });
}

export async function sealed(report: Report = inventedReport(), attachments: readonly Uint8Array[] = []): Promise<Bytes> {
  return seal(packMessage(report, attachments), epochOn(TODAY, await developmentEpochs(TODAY)).recipients);
}

/** The body a browser with script sends. */
export async function submitted(report: Report = inventedReport()): Promise<string> {
  return submissionBody(report.id, await sealed(report));
}

/** The body of a sending with the work that was asked for, as the page makes it. */
export async function withWork(body: string, asked: WorkAsked): Promise<string> {
  const sending = JSON.parse(body) as { id: string; age: string };
  return JSON.stringify({ ...sending, pow: await findWork(await workKey(sending.id, utf8(sending.age)), asked) });
}

export function post(body: BodyInit | null, headers: Record<string, string> = {}, path = '/api/report'): Request {
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, headers, duplex: 'half' };
  return new Request(`http://127.0.0.1${path}`, init);
}

export function postJson(body: BodyInit, headers: Record<string, string> = {}): Request {
  return post(body, { 'Content-Type': 'application/json', ...headers });
}

/** A form as Chromium writes it, with a boundary that can be chosen. */
export function postForm(fields: Record<string, string>, boundary = '----WebKitFormBoundaryabcdefghijklmnop'): Request {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return post(`${parts.join('')}--${boundary}--\r\n`, { 'Content-Type': `multipart/form-data; boundary=${boundary}` });
}

/** Everything a store holds, opened as its readers would. */
export async function openAll(store: Store): Promise<Record<string, unknown>[]> {
  const identities = await developmentIdentities(TODAY);
  const opened: Record<string, unknown>[] = [];
  for await (const { key } of everyObject(store, 'r/')) {
    const decrypter = new Decrypter();
    for (const { identity } of identities) decrypter.addIdentity(identity);
    opened.push(unpackMessage(await decrypter.decrypt((await store.get(key)) ?? new Uint8Array())).json);
  }
  return opened;
}

export { handle };
