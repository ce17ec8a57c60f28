import type { PartMessage } from './attachments.ts';
import { type Bytes, concat, strictTextOf, utf8 } from './bytes.ts';
import { bucketFor } from './padding.ts';
import type { Report } from './report.ts';

const MAGIC = utf8('LTR1');
const HEAD = MAGIC.length + 4;

/** A message that is not one, or one of a newer version; the message says which, in English, for the person at the inbox. */
export class MessageFault extends Error {}

/** What a message held: its JSON as it was written, and the attachments' bytes after it, padding included. */
export interface Unpacked {
  json: Record<string, unknown>;
  rest: Uint8Array;
}

/**
 * `"LTR1" ‖ u32be length of JSON ‖ JSON (UTF-8) ‖ attachments ‖ zeros`, as long as the smallest bucket that holds it.
 * Throws RangeError when it is longer than the largest.
 */
export function packMessage(message: Report | PartMessage, attachments: readonly Uint8Array[] = []): Bytes {
  const json = utf8(JSON.stringify(message));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, json.length);
  const content = concat(MAGIC, length, json, ...attachments);
  const bucket = bucketFor(content.length);
  if (bucket === undefined) throw new RangeError('a message is longer than the largest bucket');
  const padded = new Uint8Array(bucket);
  padded.set(content);
  return padded;
}

/** Reads what `packMessage` wrote. Throws MessageFault, and nothing else, for any other bytes. */
export function unpackMessage(bytes: Uint8Array): Unpacked {
  const isMessage = bytes.length >= HEAD && MAGIC.every((byte, index) => bytes[index] === byte);
  if (!isMessage) throw new MessageFault('not a report: the first letters are not LTR1');
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length);
  if (length > bytes.length - HEAD) throw new MessageFault('damaged: shorter than it says');
  const json = parse(bytes.subarray(HEAD, HEAD + length));
  if (json['v'] !== 1) throw new MessageFault('written by a newer version of the site; update the inbox');
  return { json, rest: bytes.subarray(HEAD + length) };
}

function parse(bytes: Uint8Array): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(strictTextOf(bytes));
  } catch {
    throw new MessageFault('damaged: the text cannot be read');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new MessageFault('damaged: not a record');
  return value as Record<string, unknown>;
}
