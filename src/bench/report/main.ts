// npm run bench:report: reports a second beside a bare server that only writes and flushes, on this machine, in one run.
//   -- --seconds 60   how long each load lasts (10)
//   -- --only client  what sealing costs a slow phone, measured in dist/ as it is; `load` for the rest
//   -- --folder PATH  where both write; choose the disk that production uses (the system's temporary folder)
import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { developmentEpochs } from '../../reports/keys/development.ts';
import { epochOn } from '../../reports/message/epochs.ts';
import { packMessage } from '../../reports/message/format.ts';
import { dayOf, makeReport, readFields } from '../../reports/message/report.ts';
import { seal } from '../../reports/message/seal.ts';
import { submissionBody } from '../../reports/message/submission.ts';
import { measureClient } from './client.ts';
import { load, type LoadResult, type NextBody } from './load.ts';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '10' }, folder: { type: 'string', default: tmpdir() }, only: { type: 'string' } },
});
const seconds = Number(values.seconds);
const today = dayOf(new Date());
const { recipients } = epochOn(today, await developmentEpochs(today));
/** The id of an envelope, or a word of a text; found for the first time where it stands. */
const PLACE = 'f'.repeat(32);
const BOUNDARY = '----WebKitFormBoundary';

interface Server {
  child: ChildProcess;
  port: number;
  megabytes: () => Promise<number>;
  stop: () => Promise<void>;
}

