import { type Identity, type Recipient, Stanza } from 'age-encryption';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { base64nopad } from '@scure/base';
import { scrypt } from './scrypt.ts';

const LABEL = 'age-encryption.org/v1/scrypt';
const SALT = 16;
/** More than this would hold a phone for minutes and take a gigabyte; age itself makes 18. */
const MOST_WORK = 20;

/** The scrypt key of the age format (C2SP age.md, “scrypt recipient stanza”). */
function keyOf(passphrase: string, salt: Uint8Array, work: number, onProgress: (share: number) => void): Promise<Uint8Array> {
  return scrypt(passphrase, new Uint8Array([...new TextEncoder().encode(LABEL), ...salt]), work, onProgress);
}

/** A lock that a passphrase opens; `work` is the binary logarithm of scrypt's cost. */
export function passphraseRecipient(passphrase: string, work: number, onProgress: (share: number) => void): Recipient {
  return {
    async wrapFileKey(fileKey) {
      const salt = crypto.getRandomValues(new Uint8Array(SALT));
      const key = await keyOf(passphrase, salt, work, onProgress);
      const body = chacha20poly1305(key, new Uint8Array(12)).encrypt(fileKey);
      return [new Stanza(['scrypt', base64nopad.encode(salt), String(work)], body)];
    },
  };
}

/** Opens such a lock; gives null for a wrong passphrase. Throws when the lock is not one of a passphrase, or is damaged. */
export function passphraseIdentity(passphrase: string, onProgress: (share: number) => void): Identity {
  return {
    async unwrapFileKey(stanzas) {
      const [stanza, ...others] = stanzas;
      const [kind, saltText = '', workText = ''] = stanza?.args ?? [];
      if (!stanza || others.length > 0 || kind !== 'scrypt' || stanza.args.length !== 3) throw new Error('not locked by a passphrase');
      const [salt, work] = [base64nopad.decode(saltText), Number(workText)];
      const isSound = salt.length === SALT && /^[1-9]\d?$/.test(workText) && work <= MOST_WORK && stanza.body.length === 32;
      if (!isSound) throw new Error('the lock is damaged');
      const key = await keyOf(passphrase, salt, work, onProgress);
      try {
        return chacha20poly1305(key, new Uint8Array(12)).decrypt(stanza.body);
      } catch {
        return null;
      }
    },
  };
}
