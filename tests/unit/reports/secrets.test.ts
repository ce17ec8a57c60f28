import { expect, test } from 'vitest';
import { utf8 } from '../../../src/reports/message/bytes.ts';
import { deriveSecrets } from '../../../src/reports/secrets.ts';
import { random } from '../../support/reports/world.ts';

const now = new Date('2026-11-21T10:00:00Z');

test('a sending is named the same under one secret and otherwise under another', async () => {
  const secret = random(32);
  const [one, again, other] = await Promise.all([[secret], [secret], [random(32)]].map((secrets) => deriveSecrets(secrets, random)));
  const name = await one?.nameSending(utf8('sending'));
  expect(await again?.nameSending(utf8('sending'))).toEqual(name);
  expect(await other?.nameSending(utf8('sending'))).not.toEqual(name);
  expect(await one?.nameSending(utf8('another'))).not.toEqual(name);
});

test('a receipt sealed before the secret changed is still opened', async () => {
  const [first, second] = [random(32), random(32)];
  const sealed = await (await deriveSecrets([first], random)).sealReceipt('1234', now);
  expect(await (await deriveSecrets([second, first], random)).openReceipt(sealed, now)).toBe('1234');
  expect(await (await deriveSecrets([second], random)).openReceipt(sealed, now)).toBeUndefined();
});

test('a server without a secret is refused', async () => {
  await expect(deriveSecrets([], random)).rejects.toThrow('no secret');
});
