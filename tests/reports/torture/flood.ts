import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WorkAsked } from '../../../src/reports/message/work.ts';
import { openFsStore } from '../../../src/reports/stores/fs.ts';
import { withWork } from '../../support/reports/world.ts';
import type { FloodResult } from './flooder.ts';
import { makeEnvelope, type Sending, storedTokens, tryOver } from './sendings.ts';

const CONNECTIONS = 16;
/** Honest reports and looks at a page in a second. */
const REPORTS = 5;
const LOOKS = 10;
/** What is taken in a second from everybody, with what is set aside for those without script, and after a pause at once. */
const CALM = 2;
const RESERVE = 1;
const AT_ONCE = 60 * (CALM + RESERVE);
/** How many times as much as is taken from everybody a flood is at least. */
const FLOOD = 10;
const SHARE_KEPT = 0.99;
/** The longest that all but one answer in a hundred may take, in milliseconds. */
const LIMITS = { report: 1_000, page: 250 };
const PAGE = `<!doctype html><title>Page</title>${'<p>A page of the size of ours. '.repeat(500)}`;

/** What an honest sender met, in milliseconds. */
interface Met {
  token: string;
  isKept: boolean;
  /** Until the answer to the report with its work. */
  answer: number;
  /** From the first attempt to the last answer, work included. */
  whole: number;
}

/** As the page does: sends, does the work that is asked for, sends again. */
async function sendHonestly(agent: Agent, port: number, sending: Sending): Promise<Met> {
  const since = performance.now();
  let last = since;
  let { body } = sending;
  for (let round = 0; ; round++) {
    last = performance.now();
    const answer = await tryOver(agent, port, { ...sending, body });
    const now = performance.now();
    if (answer.status !== 429 || round === 3) {
      return { token: sending.token, isKept: answer.status === 201, answer: now - last, whole: now - since };
    }
    body = await withWork(body, (JSON.parse(answer.body) as { pow: WorkAsked }).pow);
  }
}

/** Milliseconds until a page has come. One that does not come counts as an hour. */
async function lookAtPage(port: number): Promise<number> {
  const since = performance.now();
  const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
  const isWhole = (await answer?.text().catch(() => ''))?.length === PAGE.length;
  return answer?.status === 200 && isWhole ? performance.now() - since : 3_600_000;
}

/** Begins work at a steady pace, whatever came of the work before, and gives all that came of it. */
async function pace<Result>(aSecond: number, seconds: number, work: (count: number) => Promise<Result>): Promise<Result[]> {
  const begun: Promise<Result>[] = [];
  const start = performance.now();
  for (let count = 0; count < aSecond * seconds; count++) {
    await sleep(Math.max(0, start + (count * 1_000) / aSecond - performance.now()));
    begun.push(work(count));
  }
  return Promise.all(begun);
}

function at(times: readonly number[], share: number): number {
  return times.toSorted((one, other) => one - other)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
}

/** Sends until the endpoint asks for work; gives the word of this hour. */
async function wordAsked(agent: Agent, port: number): Promise<string> {
  const sending = await makeEnvelope(0);
  const { id } = JSON.parse(sending.body) as { id: string };
  for (let sent = 0; sent < 2 * AT_ONCE; sent++) {
    const body = sending.body.replace(id, randomBytes(16).toString('hex'));
    const answer = await tryOver(agent, port, { ...sending, body });
    if (answer.status === 429) return (JSON.parse(answer.body) as { pow: WorkAsked }).pow.d;
  }
  throw new Error(`${2 * AT_ONCE} reports at once, and nobody asks for work`);
}

async function startProgram(name: string, args: readonly string[]): Promise<{ child: ChildProcess; first: unknown }> {
  const child = fork(join(import.meta.dirname, name), args);
  const first = await Promise.race([
    once(child, 'message').then(([message]) => message as unknown),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`${name} ended with ${code}`))),
  ]);
  return { child, first };
}

/**
 * Floods the site from as many networks as there are, as fast as this machine can, with sealed reports without work, with false work, and with forms.
 * Meanwhile five people a second send reports as the page does, and others look at a page.
 */
export async function withstandsFlood(folder: string, seconds: number, limits = LIMITS): Promise<string> {
  await mkdir(join(folder, 'dist'), { recursive: true });
  await writeFile(join(folder, 'dist/index.html'), PAGE);
  const { child: site, first } = await startProgram('flood-site.ts', [folder]);
  const port = first as number;
  const agent = new Agent({ keepAlive: true });
  let flooder: ChildProcess | undefined;
  try {
    const calm = await pace(LOOKS, Math.min(seconds, 5), () => lookAtPage(port));
    const word = await wordAsked(agent, port);
    const sendings = await Promise.all(Array.from({ length: REPORTS * seconds }, () => makeEnvelope(0)));
    flooder = (await startProgram('flooder.ts', [String(port), String(CONNECTIONS), word])).child;
    const since = performance.now();
    const [met, looks] = await Promise.all([
      pace(REPORTS, seconds, (count) => sendHonestly(agent, port, sendings[count] as Sending)),
      pace(LOOKS, seconds, () => lookAtPage(port)),
    ]);
    const told = once(flooder, 'message');
    flooder.send('stop');
    const [{ statuses, times }] = (await told) as [FloodResult];
    const took = (performance.now() - since) / 1_000;
    const aSecond = times.length / took;
    const taken = (statuses['201'] ?? 0) + (statuses['303'] ?? 0);
    const stored = await storedTokens(await openFsStore(join(folder, 'store'), () => new Date()));
    const kept = met.filter(({ token, isKept }) => isKept && stored.has(token)).length / met.length;
    const answers = met.map((one) => one.answer);
    const wholes = met.map((one) => one.whole);
    const answer = at(answers, 0.99);
    const page = at(looks, 0.99);
    const flood = Object.entries(statuses)
      .map(([status, count]) => `${count} × ${status}`)
      .sort()
      .join(', ');
    const line = [
      `flood ${aSecond.toFixed(0)}/s, ${(aSecond / CALM).toFixed(0)} times what is taken without work (${flood}; p50 ${at(times, 0.5).toFixed(0)} ms)`,
      `${met.length} reports with work: ${(kept * 100).toFixed(1)} % stored, p99 ${answer.toFixed(0)} ms`,
      `with the work and all attempts p50 ${at(wholes, 0.5).toFixed(0)}, p99 ${at(wholes, 0.99).toFixed(0)} ms`,
      `page p50 ${at(looks, 0.5).toFixed(0)}, p99 ${page.toFixed(0)} ms, before the flood ${at(calm, 0.5).toFixed(0)} and ${at(calm, 0.99).toFixed(0)} ms`,
    ].join('; ');
    if (
      kept < SHARE_KEPT ||
      answer > limits.report ||
      page > limits.page ||
      aSecond < FLOOD * CALM ||
      taken > AT_ONCE + took * (CALM + RESERVE)
    )
      throw new Error(line);
    return line;
  } finally {
    agent.destroy();
    flooder?.kill('SIGKILL');
    site.disconnect();
    await once(site, 'exit');
  }
}
