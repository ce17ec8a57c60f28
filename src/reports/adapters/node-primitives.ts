import { createCipheriv, createDecipheriv, createHmac, hash } from 'node:crypto';
import { concat } from '../message/bytes.ts';
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
