import { Decrypter, Encrypter } from 'age-encryption';
import { piecesOf } from './file-bytes.ts';
import { makePause } from './pacing.ts';
import { passphraseIdentity, passphraseRecipient } from './passphrase-key.ts';
import { type Document, unzipped, zipOf } from './zip.ts';

export type { Document } from './zip.ts';

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
const VERSION_LINE = 'age-encryption.org/v1\n';

/** Bytes that pass through the ciphers in one go: a chunk of age. */
const PIECE = 64 * 1024;

/** Takes pieces no faster than the page can answer between them. */
function streamOf(pieces: Iterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.iterator]();
  const pause = makePause();
  return new ReadableStream({
    async pull(controller) {
      await pause();
      const next = iterator.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
  });
}

/** What a stream gives, in a row; `most` bytes at most. */
async function collect(
  stream: ReadableStream<Uint8Array>,
  most: number,
  onBytes: (length: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  const whole = new Uint8Array(most);
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return whole.subarray(0, length);
    whole.set(value, length);
    onBytes((length += value.length));
  }
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
  const pieces: Uint8Array[] = [];
  const pause = makePause();
  for (const piece of zipOf(documents)) {
    pieces.push(piece);
    await pause();
  }
  const sealed = await encrypter.encrypt(streamOf(pieces));
  const total = sealed.size(pieces.reduce((sum, { length }) => sum + length, 0));
  return collect(sealed, total, (length) => onProgress(0.5 + length / total / 2));
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
  let plain: Uint8Array<ArrayBuffer>;
  try {
    const opened = await decrypter.decrypt(streamOf(piecesOf(bytes, PIECE)));
    plain = await collect(opened, bytes.length, (length) => onProgress(Math.min(1, 0.5 + length / bytes.length / 2)));
  } catch {
    throw new SafeProblem(isKeyKnown === false ? 'passphrase' : 'damaged');
  }
  if (plain[0] !== 0x50 || plain[1] !== 0x4b) return [{ name: 'saturs', bytes: plain }];
  try {
    return await unzipped(plain);
  } catch {
    return [{ name: 'saturs', bytes: plain }];
  }
}
