import { type Bytes, fromBase64Url, hex, textOf, toBase64Url, utf8 } from './message/bytes.ts';
import { makeReturnCode } from './message/return-code.ts';

/** How long the return code can be shown again, in seconds. */
export const RECEIPT_SECONDS = 300;
const NONCE = 12;

/** What the server knows and nobody else: it names reports that come without script and seals receipts. It opens no report. */
export interface Secrets {
  /** Id and return code of a report, from what makes its sending unique. The same sending gives the same two. */
  nameSending(sending: Bytes): Promise<{ id: string; code: string }>;
  sealReceipt(code: string, now: Date): Promise<string>;
  /** The return code, or undefined when the receipt is older than `RECEIPT_SECONDS` or not ours. */
  openReceipt(sealed: string, now: Date): Promise<string | undefined>;
}

/** `secrets`: at least one of 32 or more random bytes; the first is used, the others still open receipts. */
export async function deriveSecrets(secrets: readonly Bytes[], random: (length: number) => Bytes): Promise<Secrets> {
  const [first] = secrets;
  if (!first) throw new RangeError('the server has no secret');
  const { subtle } = crypto;
  const idKey = await hmacKey(first, 'id');
  const codeKey = await hmacKey(first, 'code');
  const cookieKeys = await Promise.all(secrets.map((secret) => cookieKey(secret)));
  return {
    async nameSending(sending) {
      const digest = await subtle.digest('SHA-256', sending);
      const [id, code] = await Promise.all(
        [idKey, codeKey].map(async (key) => new Uint8Array(await subtle.sign('HMAC', key, digest), 0, 16)),
      );
      return { id: hex(id as Bytes), code: makeReturnCode(code as Bytes) };
    },
    async sealReceipt(code, now) {
      const iv = random(NONCE);
      const content = utf8(JSON.stringify({ code, until: now.getTime() + RECEIPT_SECONDS * 1_000 }));
      const sealed = await subtle.encrypt({ name: 'AES-GCM', iv }, cookieKeys[0] as CryptoKey, content);
      return toBase64Url(new Uint8Array([...iv, ...new Uint8Array(sealed)]));
    },
    async openReceipt(sealed, now) {
      const bytes = fromBase64Url(sealed);
      if (!bytes) return undefined;
      const [iv, content] = [bytes.subarray(0, NONCE), bytes.subarray(NONCE)];
      for (const key of cookieKeys) {
        const opened = await subtle.decrypt({ name: 'AES-GCM', iv }, key, content).catch(() => undefined);
        if (!opened) continue;
        const { code, until } = JSON.parse(textOf(new Uint8Array(opened))) as { code: string; until: number };
        return now.getTime() < until ? code : undefined;
      }
      return undefined;
    },
  };
}

async function derived(secret: Bytes, label: string): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const expanding = { name: 'HKDF', hash: 'SHA-256', salt: utf8('ltr-server-v1'), info: utf8(label) };
  return new Uint8Array(await crypto.subtle.deriveBits(expanding, key, 256));
}

async function hmacKey(secret: Bytes, label: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', await derived(secret, label), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}

async function cookieKey(secret: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', await derived(secret, 'cookie'), 'AES-GCM', false, ['encrypt', 'decrypt']);
}
