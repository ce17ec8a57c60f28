import { expect, test } from 'vitest';
import { workWords } from '../../../src/reports/work-words.ts';
import { random } from '../../support/reports/world.ts';

test('endpoints with one secret ask for the same word in an hour, and for another in the next', async () => {
  const secret = random(32);
  const [one, other] = [workWords([secret]), workWords([secret])];
  const [word] = await one(494_000);
  expect(word).toMatch(/^\d{8}$/);
  expect(await other(494_000)).toEqual([word]);
  expect(await other(494_001)).not.toEqual([word]);
  expect(await workWords([random(32)])(494_000)).not.toEqual([word]);
});

test('a secret that was changed still has its word, behind the one of the new secret', async () => {
  const [first, second] = [random(32), random(32)];
  const [[one], [two]] = await Promise.all([workWords([first])(1), workWords([second])(1)]);
  expect(await workWords([second, first])(1)).toEqual([two, one]);
});

test('the word of a secret and hour that are known is known', async () => {
  // Computed once by Python: hmac.new(b'\x07' * 32, b'ltr-work-v1 494000', 'sha256'), its first four bytes modulo 10^8.
  expect(await workWords([new Uint8Array(32).fill(7)])(494_000)).toEqual(['60165622']);
});
