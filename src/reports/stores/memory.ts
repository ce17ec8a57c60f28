import type { Bytes } from '../message/bytes.ts';
import type { Store } from './store.ts';

/** A store that forgets everything with its process. */
export function openMemoryStore(clock: () => Date): Store {
  const objects = new Map<string, { bytes: Bytes; day: string }>();
  return {
    create(key, bytes) {
      if (objects.has(key)) return Promise.resolve('exists');
      objects.set(key, { bytes: new Uint8Array(bytes), day: clock().toISOString().slice(0, 10) });
      return Promise.resolve('created');
    },
    get: (key) => Promise.resolve(objects.get(key)?.bytes ?? null),
    list(prefix) {
      const found = [...objects]
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, { bytes, day }]) => ({ key, bytes: bytes.length, day }));
      return Promise.resolve({ objects: found.sort((one, other) => (one.key < other.key ? -1 : 1)) });
    },
    remove(key) {
      objects.delete(key);
      return Promise.resolve();
    },
  };
}
