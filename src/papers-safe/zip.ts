import { nextTick } from '@noble/hashes/utils.js';
import { strFromU8, unzipSync, Zip, ZipPassThrough } from 'fflate';
import { piecesOf } from './file-bytes.ts';

export interface Document {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Bytes that go into the zip in one go. */
const PIECE = 64 * 1024;
/** One moment for all files, so that the container tells no time. */
const NO_TIME = new Date(1980, 0, 1);
/** How the records of a zip begin, and their lengths without names. */
const [LOCAL, LOCAL_LENGTH] = [0x04034b50, 30];
const [ENTRY, ENTRY_LENGTH] = [0x02014b50, 46];
const [END, END_LENGTH] = [0x06054b50, 22];
const [ENCRYPTED, UTF_8] = [0x1, 0x800];

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
export function* zipOf(documents: readonly Document[]): Generator<Uint8Array> {
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
    for (const piece of piecesOf(bytes, PIECE)) {
      file.push(piece);
      yield* ready;
      ready = [];
    }
    file.push(new Uint8Array(), true);
  }
  zip.end();
  yield* ready;
}

/**
 * The documents of a zip. Those that are only stored, as in our own, share its memory: nothing is copied. Others are inflated one at a
 * time. Rejects when it is no zip.
 */
export async function unzipped(zip: Uint8Array<ArrayBuffer>): Promise<Document[]> {
  const stored = storedIn(zip);
  if (stored) return stored;
  const names: string[] = [];
  unzipSync(zip, { filter: ({ name }) => names.push(name) < 0 });
  const documents: Document[] = [];
  for (const [index, name] of names.entries()) {
    await nextTick();
    let at = 0;
    const { [name]: bytes } = unzipSync(zip, { filter: () => at++ === index });
    if (bytes) documents.push({ name, bytes });
  }
  return documents;
}

/** By the directory at the end of a zip (APPNOTE.TXT of PKWARE, 4.3). Undefined where a document is more than stored. Throws when broken. */
function storedIn(zip: Uint8Array<ArrayBuffer>): Document[] | undefined {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const short = (at: number) => view.getUint16(at, true);
  const long = (at: number) => view.getUint32(at, true);
  const expect = (isSound: boolean) => {
    if (!isSound) throw new Error('the zip is broken');
  };
  let end = zip.length - END_LENGTH;
  while (end > 0 && long(end) !== END) end--;
  expect(long(end) === END);
  const documents: Document[] = [];
  let at = long(end + 16);
  for (let left = short(end + 10); left > 0; left--) {
    const [flags, method, size, local] = [short(at + 8), short(at + 10), long(at + 20), long(at + 42)];
    expect(long(at) === ENTRY && long(local) === LOCAL && (flags & ENCRYPTED) === 0);
    if (method !== 0) return undefined;
    const from = local + LOCAL_LENGTH + short(local + 26) + short(local + 28);
    expect(from + size <= zip.length);
    const nameEnd = at + ENTRY_LENGTH + short(at + 28);
    const name = strFromU8(zip.subarray(at + ENTRY_LENGTH, nameEnd), (flags & UTF_8) === 0);
    documents.push({ name, bytes: zip.subarray(from, from + size) });
    at = nameEnd + short(at + 30) + short(at + 32);
  }
  return documents;
}
