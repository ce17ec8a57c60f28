import { createCipheriv, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, type KeyObject } from 'node:crypto';
import { base64nopad, bech32 } from '@scure/base';
import { Encrypter, type Recipient, Stanza } from 'age-encryption';
import type { Bytes } from '../message/bytes.ts';
import type { Seal } from '../message/seal.ts';

// https://c2sp.org/age, the X25519 recipient type.
const LABEL = 'age-encryption.org/v1/X25519';
const NONCE = new Uint8Array(12);
const TAG = 16;
/** What stands before the 32 bytes of a key in DER. */
const SPKI = Buffer.from('302a300506032b656e032100', 'hex');
const KEY = 32;

/** One key of a reader. The file's key is wrapped by OpenSSL at once; by WebCrypto it takes eight jobs of a pool and as long as all else of a report. */
class X25519 implements Recipient {
  readonly #bytes: Uint8Array;
  readonly #key: KeyObject;

  constructor(recipient: string) {
    const { prefix, bytes } = bech32.decodeToBytes(recipient);
    if (prefix !== 'age' || bytes.length !== KEY) throw new Error('not an X25519 recipient of age');
    this.#bytes = bytes;
    this.#key = createPublicKey({ key: Buffer.concat([SPKI, bytes]), format: 'der', type: 'spki' });
  }

  wrapFileKey(fileKey: Uint8Array): Stanza[] {
    const { privateKey, publicKey } = generateKeyPairSync('x25519');
    const share = publicKey.export({ format: 'der', type: 'spki' }).subarray(-KEY);
    const shared = diffieHellman({ privateKey, publicKey: this.#key });
    if (shared.every((byte) => byte === 0)) throw new Error('a key of low order');
    const wrapping = new Uint8Array(hkdfSync('sha256', shared, Buffer.concat([share, this.#bytes]), LABEL, KEY));
    const cipher = createCipheriv('chacha20-poly1305', wrapping, NONCE, { authTagLength: TAG });
    const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
    return [new Stanza(['X25519', base64nopad.encode(share)], body)];
  }
}

const known = new Map<string, X25519>();

/** As `seal`, where there is OpenSSL. */
export const sealNatively: Seal = async (message, recipients) => {
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    const key = known.get(recipient) ?? new X25519(recipient);
    known.set(recipient, key);
    encrypter.addRecipient(key);
  }
  return (await encrypter.encrypt(message)) as Bytes;
};
