import type { Bytes } from '../message/bytes.ts';

/** What a listing says of an object. `day` is the UTC day it was stored on. */
export interface StoredObject {
  key: string;
  bytes: number;
  day: string;
}

export interface Listing {
  objects: StoredObject[];
  /** Given back to `list` for the next part; absent after the last. */
  cursor?: string;
}

/**
 * A place for opaque files that are written once. Keys are words of `[a-z0-9_-]` between slashes and hold no time. Every method rejects with
 * StoreFault and nothing else.
 */
export interface Store {
  /** Resolves when the object survives a power cut: `created`, or `exists` where the key is taken, whatever it holds. */
  create(key: string, bytes: Uint8Array): Promise<'created' | 'exists'>;
  get(key: string): Promise<Bytes | null>;
  /** Objects whose key begins with `prefix` (a folder and its slash), in an order that stays. */
  list(prefix: string, cursor?: string): Promise<Listing>;
  /** Removing what is not there is no fault. */
  remove(key: string): Promise<void>;
}

/** `full`: no room. `unavailable`: anything else; trying again may help. The message is of our own words and names no object. */
export class StoreFault extends Error {
  readonly kind: 'full' | 'unavailable';
  constructor(kind: 'full' | 'unavailable', message: string) {
    super(message);
    this.kind = kind;
  }
}

/** Where a report of this id (32 hex digits) is kept. */
export function reportKey(id: string): string {
  return `r/${id.slice(0, 2)}/${id}`;
}

/** What all keys of replies begin with. */
export const MAILBOXES = 'm/';

/** Every object below `prefix`, one listing after the other. */
export async function* everyObject(store: Store, prefix: string): AsyncGenerator<StoredObject> {
  let cursor: string | undefined;
  do {
    const listing: Listing = await store.list(prefix, cursor);
    yield* listing.objects;
    cursor = listing.cursor;
  } while (cursor !== undefined);
}

/**
 * Proves that the store creates only what is not there: two writes to a random key must end `created`, `exists`, and the first bytes must stay.
 * Throws with the remedy; a store that overwrites would lose reports.
 */
export async function probe(store: Store, random: (length: number) => Uint8Array): Promise<void> {
  const key = `probe/${Array.from(random(16), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  const [first, second] = [random(16), random(16)];
  const outcomes = [await store.create(key, first), await store.create(key, second)];
  const kept = await store.get(key);
  await store.remove(key);
  const isKept = kept !== null && kept.every((byte, index) => byte === first[index]);
  if (outcomes.join() !== 'created,exists' || !isKept) {
    throw new Error('The store overwrites what is there, so reports could be lost. Use one that honours If-None-Match: * on PUT.');
  }
}
