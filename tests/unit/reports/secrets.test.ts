import { expect, test } from 'vitest';
import { nodePrimitives } from '../../../src/reports/adapters/node-primitives.ts';
import { utf8 } from '../../../src/reports/message/bytes.ts';
import { deriveSecrets, webPrimitives } from '../../../src/reports/secrets.ts';
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

test("a server of Node and one of any other platform name a sending alike and open each other's receipts", async () => {
  const secret = random(32);
  const kinds = [webPrimitives, nodePrimitives];
  const [web, node] = await Promise.all(kinds.map((primitives) => deriveSecrets([secret], random, primitives)));
  expect(await node?.nameSending(utf8('sending'))).toEqual(await web?.nameSending(utf8('sending')));
  expect(await web?.openReceipt((await node?.sealReceipt('1234', now)) ?? '', now)).toBe('1234');
  expect(await node?.openReceipt((await web?.sealReceipt('5678', now)) ?? '', now)).toBe('5678');
});

test.each([webPrimitives, nodePrimitives])('a receipt that is cut, changed or of another server is not opened', async (primitives) => {
  const secrets = await deriveSecrets([random(32)], random, primitives);
  const sealed = await secrets.sealReceipt('1234', now);
  const letter = sealed[20] === 'A' ? 'B' : 'A';
  const others = [
    '',
    'A',
    'AAAA',
    sealed.slice(0, 16),
    sealed.slice(0, 36),
    sealed.slice(0, -4),
    sealed.slice(0, 20) + letter + sealed.slice(21),
  ];
  for (const other of others) expect(await secrets.openReceipt(other, now)).toBeUndefined();
  expect(await (await deriveSecrets([random(32)], random, primitives)).openReceipt(sealed, now)).toBeUndefined();
  expect(await secrets.openReceipt(sealed, now)).toBe('1234');
});