async function start(kind: 'endpoint' | 'bare'): Promise<Server> {
  const folder = await mkdtemp(join(values.folder, 'report-bench-'));
  const child = fork(join(import.meta.dirname, 'server.ts'), [kind, folder]);
  const [port] = (await once(child, 'message')) as [number];
  return {
    child,
    port,
    async megabytes() {
      child.send('memory');
      return ((await once(child, 'message')) as [number])[0];
    },
    async stop() {
      child.disconnect();
      await once(child, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function sealedBody(attachment: number): Promise<string> {
  const fields = readFields((name) => (name === 'what' ? 'Izdomāts ziņojums. '.repeat(60) : undefined));
  const returnTo = { box: 'x'.repeat(22), key: `age1${'q'.repeat(58)}` };
  const report = makeReport({ id: PLACE, day: today, lang: 'lv', via: 'js', fields, returnTo, isTrapped: false });
  return submissionBody(PLACE, await seal(packMessage(report, [new Uint8Array(attachment)]), recipients));
}

/** The same bytes with something new in `PLACE` each time; one copy a connection, because making one would be work that no sender has. */
function withNames(body: string): () => NextBody {
  const at = Buffer.from(body).indexOf(PLACE);
  return () => {
    const copy = Buffer.from(body);
    return () => {
      copy.write(randomUUID().replaceAll('-', ''), at, 'latin1');
      return copy;
    };
  };
}

function form(): { headers: Record<string, string>; bodies: () => NextBody } {
  const boundary = `${BOUNDARY}${'a'.repeat(16)}`;
  const text = `Izdomāts ${PLACE} ${'teksts '.repeat(150)}`;
  const body = `--${boundary}\r\nContent-Disposition: form-data; name="what"\r\n\r\n${text}\r\n--${boundary}--\r\n`;
  return { headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` }, bodies: withNames(body) };
}

interface Bar {
  perSecond: number;
  p99: number;
  megabytes?: number;
}

function print(name: string, { perSecond, p50, p99, errors }: LoadResult, bare: LoadResult, megabytes: number, bar: Bar): void {
  const ratio = `  ${(perSecond / bare.perSecond).toFixed(2)} of bare (${bare.perSecond.toFixed(0)}/s, p99 ${bare.p99.toFixed(0)} ms)`;
  const { megabytes: most = Number.POSITIVE_INFINITY } = bar;
  const isMet = perSecond >= bar.perSecond && p99 <= bar.p99 && megabytes <= most && errors.length === 0;
  const limits = [
    `${bar.perSecond}/s`,
    ...[bar.p99, most].map((limit, at) => (limit < Infinity ? `${limit} ${at === 0 ? 'ms' : 'MB'}` : '')),
  ];
  const wrong = errors.length === 0 ? '' : `  ${errors.length} errors: ${[...new Set(errors)].join(', ')}`;
  console.log(
    `${isMet ? '✔' : '✘'} ${name.padEnd(34)} ${perSecond.toFixed(0).padStart(6)}/s  p50 ${p50.toFixed(0)} ms  p99 ${p99.toFixed(0)} ms  ${megabytes.toFixed(0)} MB${ratio}${wrong}   (bar ${limits.filter((limit) => limit !== '').join(', ')})`,
  );
  if (!isMet) process.exitCode = 1;
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

interface Run {
  name: string;
  connections: number;
  headers: Record<string, string>;
  bodies: () => NextBody;
  status: number;
  bar: Bar;
}

async function compare({ name, bar, ...options }: Run): Promise<void> {
  const bareServer = await start('bare');
  const bare = await load({ ...options, port: bareServer.port, seconds, status: 201 });
  await bareServer.stop();
  const endpoint = await start('endpoint');
  const result = await load({ ...options, port: endpoint.port, seconds });
  print(name, result, bare, await endpoint.megabytes(), bar);
  await endpoint.stop();
}

/** Honest reports while 500 connections send a header or a body a byte a second. */
async function loadBesideSlow(server: Server): Promise<LoadResult> {
  const sockets: Socket[] = [];
  for (let at = 0; at < 500; at++) {
    const socket = connect(server.port, '127.0.0.1');
    socket.on('error', () => undefined);
    const head = `POST /api/report HTTP/1.1\r\nHost: localhost\r\n`;
    socket.write(at % 2 === 0 ? head : `${head}Content-Type: application/json\r\nContent-Length: 44000\r\n\r\n{`);
    sockets.push(socket);
  }
  const drip = setInterval(
    () => sockets.forEach((socket, at) => socket.writable && socket.write(at % 2 === 0 ? 'X-A: b\r\n' : '1')),
    1_000,
  );
  const bodies = withNames(await sealedBody(0));
  const result = await load({ port: server.port, connections: 8, seconds, headers: JSON_TYPE, bodies, status: 201 });
  clearInterval(drip);
  for (const socket of sockets) socket.destroy();
  return result;
}

async function beside500Slow(): Promise<void> {
  const bareServer = await start('bare');
  const bare = await loadBesideSlow(bareServer);
  await bareServer.stop();
  const endpoint = await start('endpoint');
  const result = await loadBesideSlow(endpoint);
  print('beside 500 slow connections, c8', result, bare, await endpoint.megabytes(), { perSecond: 1, p99: 300 });
  await endpoint.stop();
}

async function measureLoad(): Promise<void> {
  console.log(`Each load ${seconds} s, everything written to ${values.folder} and flushed.`);
  await compare({
    name: 'sealed in the browser, 33 kB, c32',
    connections: 32,
    headers: JSON_TYPE,
    bodies: withNames(await sealedBody(0)),
    status: 201,
    bar: { perSecond: 900, p99: 150 },
  });
  await compare({ name: 'without script, c32', connections: 32, ...form(), status: 303, bar: { perSecond: 350, p99: 200 } });
  await compare({
    name: 'envelopes of 3 MiB, c16',
    connections: 16,
    headers: JSON_TYPE,
    bodies: withNames(await sealedBody(3 * 1_024 * 1_024 - 8_192)),
    status: 201,
    bar: { perSecond: 25, p99: Number.POSITIVE_INFINITY, megabytes: 400 },
  });
  await beside500Slow();
}

async function measurePhone(): Promise<void> {
  const folder = await mkdtemp(join(values.folder, 'report-bench-'));
  if ((await measureClient(join(import.meta.dirname, '../../..'), folder)) > 0) process.exitCode = 1;
  await rm(folder, { recursive: true, force: true });
}

if (values.only !== 'client') await measureLoad();
if (values.only !== 'load') await measurePhone();
