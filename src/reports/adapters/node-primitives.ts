import { createCipheriv, createDecipheriv, createHmac, hash } from 'node:crypto';
import { concat, type Decode, fromBase64Letters } from '../message/bytes.ts';
import type { Primitives } from '../secrets.ts';

const AES = 'aes-256-gcm';
const TAG = 16;

/** As `webPrimitives`, by OpenSSL on the spot: for so few bytes the way through WebCrypto's pool costs ten times as much as the work. */
export const nodePrimitives: Primitives = {
  sha256: (bytes) => new Uint8Array(hash('sha256', bytes, 'buffer')),
  mac: (key) => Promise.resolve((bytes) => new Uint8Array(createHmac('sha256', key).update(bytes).digest())),
  box: (key) =>
    Promise.resolve({
      seal(iv, content) {
        const cipher = createCipheriv(AES, key, iv, { authTagLength: TAG });
        return concat(cipher.update(content), cipher.final(), cipher.getAuthTag());
      },
      open(iv, sealed) {
        if (iv.length === 0 || sealed.length < TAG) return undefined;
        const decipher = createDecipheriv(AES, key, iv, { authTagLength: TAG }).setAuthTag(sealed.subarray(-TAG));
        try {
          return concat(decipher.update(sealed.subarray(0, -TAG)), decipher.final());
        } catch {
          return undefined;
        }
      },
    }),
};

/** Longer letters are read faster, and with less memory, without the text that they would become. */
const LONG = 1_024 * 1_024;

/** Strict, because Node's own reader is not: bytes have one right spelling, and Node writes that. */
export const decodeNatively: Decode = (letters) => {
  if (letters.length > LONG) return fromBase64Letters(letters);
  const text = Buffer.from(letters.buffer, letters.byteOffset, letters.length).toString('latin1');
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
};
