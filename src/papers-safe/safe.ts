import { Decrypter, Encrypter } from 'age-encryption';
import { unzipSync, Zip, ZipPassThrough } from 'fflate';
import { passphraseIdentity, passphraseRecipient } from './passphrase-key.ts';

export interface Document {
  name: string;
  bytes: Uint8Array;
}

/**
 * Why a safe was not opened. `passphrase`: it is another one, or the few bytes that hold the key were changed. `damaged`: the file was cut
 * or changed. `not-a-safe`: it is no file of age locked by a passphrase.
 */
export type SafeProblemCode = 'passphrase' | 'damaged' | 'not-a-safe';

/** The only error of `openSafe`. */
export class SafeProblem extends Error {
  readonly code: SafeProblemCode;

  constructor(code: SafeProblemCode) {
    super(`the safe was not opened: ${code}`);
    this.name = 'SafeProblem';
    this.code = code;
  }
}

/** scrypt's cost for a new safe: 64 MB and 0.4 s on a computer; a made passphrase has strength enough of its own. */
const WORK = 16;
/** Bytes between two pauses in which the page can answer. */
const PIECE = 128 * 1024;
/** One moment for all files, so that the container tells no time. */
const NO_TIME = new Date(1980, 0, 1);
const VERSION_LINE = 'age-encryption.org/v1\n';

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** Bytes in pieces with pauses between them. */
function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

/** A name that no program takes for a path, and that no other document has. */
function namesOf(documents: readonly Document[]): string[] {
  const taken = new Set<string>();
  return documents.map(({ name }, index) => {
    const plain = name.replaceAll(/[\u0000-\u001f\u007f/\\:]/g, '_').replace(/^\.+/, '_') || '_';
    const own = taken.has(plain) ? `${index + 1}-${plain}` : plain;
    taken.add(own);
    return own;
  });
}

/** The documents as a zip without compression, piece by piece. */
function* zipOf(documents: readonly Document[]): Generator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  const names = namesOf(documents);
  for (const [index, { bytes }] of documents.entries()) {
    const file = new ZipPassThrough(names[index] ?? '_');
    file.mtime = NO_TIME;
    zip.add(file);
    for (const piece of piecesOf(bytes)) {
      file.push(piece);
      yield* ready;
      ready = [];
    }
    file.push(new Uint8Array(), true);
  }
  zip.end();
  yield* ready;
}

function streamOf(pieces: Iterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.iterator]();
  return new ReadableStream({
    async pull(controller) {
      await pause();
      const next = iterator.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
  });
}

async function collect(stream: ReadableStream<Uint8Array>, onBytes: (length: number) => void): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    onBytes((length += value.length));
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Half of the work is told for the key, half for the bytes. */
type Progress = (share: number) => void;

/** One file of age that holds all documents; stock `age -d` and any unzip open it too. */
export async function sealDocuments(
  documents: readonly Document[],
  passphrase: string,
  onProgress: Progress = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(passphraseRecipient(passphrase, WORK, (share) => onProgress(share / 2)));
  const total = documents.reduce((sum, { bytes }) => sum + bytes.length, 1);
  const sealed = await encrypter.encrypt(streamOf(zipOf(documents)));
  return collect(sealed, (length) => onProgress(Math.min(1, 0.5 + length / total / 2)));
}

/**
 * The documents of a safe. Nothing is given out before the whole file was found sound. What stock age locked without a zip comes back as
 * one document called `saturs`. Throws SafeProblem and nothing else.
 */
export async function openSafe(bytes: Uint8Array, passphrase: string, onProgress: Progress = () => undefined): Promise<Document[]> {
  const first = new TextDecoder('latin1').decode(bytes.subarray(0, VERSION_LINE.length));
  if (first !== VERSION_LINE) throw new SafeProblem(VERSION_LINE.startsWith(first) && first !== '' ? 'damaged' : 'not-a-safe');
  let isKeyKnown: boolean | undefined;
  const identity = passphraseIdentity(passphrase, (share) => onProgress(share / 2));
  const decrypter = new Decrypter();
  decrypter.addIdentity({
    async unwrapFileKey(stanzas) {
      const key = await identity.unwrapFileKey(stanzas);
      isKeyKnown = key !== null;
      return key;
    },
  });
  let plain: Uint8Array;
  try {
    const opened = await decrypter.decrypt(streamOf(piecesOf(bytes)));
    plain = await collect(opened, (length) => onProgress(Math.min(1, 0.5 + length / bytes.length / 2)));
  } catch {
    throw new SafeProblem(isKeyKnown === false ? 'passphrase' : 'damaged');
  }
  if (plain[0] !== 0x50 || plain[1] !== 0x4b) return [{ name: 'saturs', bytes: plain }];
  try {
    return Object.entries(unzipSync(plain)).map(([name, content]) => ({ name, bytes: content }));
  } catch {
    return [{ name: 'saturs', bytes: plain }];
  }
}
