import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { kill, skipped, startEndpoint } from './endpoint.ts';
import { isAcknowledged, makeSending, trySending } from './sendings.ts';

const UNFINISHED = ' <unfinished ...>';
const ANSWER = /HTTP\/1\.1 (?:201|303)/;

/** A completed call of a trace: what it was and when. Calls that strace shows in two parts count where they end. */
function callsOf(trace: string): string[] {
  const begun = new Map<string, string>();
  return trace.split('\n').flatMap((line) => {
    const [, thread = '', call = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    if (call.endsWith(UNFINISHED)) {
      begun.set(thread, call.slice(0, -UNFINISHED.length));
      return [];
    }
    const resumed = /^<\.\.\. (\w+) resumed>(.*)$/.exec(call);
    const whole = resumed ? `${begun.get(thread) ?? ''}${resumed[2]}` : call;
    return [whole.replace(/\)\s+= /, ') = ')];
  });
}

/** What happened before each answer, and the answer. Reports come one after the other, so nothing of one is among the calls of another. */
function untilAnswers(calls: readonly string[]): string[][] {
  const parts: string[][] = [[]];
  for (const call of calls) {
    parts.at(-1)?.push(call);
    if (ANSWER.test(call)) parts.push([]);
  }
  return parts.slice(0, -1);
}

/** What must have happened, in this order, before an answer went out. */
function isOrdered(calls: readonly string[]): boolean {
  let place = 0;
  let file = '';
  let folder = '';
  for (const call of calls) {
    const opened = /^openat\([^,]+, "([^"]*\.unfinished-[^"]*)", [^)]*O_EXCL[^)]*\) = (\d+)/.exec(call);
    // The proof of the store, before the first report, writes too.
    if (opened) [file, place] = [opened[2] ?? '', 1];
    else if (place === 1 && new RegExp(`^(?:p?write(?:v|64)?)\\(${file},`).test(call)) place = 2;
    else if (place === 2 && call.startsWith(`fsync(${file})`)) place = 3;
    else if (place === 3 && /^link(?:at)?\(.*\.unfinished-.* = 0/.test(call)) place = 4;
    else if (place === 4 && /^openat\([^,]+, "[^"]*", [^)]*O_DIRECTORY[^)]*\) = \d+/.test(call))
      [folder, place] = [/= (\d+)/.exec(call)?.[1] ?? '', 5];
    else if (place === 5 && call.startsWith(`fsync(${folder})`)) place = 6;
    else if (ANSWER.test(call)) return place === 6;
  }
  return false;
}

/** Watches the system calls of reports sent one after the other. */
export async function keepsOrder(folder: string, reports: number): Promise<string> {
  if (spawnSync('strace', ['-V']).status !== 0) return skipped('needs strace: apt-get install strace');
  const file = join(folder, 'trace');
  const calls = 'trace=openat,write,writev,pwrite64,pwritev,fsync,link,linkat,sendto,sendmsg';
  const endpoint = await startEndpoint(folder, ['strace', '-f', '-s', '64', '-o', file, '-e', calls]);
  try {
    for (let count = 0; count < reports; count++) {
      if (!isAcknowledged(await trySending(endpoint.port, await makeSending(count)))) throw new Error('not acknowledged under strace');
    }
    // The last call is written after the answer it made.
    await new Promise((resolve) => setTimeout(resolve, 500));
  } finally {
    await kill(endpoint);
  }
  const answers = untilAnswers(callsOf(await readFile(file, 'utf8')));
  const wrong = answers.filter((calls) => !isOrdered(calls));
  const line = `${reports} reports: open(O_EXCL) → write → fsync → link → fsync(folder) → answer, ${wrong.length} otherwise`;
  if (answers.length !== reports) throw new Error(`${line}; ${answers.length} answers`);
  if (wrong.length > 0) throw new Error(`${line}; the first:\n${wrong[0]?.join('\n')}`);
  return line;
}
