import { makePause } from './pacing.ts';

/** Read or copied in one go. */
const PIECE = 512 * 1024;

/** Bytes in pieces that share their memory. */
export function* piecesOf<Memory extends ArrayBufferLike>(bytes: Uint8Array<Memory>, length: number): Generator<Uint8Array<Memory>> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

/** What a file holds. A browser that reads a large file at once holds the page meanwhile. Rejects when it can no longer be read. */
export async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(file.size);
  for (let at = 0; at < bytes.length; at += PIECE) bytes.set(new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer()), at);
  return bytes;
}

/** A file that holds these bytes, copied bit by bit. */
export async function fileOf(bytes: Uint8Array<ArrayBuffer>): Promise<Blob> {
  const pause = makePause();
  const parts: Blob[] = [];
  for (const piece of piecesOf(bytes, PIECE)) {
    parts.push(new Blob([piece]));
    await pause();
  }
  return new Blob(parts);
}
