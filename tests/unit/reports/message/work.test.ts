import { createHash, pbkdf2Sync } from 'node:crypto';
import { expect, test } from 'vitest';
import { utf8 } from '../../../../src/reports/message/bytes.ts';
import { findWork, workKey, zeroBits } from '../../../../src/reports/message/work.ts';

const ID = 'ab'.repeat(16);
const LETTERS = utf8('QUJD'.repeat(40));

/** The same rule in other words. */
function zerosOf(id: string, letters: Uint8Array, d: string, n: string): number {
  const digest = createHash('sha256').update(`ltr-pow-v1 ${id} `).update(letters).digest();
  return Math.clz32(pbkdf2Sync(digest, `ltr-pow ${d} ${n}`, 1_000, 4, 'sha256').readUInt32BE());
}

test('work is the first number whose try begins with enough zero bits', async () => {
  const work = await findWork(await workKey(ID, LETTERS), { bits: 6, d: '12345678' });
  expect(zerosOf(ID, LETTERS, work.d, work.n)).toBeGreaterThanOrEqual(6);
  for (let number = 0; number < Number.parseInt(work.n, 16); number++) {
    expect(zerosOf(ID, LETTERS, work.d, number.toString(16).padStart(16, '0'))).toBeLessThan(6);
  }
});

test('work holds for its own id, envelope and word only', async () => {
  const work = await findWork(await workKey(ID, LETTERS), { bits: 8, d: '12345678' });
  const changed = Uint8Array.from(LETTERS);
  changed[0] = 'R'.charCodeAt(0);
  const others = [
    zeroBits(await workKey(ID.replace('ab', 'ac'), LETTERS), work),
    zeroBits(await workKey(ID, changed), work),
    zeroBits(await workKey(ID, LETTERS), { ...work, d: '12345679' }),
  ];
  // Each of the three could fit by chance, one time in 256; this id, envelope and word are fixed.
  expect((await Promise.all(others)).every((zeros) => zeros < 8)).toBe(true);
});

test('the tries are counted as they are made', async () => {
  const counts: number[] = [];
  await findWork(await workKey(ID, LETTERS), { bits: 6, d: '00000001' }, (tries) => counts.push(tries));
  expect(counts[0]).toBe(0);
  expect(counts).toEqual(counts.toSorted((one, other) => one - other));
});
