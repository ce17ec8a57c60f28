import { scrypt as reference } from '@noble/hashes/scrypt.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scrypt } from '../../../src/papers-safe/scrypt.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

test('scrypt gives the key of another implementation for any passphrase, salt and cost', async () => {
  const salts = fc.uint8Array({ minLength: 1, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 80 }), salts, fc.integer({ min: 1, max: 11 }), async (typed, salt, work) => {
      const other = reference(typed, salt, { N: 2 ** work, r: 8, p: 1, dkLen: 32 });
      expect(hex(await scrypt(typed, salt, work, () => undefined))).toBe(hex(other));
    }),
    { numRuns: 40 },
  );
});
test('scrypt gives the key that RFC 7914 names', async () => {
  const key = await scrypt('pleaseletmein', Buffer.from('SodiumChloride'), 14, () => undefined);
  // The RFC's third vector (N = 16384, r = 8, p = 1); the first 32 of its 64 bytes.
  expect(hex(key)).toBe('7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2');
});
test('scrypt gives way to others while it works', async () => {
  let isDone = false;
  const turns: boolean[] = [];
  const timer = setInterval(() => turns.push(isDone), 1);
  await scrypt('izdomāta parole', Buffer.from('sāls'), 14, () => undefined).then(() => (isDone = true));
  clearInterval(timer);
  expect(turns.filter((wasDone) => !wasDone).length).toBeGreaterThan(2);
});
