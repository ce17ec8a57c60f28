import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const program = join(import.meta.dirname, '../../../src/bench/report/server.ts');

export interface Endpoint {
  child: ChildProcess;
  port: number;
}

/** Starts the endpoint on a folder, as a process of its own; `before` is a program and arguments to start it with, such as strace. */
export async function startEndpoint(folder: string, before: readonly string[] = []): Promise<Endpoint> {
  const [command = '', ...args] = [...before, process.execPath, program, 'endpoint', folder];
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [port] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`ended with ${code}`))),
  ])) as [number];
  return { child, port };
}

/** What a part answers where this machine cannot do it. */
export function skipped(why: string): string {
  return `SKIPPED, ${why}`;
}

/** Kills the endpoint as a power cut would. */
export async function kill({ child }: Endpoint): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
