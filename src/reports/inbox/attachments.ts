import { Decrypter } from 'age-encryption';
import { typeOf } from '../../picture-metadata/strip.ts';
import { MOST_FILES, MOST_PARTS } from '../message/attachments.ts';
import { type Bytes, concat, hex } from '../message/bytes.ts';
import { MessageFault, unpackMessage } from '../message/format.ts';

/** A file as a report lists it; whatever a stranger wrote there has been reduced to these. */
export interface ListedFile {
  n: number;
  off: number;
  len: number;
  sha256: string;
  hasPlace: boolean;
}

/** The files of a report: beside its text, or in parts of their own. */
export interface Attached {
  files: ListedFile[];
  thread?: string;
  parts: number;
}

/** A part, without its bytes: a folder may hold more of them than memory. */
export interface OpenedPart {
  /** What its sealed file is called where it lies. */
  name: string;
  thread: string;
  number: number;
  of: number;
}

export type Recovered =
  | { n: number; bytes: Uint8Array; kind: string; hasPlace: boolean }
  | { n: number; fault: 'changed' }
  | { n: number; fault: 'absent'; here: number; all: number };

function count(value: unknown, most: number): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most ? value : undefined;
}

function chanceName(value: unknown): string | undefined {
  return typeof value === 'string' && /^[0-9a-f]{32}$/.test(value) ? value : undefined;
}

/** What a report says of its files, as far as it can be true; undefined without files. */
export function attachedOf(json: Record<string, unknown>): Attached | undefined {
  const listed = Array.isArray(json['files']) ? (json['files'] as unknown[]).slice(0, MOST_FILES) : [];
  if (listed.length === 0) return undefined;
  const most = Number.MAX_SAFE_INTEGER / 2;
  const files = listed.map((entry, index): ListedFile => {
    const { off, len, sha256, place } = (entry ?? {}) as Record<string, unknown>;
    const sum = typeof sha256 === 'string' ? sha256 : '';
    return { n: index + 1, off: count(off, most) ?? most, len: count(len, most) ?? most, sha256: sum, hasPlace: place === true };
  });
  const thread = chanceName(json['thread']);
  return thread === undefined ? { files, parts: 0 } : { files, thread, parts: count(json['parts'], MOST_PARTS) ?? 0 };
}

/** A part by its message; undefined for a message of another kind. Throws MessageFault for a part that cannot be one. */
export function partOf(name: string, json: Record<string, unknown>): OpenedPart | undefined {
  if (json['kind'] !== 'part') return undefined;
  const [number, of] = (Array.isArray(json['part']) ? json['part'] : []) as unknown[];
  const part = { thread: chanceName(json['thread']), number: count(number, MOST_PARTS), of: count(of, MOST_PARTS) };
  if (part.thread === undefined || !part.number || !part.of || part.number > part.of) throw new MessageFault('damaged: a part of no files');
  return { name, thread: part.thread, number: part.number, of: part.of };
}

export interface RecoverOptions {
  /** The report's own sealed file. */
  name: string;
  attached: Attached;
  parts: readonly OpenedPart[];
  /** The bytes of a sealed file once more. */
  read: (name: string) => Promise<Uint8Array>;
  identities: readonly string[];
}

/** The files of one report, checked against their sums. Holds no more than one report's files in memory. */
export async function recoverFiles({ name, attached, parts, read, identities }: RecoverOptions): Promise<Recovered[]> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  const open = async (sealed: string) => unpackMessage(await decrypter.decrypt(await read(sealed)));
  const { thread, files } = attached;
  if (thread === undefined) return check(files, (await open(name)).rest);
  const own = parts.filter((part) => part.thread === thread && part.of === attached.parts);
  const inOrder = Array.from({ length: attached.parts }, (_, index) => own.find(({ number }) => number === index + 1));
  const here = inOrder.filter((part) => part !== undefined);
  if (here.length < attached.parts || attached.parts === 0) {
    return files.map(({ n }) => ({ n, fault: 'absent', here: here.length, all: attached.parts }));
  }
  const pieces: Uint8Array[] = [];
  for (const part of here) {
    const { json, rest } = await open(part.name);
    pieces.push(rest.subarray(0, count(json['len'], rest.length) ?? 0));
  }
  return check(files, concat(...pieces));
}

async function check(files: readonly ListedFile[], whole: Uint8Array): Promise<Recovered[]> {
  return Promise.all(
    files.map(async ({ n, off, len, sha256, hasPlace }): Promise<Recovered> => {
      if (off + len > whole.length) return { n, fault: 'changed' };
      const bytes: Bytes = whole.slice(off, off + len);
      const sum = hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
      return sum === sha256 ? { n, bytes, kind: typeOf(bytes) ?? 'unknown', hasPlace } : { n, fault: 'changed' };
    }),
  );
}

/** What a file is called on a disk: its number and what its bytes say it is, with an ending that no program opens by itself. */
export function safeName(n: number, kind: string): string {
  return `${n}.${kind === 'jpeg' ? 'jpg' : kind}.bin`;
}
