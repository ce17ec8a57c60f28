import { describe, expect, test } from 'vitest';
import { utf8 } from '../../../../src/reports/message/bytes.ts';
import { everyObject, type Store } from '../../../../src/reports/stores/store.ts';

/** What every store promises. `open` gives an empty one. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`${name}: a store`, () => {
    test('gives back what was created, byte for byte', async () => {
      const store = await open();
      const bytes = crypto.getRandomValues(new Uint8Array(40_000));
      expect(await store.create('r/ab/1', bytes)).toBe('created');
      expect(await store.get('r/ab/1')).toEqual(expect.objectContaining({ length: bytes.length }));
      expect(Buffer.compare((await store.get('r/ab/1')) ?? new Uint8Array(), bytes)).toBe(0);
    });

    test('never overwrites', async () => {
      const store = await open();
      await store.create('r/ab/1', utf8('first'));
      expect(await store.create('r/ab/1', utf8('second'))).toBe('exists');
      expect(Buffer.from((await store.get('r/ab/1')) ?? []).toString()).toBe('first');
    });

    test('creates once when fifty ask at the same time', async () => {
      const store = await open();
      const outcomes = await Promise.all(Array.from({ length: 50 }, () => store.create('r/cd/2', utf8('same'))));
      expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(1);
    });

    test('has nothing where nothing was created', async () => {
      expect(await (await open()).get('r/ab/9')).toBeNull();
    });

    test('lists what begins with a prefix, page after page, with size and day', async () => {
      const store = await open();
      const keys = Array.from({ length: 8 }, (_, index) => `r/0${index % 3}/${index}`);
      for (const key of [...keys, 'a/one/1']) await store.create(key, utf8('twelve bytes'));
      const found = await Array.fromAsync(everyObject(store, 'r/'));
      expect(found.map(({ key }) => key).sort()).toEqual([...keys].sort());
      expect(found.every(({ bytes, day }) => bytes === 12 && /^\d{4}-\d\d-\d\d$/.test(day))).toBe(true);
    });

    test('forgets what is removed, and removing again is no fault', async () => {
      const store = await open();
      await store.create('r/ab/1', utf8('x'));
      await store.remove('r/ab/1');
      await store.remove('r/ab/1');
      expect(await store.get('r/ab/1')).toBeNull();
    });
  });
}
