import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { notify } from '../../../../src/reports/inbox/notify.ts';
import { receiptKey } from '../../../../src/reports/inbox/pull.ts';
import { utf8 } from '../../../../src/reports/message/bytes.ts';
import { openMemoryStore } from '../../../../src/reports/stores/memory.ts';
import { reportKey, type Store } from '../../../../src/reports/stores/store.ts';
import { TODAY } from '../../../support/reports/world.ts';

const [id, other] = ['ab'.repeat(16), 'cd'.repeat(16)];
let mails: string[];
let isDown: boolean;
let server: SMTPServer;
let store: Store;

beforeEach(async () => {
  mails = [];
  isDown = false;
  store = openMemoryStore(() => new Date(`${TODAY}T12:00:00Z`));
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _, done) => void text(stream).then((mail) => (isDown ? done(new Error('down')) : (mails.push(mail), done()))),
  });
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
});
afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())));

function call(today = TODAY, host = '127.0.0.1') {
  const { port } = server.server.address() as AddressInfo;
  const words = { subject: 'Something is new', text: 'There are one or more new reports.' };
  return notify({ store, org: 'one', today, server: `smtp://${host}:${port}`, from: 'a@site.example', to: 'b@staff.example', ...words });
}

test('a notice is sent once a day while there is something to pull, and says nothing of it', async () => {
  expect(await call()).toBe('nothing new');
  for (const report of [id, other]) await store.create(reportKey(report), utf8('x'));
  expect([await call(), await call()]).toEqual(['sent', 'sent before']);
  expect(mails).toHaveLength(1);
  expect(mails[0]).toContain('There are one or more new reports.');
  expect(mails[0]).not.toMatch(new RegExp(`${id}|${other}|X-Mailer`));
  expect(await call('2026-11-22')).toBe('sent');
  for (const report of [id, other]) await store.create(receiptKey('one', report), utf8('one'));
  expect(await call('2026-11-23')).toBe('nothing new');
});

test('a notice is the same for one report and for many', async () => {
  await store.create(reportKey(id), utf8('x'));
  await call();
  await store.create(reportKey(other), utf8('x'));
  await call('2026-11-22');
  const [one, many] = mails.map((mail) => mail.replaceAll(/^(?:Date|Message-ID):.*$/gm, ''));
  expect(many).toBe(one);
});

test('a notice that could not be sent is tried again on the same day', async () => {
  await store.create(reportKey(id), utf8('x'));
  isDown = true;
  await expect(call()).rejects.toThrow();
  isDown = false;
  expect(await call()).toBe('sent');
});

test('a server that is not on this machine must offer TLS', async () => {
  await store.create(reportKey(id), utf8('x'));
  // Another name of this machine, which counts as a foreign one.
  await expect(call(TODAY, '127.0.0.2')).rejects.toThrow();
  expect(mails).toEqual([]);
});
