import { type Bytes, concat, strictTextOf, utf8 } from '../message/bytes.ts';
import { sealedSize } from '../message/envelope.ts';
import { cleanText, dayOf } from '../message/report.ts';
import { seal } from '../message/seal.ts';
import { verifyEd25519 } from './ed25519.ts';

/** An answer of staff, version 1. Readers keep to the keys they know. */
export interface Reply {
  v: 1;
  /** The mailbox it is for: a reply that lies in another one was moved there. */
  box: string;
  /** 1, 2, 3 …: what is missing or comes twice shows. */
  seq: number;
  /** UTC day of writing; also tells the year of the key that signed. */
  day: string;
  text: string;
  /** The text goes on in the next reply. */
  more: boolean;
}

/** A key that replies of a year are signed with, pinned in the build. */
export interface ReplyKey {
  org: string;
  /** 2026 */
  year: string;
  /** Ed25519 public key, base64 of 32 bytes. */
  key: string;
}

/** Gives the Ed25519 signature of bytes. */
export type Signer = (bytes: Bytes) => Promise<Bytes>;

const MAGIC = utf8('LTA1');
const SIGNATURE = 64;
const LENGTH = 4;
const HEAD = MAGIC.length + SIGNATURE + LENGTH;
/** Bytes of every reply before it is sealed. */
const PLAIN = 8_192;
/** Bytes of every sealed reply: age, one recipient. */
export const SEALED_REPLY = sealedSize(PLAIN, 1);

/** The bytes that are signed: a reply under a name of its own, so that no other signature of the key can stand for it. */
function signedPart(json: Uint8Array): Bytes {
  return concat(utf8('ltr-reply-v1\n'), json);
}

/**
 * `"LTA1" ‖ Ed25519 signature ‖ u32be length of JSON ‖ JSON (UTF-8) ‖ zeros`, 8 KiB, sealed for the mailbox's key. Throws RangeError
 * with the number of bytes that are too many.
 */
export async function sealReply(reply: Reply, key: string, sign: Signer): Promise<Bytes> {
  const json = utf8(JSON.stringify({ ...reply, text: cleanText(reply.text) }));
  const excess = HEAD + json.length - PLAIN;
  if (excess > 0) throw new RangeError(`The reply is ${excess} bytes too long. Split it in two, the first with "more".`);
  const length = new Uint8Array(LENGTH);
  new DataView(length.buffer).setUint32(0, json.length);
  const plain = new Uint8Array(PLAIN);
  plain.set(concat(MAGIC, await sign(signedPart(json)), length, json));
  return seal(plain, [key]);
}

/** What became of a reply that was sealed for us. `forged`: no key of ours signed it. `newer`: ours, of a version we cannot read. */
export type ReadReply = Reply | 'forged' | 'newer' | 'damaged';

/** Reads an opened reply and proves its signature. */
export async function readReply(plain: Uint8Array, keys: readonly ReplyKey[]): Promise<ReadReply> {
  if (plain.length !== PLAIN || !MAGIC.every((byte, index) => plain[index] === byte)) return 'forged';
  const length = new DataView(plain.buffer, plain.byteOffset).getUint32(HEAD - LENGTH);
  if (length > PLAIN - HEAD) return 'damaged';
  const json = plain.subarray(HEAD, HEAD + length);
  const reply = parse(json);
  if (!reply) return 'damaged';
  const signature = plain.slice(MAGIC.length, MAGIC.length + SIGNATURE);
  const isOurs = await isSigned(signature, signedPart(json), keys, String(reply['day']).slice(0, 4));
  if (!isOurs) return 'forged';
  if (reply['v'] !== 1) return 'newer';
  return isReply(reply) ? reply : 'damaged';
}

async function isSigned(signature: Bytes, bytes: Bytes, keys: readonly ReplyKey[], year: string): Promise<boolean> {
  for (const known of keys) if (known.year === year && (await verifyEd25519(known.key, signature, bytes))) return true;
  return false;
}

function parse(json: Uint8Array): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(strictTextOf(json));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether it is a day of the calendar: 2026-02-30 is none. */
function isDay(text: string): boolean {
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && dayOf(instant) === text;
}

function isReply(value: object): value is Reply {
  const { box, seq, day, text, more } = value as Record<string, unknown>;
  return (
    typeof box === 'string' &&
    Number.isSafeInteger(seq) &&
    Number(seq) > 0 &&
    isDay(String(day)) &&
    typeof text === 'string' &&
    typeof more === 'boolean'
  );
}
