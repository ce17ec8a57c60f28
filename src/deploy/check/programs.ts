import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE = 60_000;

/** A program that runs for a check. `output` grows with what it prints. */
export interface Program {
  output: Buffer[];
  stop: () => Promise<void>;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Starts a program and waits until `address` answers, in whatever protocol where `isOther`. Throws with the program's own words when it ends before. */
export async function start(
  command: readonly [string, ...string[]],
  address: string,
  { cwd, env = {}, isOther = false }: { cwd: string; env?: Record<string, string>; isOther?: boolean },
): Promise<Program> {
  const [program, ...args] = command;
  const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => output.push(part));
  const fault = new Promise<string>((resolve) => {
    child.once('error', () => resolve(`${program} is not installed`));
    child.once('exit', () => resolve(Buffer.concat(output).toString().trim().split('\n').at(-1) ?? ''));
  });
  const failed = await Promise.race([fault, isOther ? isListening(address) : answers(address)]);
  if (failed !== undefined) {
    await stop(child);
    throw new Error(`${program} does not serve the site: ${failed}`);
  }
  return { output, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await once(child, 'exit');
  clearTimeout(timer);
}

/** Undefined when something answers there. */
async function answers(address: string): Promise<string | undefined> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(100)) {
    const answer = await fetch(address, { redirect: 'manual' }).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer && answer.status < 500) return undefined;
  }
  return `no answer within ${PATIENCE / 1000} s`;
}

async function isListening(address: string): Promise<string | undefined> {
  const { hostname, port } = new URL(address);
  for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(100)) {
    const socket = connect(Number(port), hostname);
    const isOpen = await Promise.race([once(socket, 'connect').then(() => true), once(socket, 'error').then(() => false)]).catch(
      () => false,
    );
    socket.destroy();
    if (isOpen) return undefined;
  }
  return `nothing listens within ${PATIENCE / 1000} s`;
}

/** The bytes of every file below a folder. */
export async function filesBelow(folder: string): Promise<Buffer[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(files.map((file) => readFile(file)));
}
