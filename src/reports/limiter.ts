import { type Bytes, utf8 } from './message/bytes.ts';

const ROWS = 4;
const COLUMNS = 16_384;
const MOST = 255;

export interface LimiterOptions {
  /** Posts that one network may make in a window. Many phones share an address, so be generous. */
  limit: number;
  /** Milliseconds after which everything is forgotten. */
  window: number;
  clock: () => Date;
  random: (length: number) => Bytes;
}

/** Whether one more post from this address is within the limit; the address is used for this answer and not kept. */
export type Limiter = (address: string | undefined) => Promise<boolean>;

/**
 * Counts posts a network in a count-min sketch: four rows of small counters, found by a hash under a random key that lives as long as the
 * counters. It can take two networks for one, never the other way, and holds nothing an address could be read from. An address that is unknown or of this machine
 * (a proxy, an onion service) is not limited here.
 */
export function sketchLimiter({ limit, window, clock, random }: LimiterOptions): Limiter {
  let counters = new Uint8Array(ROWS * COLUMNS);
  let key: Promise<CryptoKey> | undefined;
  let ends = 0;

  const renew = (): Promise<CryptoKey> => {
    counters = new Uint8Array(ROWS * COLUMNS);
    ends = clock().getTime() + window;
    return crypto.subtle.importKey('raw', random(32), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  };

  return async (address) => {
    const network = networkOf(address);
    if (network === undefined) return true;
    const now = clock().getTime();
    // A clock that was set back must not keep a key for longer either.
    if (key === undefined || now >= ends || now < ends - window) key = renew();
    const digest = new DataView(await crypto.subtle.sign('HMAC', await key, utf8(network)));
    const places = Array.from({ length: ROWS }, (_, row) => row * COLUMNS + (digest.getUint32(row * 4) % COLUMNS));
    const count = Math.min(...places.map((place) => counters[place] ?? 0));
    // Conservative update: only the smallest counters grow, which keeps strangers' posts out of them.
    for (const place of places) if (counters[place] === count && count < MOST) counters[place] = count + 1;
    return count < limit;
  };
}

/** The network an address belongs to: its first 24 bits, of IPv6 48. Undefined where it says nothing of the sender. */
export function networkOf(address: string | undefined): string | undefined {
  const plain = address?.replace(/^::ffff:(?=\d+\.)/i, '').toLowerCase();
  if (plain === undefined || plain === '' || plain === '::1' || plain.startsWith('127.')) return undefined;
  const four = /^(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(plain);
  if (four) return four[1];
  if (!/^[0-9a-f:]+$/.test(plain) || !plain.includes(':')) return undefined;
  const [head = '', tail = ''] = plain.split('::');
  const [front, back] = [head, tail].map((half) => (half === '' ? [] : half.split(':'))) as [string[], string[]];
  const zeros = plain.includes('::') ? Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0') : [];
  return [...front, ...zeros, ...back].slice(0, 3).join(':');
}
