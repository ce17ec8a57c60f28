import { ed25519 } from '@noble/curves/ed25519.js';
import { type Bytes, fromBase64 } from '../message/bytes.ts';

/** Whether a key (base64 of 32 bytes) signed these bytes: WebCrypto's answer, and where it has no Ed25519 noble's. */
export async function verifyEd25519(key: string, signature: Bytes, bytes: Bytes): Promise<boolean> {
  const raw = fromBase64(key);
  if (raw?.length !== 32) return false;
  try {
    const { subtle } = crypto;
    return await subtle.verify('Ed25519', await subtle.importKey('raw', raw, 'Ed25519', false, ['verify']), signature, bytes);
  } catch {
    return verifyInScript(raw, signature, bytes);
  }
}

/** Noble throws for keys and signatures that cannot be any. */
function verifyInScript(key: Bytes, signature: Bytes, bytes: Bytes): boolean {
  try {
    return ed25519.verify(signature, bytes, key);
  } catch {
    return false;
  }
}
