// Sends what nobody should have to keep, as fast as its connections allow, until it is told to stop: sealed reports without work and with false
// work, and forms, each from another network. Says by IPC how many answers of which status came, and how fast.
import { randomBytes, randomInt } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setPriority } from 'node:os';
import { NO_WORK } from '../../../src/reports/message/work.ts';
import { makeEnvelope, makeForm } from './sendings.ts';

/** What is told at the end. */
export interface FloodResult {
  statuses: Record<string, number>;
  /** Milliseconds to an answer. */
  times: number[];
}

const [port = '', connections = '', word = ''] = process.argv.slice(2);
// A flood comes from other machines: it must not take this one's processor from those it is to drown.
setPriority(10);
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
const statuses: Record<string, number> = {};
const times: number[] = [];
let isOver = false;

const { body } = await makeEnvelope(0);
const sealed = Buffer.from(body.replace(NO_WORK.d, word));
const idAt = sealed.indexOf((JSON.parse(body) as { id: string }).id);
const wordAt = sealed.lastIndexOf(word);
const numberAt = sealed.lastIndexOf(NO_WORK.n);

/** Every fourth a form, every fourth with a number that somebody made up. */
function nextSending(count: number): { headers: Record<string, string>; bytes: Buffer } {
  if (count % 4 === 3) {
    const form = makeForm();
    return { headers: form.headers, bytes: Buffer.from(form.body) };
  }
  const bytes = Buffer.from(sealed);
  bytes.write(randomBytes(16).toString('hex'), idAt, 'latin1');
  if (count % 4 === 2) bytes.write(randomBytes(8).toString('hex'), numberAt, 'latin1');
  else bytes.write(NO_WORK.d, wordAt, 'latin1');
  return { headers: { 'Content-Type': 'application/json' }, bytes };
}

function send(count: number): Promise<string> {
  const { headers, bytes } = nextSending(count);
  const network = `${randomInt(1, 224)}.${randomInt(256)}.${randomInt(256)}.1`;
  return new Promise((resolve) => {
    const sent = request({
      agent,
      port,
      host: '127.0.0.1',
      path: '/api/report',
      method: 'POST',
      headers: { ...headers, 'Content-Length': bytes.length, 'X-Forwarded-For': network },
    });
    sent.on('response', (answer) => answer.resume().on('end', () => resolve(String(answer.statusCode))));
    sent.on('error', () => resolve('broken'));
    sent.end(bytes);
  });
}

async function flood(first: number): Promise<void> {
  for (let count = first; !isOver; count++) {
    const since = performance.now();
    const status = await send(count);
    times.push(performance.now() - since);
    statuses[status] = (statuses[status] ?? 0) + 1;
  }
}

const floods = Array.from({ length: Number(connections) }, (_, at) => flood(at));
process.send?.('begun');
process.once('message', () => {
  isOver = true;
  void Promise.all(floods).then(() => process.send?.({ statuses, times } satisfies FloodResult, () => process.exit()));
});
