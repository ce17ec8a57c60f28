import { type Bytes, concat, fromBase64Url, hex, textOf, toBase64Url, utf8 } from './message/bytes.ts';
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

/** What secrets are made of. Each may answer at once or by a promise. */
export interface Primitives {
  sha256: (bytes: Bytes) => Bytes | Promise<Bytes>;
  /** HMAC-SHA-256 under a key. */
  mac: (key: Bytes) => Promise<(bytes: Bytes) => Bytes | Promise<Bytes>>;
  /** AES-256-GCM under a key, with the tag behind. `open` gives undefined for what was not sealed under it. */
  box: (key: Bytes) => Promise<Box>;
}

export interface Box {
  seal(iv: Bytes, content: Bytes): Bytes | Promise<Bytes>;
  open(iv: Bytes, sealed: Bytes): Bytes | undefined | Promise<Bytes | undefined>;
}

/** Those that every platform has. */
export const webPrimitives: Primitives = {
  sha256: async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)),
  async mac(key) {
    const { subtle } = crypto;
    const imported = await subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    return async (bytes) => new Uint8Array(await subtle.sign('HMAC', imported, bytes));
  },
  async box(key) {
    const { subtle } = crypto;
    const imported = await subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);
    return {
      seal: async (iv, content) => new Uint8Array(await subtle.encrypt({ name: 'AES-GCM', iv }, imported, content)),
      open: (iv, sealed) =>
        subtle.decrypt({ name: 'AES-GCM', iv }, imported, sealed).then(
          (content) => new Uint8Array(content),
          () => undefined,
        ),
    };
  },
};

/** `secrets`: at least one of 32 or more random bytes; the first is used, the others still open receipts. */
export async function deriveSecrets(
  secrets: readonly Bytes[],
  random: (length: number) => Bytes,
  { sha256, mac, box }: Primitives = webPrimitives,
): Promise<Secrets> {
  const [first] = secrets;
  if (!first) throw new RangeError('the server has no secret');
  const macs = await Promise.all(['id', 'code'].map(async (label) => mac(await derived(first, label))));
  const boxes = await Promise.all(secrets.map(async (secret) => box(await derived(secret, 'cookie'))));
  return {
    async nameSending(sending) {
      const digest = await sha256(sending);
      const [id, code] = await Promise.all(macs.map(async (macOf) => (await macOf(digest)).subarray(0, 16)));
      return { id: hex(id as Bytes), code: makeReturnCode(code as Bytes) };
    },
    async sealReceipt(code, now) {
      const iv = random(NONCE);
      const content = utf8(JSON.stringify({ code, until: now.getTime() + RECEIPT_SECONDS * 1_000 }));
      return toBase64Url(concat(iv, await (boxes[0] as Box).seal(iv, content)));
    },
    async openReceipt(sealed, now) {
      const bytes = fromBase64Url(sealed);
      if (!bytes) return undefined;
      const [iv, content] = [bytes.subarray(0, NONCE), bytes.subarray(NONCE)];
      for (const one of boxes) {
        const opened = await one.open(iv, content);
        if (!opened) continue;
        const { code, until } = JSON.parse(textOf(opened)) as { code: string; until: number };
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
