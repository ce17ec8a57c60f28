import { spawn } from 'node:child_process';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** What a program, or a step of it, took. */
export interface Usage {
  /** Wall-clock seconds. */
  seconds: number;
  /** Seconds of processor time over all threads; undefined where the system does not tell. */
  processorSeconds: number | undefined;
  /** Highest resident memory seen, in megabytes (2^20 bytes), of the program and all that it has started. */
  peakMegabytes: number;
}

export interface Watched extends Usage {
  /** Steps by name, in order; empty without `stepEnd`. */
  steps: Map<string, Usage>;
}

interface WatchOptions {
  cwd: string;
  env?: Record<string, string>;
  /**
   * Matches the line that a program prints at the end of a step: its groups are the step's name and its seconds. Steps may run at once; processor
   * time and memory are those of the whole program since another step ended.
   */
  stepEnd?: RegExp;
}

interface Reading {
  megabytes: number;
  processorSeconds: number | undefined;
}

const PAUSE = 40;
const TICKS_PER_SECOND = 100;

/** Runs a script with this Node and looks at its memory 25 times a second. Rejects with its output when it fails. */
export async function watch(args: readonly string[], { cwd, env = {}, stepEnd }: WatchOptions): Promise<Watched> {
  const began = performance.now();
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const steps = new Map<string, Usage>();
  const output: string[] = [];
  let last: Reading = { megabytes: 0, processorSeconds: undefined };
  let highest = 0;
  let step = { processorSeconds: 0, peak: 0 };
  const look = async () => {
    last = (await readUsage(child.pid)) ?? last;
    highest = Math.max(highest, last.megabytes);
    step.peak = Math.max(step.peak, last.megabytes);
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.push(text);
    for (const line of text.split('\n')) {
      const [, name, seconds] = stepEnd?.exec(line) ?? [];
      if (!name) continue;
      const processorSeconds = last.processorSeconds;
      steps.set(name, {
        seconds: Number(seconds),
        processorSeconds: processorSeconds && processorSeconds - step.processorSeconds,
        peakMegabytes: step.peak,
      });
      step = { processorSeconds: processorSeconds ?? 0, peak: last.megabytes };
    }
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => output.push(text));
  let isRunning = true;
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).finally(() => (isRunning = false));
  const looking = (async () => {
    while (isRunning) {
      await look();
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  })();
  const code = await ended;
  const seconds = (performance.now() - began) / 1000;
  await looking;
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}:\n${output.join('').slice(-4000)}`);
  return { seconds, processorSeconds: last.processorSeconds, peakMegabytes: highest, steps };
}

/** A process with all that it has started. Linux tells in /proc; elsewhere `ps` knows the memory of the process alone. Undefined once it is gone. */
async function readUsage(pid: number | undefined): Promise<Reading | undefined> {
  if (pid === undefined) return undefined;
  if (process.platform !== 'linux') return readByPs(pid);
  try {
    const [status, stat] = await Promise.all([readFile(`/proc/${pid}/status`, 'utf8'), readFile(`/proc/${pid}/stat`, 'utf8')]);
    const kilobytes = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
    // Behind the program's name, which may hold spaces, fields 11 to 14 are ticks of user and system time: its own, and of children that have ended.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    const started = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
    const children = await Promise.all(
      started
        .split(' ')
        .filter(Boolean)
        .map((child) => readUsage(Number(child))),
    );
    return {
      megabytes: children.reduce((sum, child) => sum + (child?.megabytes ?? 0), kilobytes / 1024),
      processorSeconds: children.reduce((sum, child) => sum + (child?.processorSeconds ?? 0), ticks / TICKS_PER_SECOND),
    };
  } catch {
    return undefined;
  }
}

async function readByPs(pid: number): Promise<Reading | undefined> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  const kilobytes = Number(stdout.trim());
  return kilobytes > 0 ? { megabytes: kilobytes / 1024, processorSeconds: undefined } : undefined;
}
