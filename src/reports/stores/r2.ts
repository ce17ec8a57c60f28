import type { Bytes } from '../message/bytes.ts';
import { type Store, StoreFault } from './store.ts';

/** What we use of Cloudflare's R2 binding. */
export interface R2Bucket {
  put(key: string, value: Uint8Array, options: { onlyIf: { etagDoesNotMatch: string } }): Promise<object | null>;
  get(key: string): Promise<{ arrayBuffer(): Promise<ArrayBuffer> } | null>;
  list(options: { prefix: string; cursor?: string }): Promise<R2Listing>;
  delete(key: string): Promise<void>;
}

interface R2Listing {
  objects: readonly { key: string; size: number; uploaded: Date }[];
  truncated: boolean;
  cursor?: string;
}

/** A store in an R2 bucket by its binding. A put whose condition fails gives null and writes nothing. */
export function openR2Store(bucket: R2Bucket): Store {
  return {
    create: (key, bytes) =>
      guarded(async () => ((await bucket.put(key, bytes, { onlyIf: { etagDoesNotMatch: '*' } })) === null ? 'exists' : 'created')),
    get: (key) => guarded(async () => bytesOf(await bucket.get(key))),
    list: (prefix, cursor) =>
      guarded(async () => {
        const listing = await bucket.list({ prefix, ...(cursor === undefined ? {} : { cursor }) });
        const objects = listing.objects.map(({ key, size, uploaded }) => ({ key, bytes: size, day: uploaded.toISOString().slice(0, 10) }));
        return listing.truncated && listing.cursor !== undefined ? { objects, cursor: listing.cursor } : { objects };
      }),
    remove: (key) => guarded(() => bucket.delete(key)),
  };
}

async function bytesOf(object: { arrayBuffer(): Promise<ArrayBuffer> } | null): Promise<Bytes | null> {
  return object && new Uint8Array(await object.arrayBuffer());
}

async function guarded<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch {
    // R2's own message may name the object.
    throw new StoreFault('unavailable', 'the R2 bucket gave no good answer');
  }
}
