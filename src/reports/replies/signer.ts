import { type Bytes, fromBase64 } from '../message/bytes.ts';
import type { Signer } from './reply.ts';

/** Signs with an Ed25519 private key in PKCS #8. Rejects when it is none. */
export async function signerOf(pkcs8: Bytes): Promise<Signer> {
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign']);
  return async (bytes) => new Uint8Array(await crypto.subtle.sign('Ed25519', key, bytes));
}

/** The bytes of a PEM file's private key; undefined when it holds none. */
export function privateKeyIn(pem: string): Bytes | undefined {
  const body = /-----BEGIN PRIVATE KEY-----([\sA-Za-z0-9+/=]+)-----END PRIVATE KEY-----/.exec(pem)?.[1];
  return body === undefined ? undefined : fromBase64(body.replaceAll(/\s/g, ''));
}
