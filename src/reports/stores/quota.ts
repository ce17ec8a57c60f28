import { everyObject, type Store, StoreFault } from './store.ts';

export interface Quota {
  objects: number;
  bytes: number;
}

export interface GuardedStore extends Store {
  /** Counts what is there; done once before the first report, and again now and then, because others remove and add too. */
  recount(): Promise<void>;
  /** The part of the quota that is used: 0.7 and more is a reason to pull and purge. */
  used(): number;
}

/** A store that refuses reports at its quota with StoreFault `full`. Nothing is ever removed to make room. */
export function withQuota(store: Store, quota: Quota): GuardedStore {
  let used: Quota = { objects: 0, bytes: 0 };
  const share = () => Math.max(used.objects / quota.objects, used.bytes / quota.bytes);
  return {
    get: (key) => store.get(key),
    list: (prefix, cursor) => store.list(prefix, cursor),
    remove: (key) => store.remove(key),
    async create(key, bytes) {
      if (share() >= 1) throw new StoreFault('full', 'the quota of the store is used up');
      const outcome = await store.create(key, bytes);
      if (outcome === 'created') used = { objects: used.objects + 1, bytes: used.bytes + bytes.length };
      return outcome;
    },
    async recount() {
      const counted = { objects: 0, bytes: 0 };
      for await (const { bytes } of everyObject(store, 'r/')) {
        counted.objects += 1;
        counted.bytes += bytes;
      }
      used = counted;
    },
    used: share,
  };
}
