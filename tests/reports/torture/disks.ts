import { execFileSync } from 'node:child_process';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { kill, startEndpoint } from './endpoint.ts';
import { isAcknowledged, makeSending, trySending } from './sendings.ts';

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

async function expectRefused(port: number, what: string): Promise<void> {
  for (let count = 0; count < 6; count++) {
    const status = await trySending(port, await makeSending(count));
    if (status !== 503) throw new Error(`${what}: status ${status} instead of 503`);
  }
}

/** A small disk of its own: full, without names left, read-only; each time 503, nothing half, and reports again once there is room. Needs root for mount. */
export async function survivesDisks(folder: string): Promise<string> {
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

/** Every handle of the process taken by connections that do nothing: no false acknowledgement, and reports again once they go. */
export async function survivesNoHandles(folder: string): Promise<string> {
  const endpoint = await startEndpoint(folder, ['bash', '-c', 'ulimit -n 60; exec "$0" "$@"']);
  const idle: Socket[] = [];
  try {
    for (let at = 0; at < 80; at++) {
      const socket = connect(endpoint.port, '127.0.0.1');
      socket.on('error', () => undefined);
      idle.push(socket);
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    const sending = await makeSending(0);
    const refused = await Promise.race([
      trySending(endpoint.port, sending),
      new Promise<undefined>((resolve) => setTimeout(resolve, 1_000)),
    ]);
    if (isAcknowledged(refused)) throw new Error('a report was acknowledged without a handle to write it');
    for (const socket of idle) socket.destroy();
    return `refused or not answered (${refused ?? 'no answer'}), and again after ${(await recovery(endpoint.port)).toFixed(0)} ms`;
  } finally {
    for (const socket of idle) socket.destroy();
    await kill(endpoint);
  }
}
