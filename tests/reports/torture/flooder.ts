// Sends what nobody should have to keep, as fast as its connections allow, until it is told to stop: sealed reports without work and with false
// work, and forms, each from another network. Says by IPC how many answers of which status came, and how fast.
import { randomBytes, randomInt } from 'node:crypto';
import { Agent } from 'node:http';
import { makeEnvelope, makeForm, type Sending, tryOver } from './sendings.ts';

/** What is told at the end. */
export interface FloodResult {
  statuses: Record<string, number>;
  /** Milliseconds to an answer. */
  times: number[];
}

const [port = '', connections = '', word = ''] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
const { body: template } = await makeEnvelope(0);
const statuses: Record<string, number> = {};
const times: number[] = [];
let isOver = false;

function nextSending(count: number): Sending {
  if (count % 4 === 3) return makeForm();
  const sealed = { ...(JSON.parse(template) as object), id: randomBytes(16).toString('hex') };
  const work = count % 4 === 2 ? { pow: { d: word, n: randomBytes(8).toString('hex') } } : {};
  return { token: '', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ ...sealed, ...work }) };
}

async function flood(first: number): Promise<void> {
  for (let count = first; !isOver; count++) {
    const sending = nextSending(count);
    const network = `${randomInt(1, 224)}.${randomInt(256)}.${randomInt(256)}.1`;
    const since = performance.now();
    const status = await tryOver(agent, Number(port), { ...sending, headers: { ...sending.headers, 'X-Forwarded-For': network } }).then(
      (answer) => String(answer.status),
      () => 'broken',
    );
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
