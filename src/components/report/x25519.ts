/**
 * X25519 for age in the browser: WebCrypto's, and where that is missing or fails in any way, noble's. age itself goes on only after two
 * kinds of error; browsers have had others (Firefox 130: openpgpjs issue 1782).
 */
import { x25519 } from '@noble/curves/ed25519.js';

const PKCS8_PREFIX = [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x6e, 0x04, 0x22, 0x04, 0x20];

type Bytes = Uint8Array<ArrayBuffer>;

export async function scalarMult(scalar: Bytes, point: Bytes): Promise<Uint8Array> {
  try {
    const { subtle } = crypto;
    const key = await subtle.importKey('pkcs8', new Uint8Array([...PKCS8_PREFIX, ...scalar]), { name: 'X25519' }, false, ['deriveBits']);
    const peer = await subtle.importKey('raw', point, { name: 'X25519' }, false, []);
    return new Uint8Array(await subtle.deriveBits({ name: 'X25519', public: peer }, key, 256));
  } catch {
    return x25519.scalarMult(scalar, point);
  }
}

export function scalarMultBase(scalar: Bytes): Promise<Uint8Array> {
  return scalarMult(scalar, new Uint8Array(x25519.GuBytes));
}

/** Only age's own tests ask for more. */
export async function webCryptoFallback<Result>(first: () => Promise<Result>, second: () => Result | Promise<Result>): Promise<Result> {
  return first().catch(second);
}
