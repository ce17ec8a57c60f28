import { randomBytes } from 'node:crypto';
import { type Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { Decrypter } from 'age-encryption';
import { developmentIdentities } from '../../../src/reports/keys/development.ts';
import { developmentEpochs } from '../../../src/reports/keys/development.ts';
import { epochOn } from '../../../src/reports/message/epochs.ts';
import { packMessage, unpackMessage } from '../../../src/reports/message/format.ts';
import { dayOf, makeReport, readFields } from '../../../src/reports/message/report.ts';
import { seal } from '../../../src/reports/message/seal.ts';
import { submissionBody } from '../../../src/reports/message/submission.ts';
import { everyObject, type Store } from '../../../src/reports/stores/store.ts';

/** One report as a client sends it, again and again with the same bytes until it is acknowledged. */
export interface Sending {
  /** Stands in its text and nowhere else. */
  token: string;
  headers: Record<string, string>;
  body: string;
}

const today = dayOf(new Date());

/** Every second one sealed in the browser, the others without script. */
export async function makeSending(count: number): Promise<Sending> {
  return count % 2 === 1 ? makeForm() : makeEnvelope(0);
}

/** One sealed in the browser, with so many bytes attached. */
export async function makeEnvelope(attachment: number): Promise<Sending> {
  const token = randomBytes(12).toString('hex');
  const fields = readFields((name) => (name === 'what' ? token : undefined));
  const id = randomBytes(16).toString('hex');
  const report = makeReport({ id, day: today, lang: 'lv', via: 'js', fields, returnTo: { box: 'b', key: 'k' }, isTrapped: false });
  const message = packMessage(report, attachment === 0 ? [] : [new Uint8Array(attachment)]);
  const envelope = await seal(message, epochOn(today, await developmentEpochs(today)).recipients);
  return { token, headers: { 'Content-Type': 'application/json' }, body: submissionBody(id, envelope) };
}

/** One without script, as Chromium sends it. */
export function makeForm(): Sending {
  const token = randomBytes(12).toString('hex');
  const boundary = `----WebKitFormBoundary${token.slice(0, 16)}`;
  const body = `--${boundary}\r\nContent-Disposition: form-data; name="what"\r\n\r\n${token}\r\n--${boundary}--\r\n`;
  return { token, headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` }, body };
}

/** What makes a try a refusal that the sender can understand and try again: 503, as a problem document or a page that keeps the text. Undefined when it is one. */
export function faultOfRefusal({ status, type, body }: Answer, { token, headers }: Sending): string | undefined {
  if (status !== 503) return `status ${status}`;
  if (headers['Content-Type'] !== 'application/json')
    return type.startsWith('text/html') && body.includes(token) ? undefined : 'the text is lost';
  if (type !== 'application/problem+json') return `type ${type}`;
  return (JSON.parse(body) as { retryable: boolean }).retryable ? undefined : 'not to be tried again';
}

export interface Answer {
  status: number;
  type: string;
  body: string;
}

/** One try over a connection of `agent`. Rejects when it breaks. */
export function tryOver(agent: Agent, port: number, { headers, body }: Sending): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { agent, port, host: '127.0.0.1', path: '/api/report', method: 'POST' };
    const sent = request({ ...options, headers: { ...headers, 'Content-Length': Buffer.byteLength(body) } });
    sent.on('error', reject);
    sent.on('response', (response) => {
      text(response).then(
        (answer) => resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', body: answer }),
        reject,
      );
    });
    sent.end(body);
  });
}

/** The status of one try; undefined when the connection broke. */
export async function trySending(port: number, { headers, body }: Sending): Promise<number | undefined> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/report`, { method: 'POST', headers, body, redirect: 'manual' }).catch(
    () => undefined,
  );
  await answer?.arrayBuffer().catch(() => undefined);
  return answer?.status;
}

export function isAcknowledged(status: number | undefined): boolean {
  return status === 200 || status === 201 || status === 303;
}

/** How often each token is stored; opens every report, so a broken one throws. */
export async function storedTokens(store: Store): Promise<Map<string, number>> {
  const decrypter = new Decrypter();
  for (const { identity } of await developmentIdentities(today)) decrypter.addIdentity(identity);
  const counts = new Map<string, number>();
  for await (const { key } of everyObject(store, 'r/')) {
    const { json } = unpackMessage(await decrypter.decrypt((await store.get(key)) ?? new Uint8Array()));
    const { what } = json['fields'] as { what: string };
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  return counts;
}

/** Lost: acknowledged and not stored. Doubled: stored more than once. */
export function losses(acknowledged: ReadonlySet<string>, stored: ReadonlyMap<string, number>): { lost: number; doubled: number } {
  return {
    lost: [...acknowledged].filter((token) => !stored.has(token)).length,
    doubled: [...stored.values()].filter((count) => count > 1).length,
  };
}
