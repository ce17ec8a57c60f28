import { execFileSync } from 'node:child_process';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { Agent } from 'node:http';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { kill, skipped, startEndpoint } from './endpoint.ts';
import { faultOfRefusal, isAcknowledged, makeSending, tryOver, trySending } from './sendings.ts';

const RECOVERY = 5_000;

async function unfinished(folder: string): Promise<number> {
  return (await readdir(folder, { recursive: true })).filter((name) => name.includes('.unfinished-')).length;
}

/** Milliseconds until a report is taken again. Throws when that is too long. */
async function recovery(port: number): Promise<number> {
  const start = performance.now();
  for (let count = 0; performance.now() - start < RECOVERY; count++) {
    if (isAcknowledged(await trySending(port, await makeSending(count)))) return performance.now() - start;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('did not take reports again within 5 s');
}

async function expectRefused(port: number, what: string, agent = new Agent()): Promise<void> {
  for (let count = 0; count < 6; count++) {
    const sending = await makeSending(count);
    const fault = faultOfRefusal(await tryOver(agent, port, sending), sending);
    if (fault !== undefined) throw new Error(`${what}: ${fault} instead of a 503 that can be tried again`);
  }
}

/** A small disk of its own: full, without names left, read-only; each time 503, nothing half, and reports again once there is room. Needs root for mount. */
export async function survivesDisks(folder: string): Promise<string> {
  if (process.getuid?.() !== 0) return skipped('needs root for mount');
  const mounted = join(folder, 'disk');
  await mkdir(mounted);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m,nr_inodes=700', 'tmpfs', mounted]);
  const times: number[] = [];
  const endpoint = await startEndpoint(mounted);
  try {
    const { port } = endpoint;
    const again = async (): Promise<void> => {
      if ((await unfinished(mounted)) > 0) throw new Error('a partial file stayed');
      times.push(await recovery(port));
    };
    times.push(await recovery(port));
    await writeFile(join(mounted, 'filler'), Buffer.alloc(2_000_000)).catch(() => undefined);
    await expectRefused(port, 'disk full');
    await rm(join(mounted, 'filler'));
    await again();
    const names: string[] = [];
    for (let at = 0; at < 700; at++) {
      const name = join(mounted, `name-${at}`);
      if (
        !(await writeFile(name, '').then(
          () => true,
          () => false,
        ))
      )
        break;
      names.push(name);
    }
    await expectRefused(port, 'no names left');
    await Promise.all(names.map((name) => rm(name)));
    await again();
    execFileSync('mount', ['-o', 'remount,ro', mounted]);
    await expectRefused(port, 'read-only');
    execFileSync('mount', ['-o', 'remount,rw', mounted]);
    await again();
  } finally {
    await kill(endpoint);
    execFileSync('umount', [mounted]);
  }
  return `full, no names, read-only: 503 each time, nothing half; again after at most ${Math.max(...times).toFixed(0)} ms`;
}

const HANDLES = 60;

/**
 * Every handle of the process is taken by connections that do nothing. A report over a connection that was there before gets 503, nothing
 * half stays, and reports are taken again once the others go.
 */
export async function survivesNoHandles(folder: string): Promise<string> {
  const endpoint = await startEndpoint(folder, ['bash', '-c', `ulimit -n ${HANDLES}; exec "$0" "$@"`]);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const idle: Socket[] = [];
  try {
    const first = await tryOver(agent, endpoint.port, await makeSending(0));
    if (!isAcknowledged(first.status)) throw new Error(`status ${first.status} before anything was wrong`);
    for (let at = 0; at < HANDLES; at++) {
      const socket = connect(endpoint.port, '127.0.0.1');
      socket.on('error', () => undefined);
      idle.push(socket);
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    await expectRefused(endpoint.port, 'no handles left', agent);
    if ((await unfinished(folder)) > 0) throw new Error('a partial file stayed');
    for (const socket of idle) socket.destroy();
    return `503 each time, nothing half; again after ${(await recovery(endpoint.port)).toFixed(0)} ms`;
  } finally {
    for (const socket of idle) socket.destroy();
    agent.destroy();
    await kill(endpoint);
  }
}
