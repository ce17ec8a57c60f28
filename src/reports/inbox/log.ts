import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { textOf, utf8 } from '../message/bytes.ts';
import { everyObject, type Store } from '../stores/store.ts';

const entrySchema = z.strictObject({
  v: z.literal(1),
  /** 1, 2, 3 … */
  number: z.number(),
  /** UTC */
  day: z.string(),
  org: z.string(),
  action: z.enum(['pull', 'push', 'purge']),
  /** SHA-256 of the entry before, hex; of nothing for the first. */
  before: z.string(),
});

/** Who did what with the store on which day. Holds no name of a report. */
export type LogEntry = z.infer<typeof entrySchema>;

const PREFIX = 'log/';
const TRIES = 50;

function entryKey(number: number): string {
  return `${PREFIX}${String(number).padStart(8, '0')}`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Adds an entry behind the last one, before the work it tells of is done. An entry is created and never written again; each holds the hash of the one
 * before, so that a changed or removed one shows. Gives back its hash, to be kept elsewhere.
 */
export async function appendToLog(store: Store, { day, org, action }: Pick<LogEntry, 'day' | 'org' | 'action'>): Promise<string> {
  for (let tries = 0; tries < TRIES; tries++) {
    const last = (await Array.fromAsync(everyObject(store, PREFIX))).at(-1)?.key;
    const before = last === undefined ? '' : textOf((await store.get(last)) ?? new Uint8Array());
    const number = last === undefined ? 1 : Number(last.slice(PREFIX.length)) + 1;
    const entry: LogEntry = { v: 1, number, day, org, action, before: hashOf(before) };
    const text = JSON.stringify(entry);
    // Somebody else may have taken the number since.
    if ((await store.create(entryKey(number), utf8(text))) === 'created') return hashOf(text);
  }
  throw new Error('The log cannot be written: others write to it all the time. Try again.');
}

export interface ReadLog {
  entries: LogEntry[];
  hashes: Set<string>;
  /** What does not fit, in English, a line each. */
  faults: string[];
}

/** Reads the whole log and checks that nothing in it was changed or removed. What was cut off at its end, only a hash kept elsewhere tells. */
export async function readLog(store: Store): Promise<ReadLog> {
  const log: ReadLog = { entries: [], hashes: new Set(), faults: [] };
  let before = '';
  for await (const { key } of everyObject(store, PREFIX)) {
    const text = textOf((await store.get(key)) ?? new Uint8Array());
    const entry = parseEntry(text);
    const number = log.entries.length + log.faults.length + 1;
    if (!entry || key !== entryKey(entry.number)) log.faults.push(`${key} is no entry of the log`);
    else {
      if (entry.before !== hashOf(before)) log.faults.push(`an entry before number ${entry.number} was changed or removed`);
      else if (entry.number !== number && log.faults.length === 0) log.faults.push(`entries before number ${entry.number} are missing`);
      log.entries.push(entry);
    }
    log.hashes.add(hashOf(text));
    before = text;
  }
  return log;
}

function parseEntry(text: string): LogEntry | undefined {
  try {
    const read = entrySchema.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
