import { type Bytes, utf8 } from './message/bytes.ts';

/**
 * The words that work may be done for in an hour, counted from 1970: 8 digits, one for each secret of the server. Endpoints with one secret
 * agree, nothing is remembered, and nobody can work ahead for a later hour.
 */
export function workWords(secrets: readonly Bytes[]): (hour: number) => Promise<string[]> {
  return (hour) => Promise.all(secrets.map((secret) => wordOf(secret, hour)));
}

async function wordOf(secret: Bytes, hour: number): Promise<string> {
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const digest = await crypto.subtle.sign('HMAC', key, utf8(`ltr-work-v1 ${hour}`));
  return String(new DataView(digest).getUint32(0) % 1e8).padStart(8, '0');
}
