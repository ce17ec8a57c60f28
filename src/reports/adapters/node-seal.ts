import {
  createCipheriv,
  createHmac,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { bech32 } from '@scure/base';
import type { Bytes } from '../message/bytes.ts';
import { CHUNK, sealedSize, TAG } from '../message/envelope.ts';
import type { Seal } from '../message/seal.ts';

// https://c2sp.org/age: the file, and the X25519 recipient type.
const VERSION = 'age-encryption.org/v1';
const FILE_KEY = 16;
const NONCE = 16;
const ONCE = new Uint8Array(12);
const LAST = 11;
/** What stands before the 32 bytes of a key in DER. */
const SPKI = Buffer.from('302a300506032b656e032100', 'hex');
const KEY = 32;

/** A reader, as OpenSSL knows it. */
interface Reader {
  bytes: Uint8Array;
  key: KeyObject;
}

const known = new Map<string, Reader>();

/** Throws for what is no X25519 recipient of age. */
function readerOf(recipient: string): Reader {
  const { prefix, bytes } = bech32.decodeToBytes(recipient);
  if (prefix !== 'age' || bytes.length !== KEY) throw new Error('not an X25519 recipient of age');
  return { bytes, key: createPublicKey({ key: Buffer.concat([SPKI, bytes]), format: 'der', type: 'spki' }) };
}

function expand(key: Uint8Array, salt: Uint8Array, label: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, salt, label, KEY));
}

/** Ciphertext and tag of ChaCha20-Poly1305. */
function encrypt(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array): [Uint8Array, Uint8Array] {
  const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG });
  const bytes = cipher.update(plain);
  cipher.final();
  return [bytes, cipher.getAuthTag()];
}

function unpadded(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/, '');
}

/** The file's key, for one reader: two lines of the header. */
function stanza(fileKey: Uint8Array, { bytes, key }: Reader): string {
  const { privateKey, publicKey } = generateKeyPairSync('x25519');
  const share = publicKey.export({ format: 'der', type: 'spki' }).subarray(-KEY);
  const shared = diffieHellman({ privateKey, publicKey: key });
  if (shared.every((byte) => byte === 0)) throw new Error('a key of low order');
  const body = encrypt(expand(shared, Buffer.concat([share, bytes]), `${VERSION}/X25519`), ONCE, fileKey);
  return `-> X25519 ${unpadded(share)}\n${unpadded(Buffer.concat(body))}\n`;
}

function headerFor(fileKey: Uint8Array, recipients: readonly string[]): string {
  const stanzas = recipients.map((recipient) => {
    const reader = known.get(recipient) ?? readerOf(recipient);
    known.set(recipient, reader);
    return stanza(fileKey, reader);
  });
  const header = `${VERSION}\n${stanzas.join('')}---`;
  const mac = createHmac('sha256', expand(fileKey, new Uint8Array(), 'header'))
    .update(header)
    .digest();
  return `${header} ${unpadded(mac)}\n`;
}

function sealedFile(message: Uint8Array, recipients: readonly string[]): Bytes {
  const fileKey = randomBytes(FILE_KEY);
  const nonce = randomBytes(NONCE);
  const key = expand(fileKey, nonce, 'payload');
  const file = new Uint8Array(sealedSize(message.length, recipients.length));
  let to = 0;
  const add = (part: Uint8Array): void => {
    file.set(part, to);
    to += part.length;
  };
  add(Buffer.from(headerFor(fileKey, recipients), 'latin1'));
  add(nonce);
  const chunks = Math.max(1, Math.ceil(message.length / CHUNK));
  const counter = new DataView(new ArrayBuffer(LAST + 1));
  for (let chunk = 0; chunk < chunks; chunk++) {
    counter.setUint32(LAST - 4, chunk);
    counter.setUint8(LAST, chunk === chunks - 1 ? 1 : 0);
    encrypt(key, new Uint8Array(counter.buffer), message.subarray(chunk * CHUNK, (chunk + 1) * CHUNK)).forEach(add);
  }
  return file;
}

/**
 * As `seal`, where there is OpenSSL, in a third of the time: the library's streams, its cipher in JavaScript and eight jobs of WebCrypto's pool were the most of
 * what a report without script cost.
 */
export const sealNatively: Seal = (message, recipients) => new Promise((resolve) => resolve(sealedFile(message, recipients)));
