import { beforeAll, describe, expect, test } from 'vitest';
import { developmentReplyKey, developmentReplyKeys } from '../../../../src/reports/keys/development.ts';
import { type Bytes, concat, utf8 } from '../../../../src/reports/message/bytes.ts';
import { type Mailbox } from '../../../../src/reports/message/return-code.ts';
import { seal } from '../../../../src/reports/message/seal.ts';
import { MAILBOX_BYTES, MailboxFault, openMailbox, type Shown } from '../../../../src/reports/replies/conversation.ts';
import { readMailbox, replyKey } from '../../../../src/reports/replies/mailbox.ts';
import { type ReplyKey, SEALED_REPLY, sealReply } from '../../../../src/reports/replies/reply.ts';
import { openMemoryStore } from '../../../../src/reports/stores/memory.ts';
import { fillMailbox, inventMailbox, sealedReply } from '../../../support/reports/replies.ts';
import { random, TODAY } from '../../../support/reports/world.ts';

let mailbox: Mailbox;
let keys: ReplyKey[];

beforeAll(async () => {
  mailbox = await inventMailbox();
  keys = await developmentReplyKeys(TODAY);
});

/** What a reader sees when these lie in the mailbox, in this order. */
async function shownOf(...sealed: Bytes[]): Promise<Shown[]> {
  const store = openMemoryStore(() => new Date());
  for (const [index, bytes] of sealed.entries()) await store.create(replyKey(mailbox.box, index + 1), bytes);
  return openMailbox(await readMailbox(mailbox.box, store, random), mailbox, keys);
}

const kinds = (shown: readonly Shown[]): string[] => shown.map((one) => (one.kind === 'reply' ? one.reply.text : one.kind));

describe('a mailbox', () => {
  test('shows replies by number, whatever their order in the store', async () => {
    const replies = [await sealedReply(mailbox, { seq: 2, text: 'otrā' }), await sealedReply(mailbox, { seq: 1, text: 'pirmā' })];
    expect(kinds(await shownOf(...replies))).toEqual(['pirmā', 'otrā']);
  });

  test('without replies shows nothing, and what fills its places cannot be told from replies', async () => {
    const store = openMemoryStore(() => new Date());
    const empty = await readMailbox(mailbox.box, store, random);
    await fillMailbox(store, mailbox, [1, 2, 3, 4, 5, 6]);
    const full = await readMailbox(mailbox.box, store, random);
    expect([empty.length, full.length]).toEqual([MAILBOX_BYTES, MAILBOX_BYTES]);
    expect(await openMailbox(empty, mailbox, keys)).toEqual([]);
    const header = /^age-encryption\.org\/v1\n-> X25519 [A-Za-z0-9+/]{43}\n[A-Za-z0-9+/]{43}\n--- [A-Za-z0-9+/]{43}\n/;
    for (const answer of [empty, full]) {
      for (let slot = 0; slot < 6; slot++) expect(Buffer.from(answer).toString('latin1', slot * SEALED_REPLY)).toMatch(header);
      expect(answer.subarray(6 * SEALED_REPLY).every((byte) => byte === 0)).toBe(true);
    }
  });

  test('shows the newest six, and says that there were earlier ones', async () => {
    const store = openMemoryStore(() => new Date());
    await fillMailbox(store, mailbox, [1, 2, 3, 4, 5, 6, 7, 8]);
    const shown = await openMailbox(await readMailbox(mailbox.box, store, random), mailbox, keys);
    expect(kinds(shown)).toEqual(['earlier', ...[3, 4, 5, 6, 7, 8].map((seq) => `Atbilde nr. ${seq}`)]);
  });

  test('says which replies between two are missing', async () => {
    const shown = await shownOf(await sealedReply(mailbox, { seq: 1 }), await sealedReply(mailbox, { seq: 4 }));
    expect(shown[1]).toEqual({ kind: 'missing', from: 2, to: 3 });
  });
});

describe('a hostile store', () => {
  test('cannot show a reply twice', async () => {
    const reply = await sealedReply(mailbox, { text: 'viena' });
    const again = await sealedReply(mailbox, { text: 'viena' });
    expect(kinds(await shownOf(reply, again))).toEqual(['viena', 'repeated']);
  });

  test('cannot show a reply that somebody else signed', async () => {
    const stranger = await crypto.subtle.generateKey('Ed25519', false, ['sign']);
    const sign = async (bytes: Bytes) => new Uint8Array(await crypto.subtle.sign('Ed25519', stranger.privateKey, bytes));
    expect(await shownOf(await sealedReply(mailbox, { text: 'Nāc uz …' }, sign))).toEqual([{ kind: 'forged' }]);
  });

  test.each(['2026-99-99', '2026-02-30', '2026-11-21T10:00:00Z'])('cannot show the day %s, which is none', async (day) => {
    expect(kinds(await shownOf(await sealedReply(mailbox, { day })))).toEqual(['damaged']);
  });

  test('cannot show words that were sealed without a signature', async () => {
    const plain = new Uint8Array(8_192);
    plain.set(utf8('Nāc uz …'));
    expect(await shownOf(await seal(plain, [mailbox.key]))).toEqual([{ kind: 'forged' }]);
  });

  test('cannot show a reply that was signed for another mailbox', async () => {
    const other = await inventMailbox();
    const moved = await sealedReply({ ...mailbox, box: other.box }, { text: 'citam' });
    expect(await shownOf(moved)).toEqual([{ kind: 'moved' }]);
  });

  test('cannot show a reply of another mailbox as it lies there', async () => {
    expect(await shownOf(await sealedReply(await inventMailbox()))).toEqual([]);
  });

  test('cannot use a signature of another year', async () => {
    const { sign } = await developmentReplyKey('2025');
    expect(await shownOf(await sealedReply(mailbox, { day: TODAY }, sign))).toEqual([{ kind: 'forged' }]);
  });

  test('cannot use a signature for anything but a reply', async () => {
    const { sign } = await developmentReplyKey('2026');
    const unnamed = (bytes: Bytes) => sign(bytes.slice(utf8('ltr-reply-v1\n').length));
    expect(await shownOf(await sealedReply(mailbox, {}, unnamed))).toEqual([{ kind: 'forged' }]);
  });

  test.each([200, 4_000, SEALED_REPLY - 1])('cannot change byte %i without being seen', async (at) => {
    const reply = await sealedReply(mailbox);
    reply[at] = (reply[at] ?? 0) ^ 1;
    expect(await shownOf(reply)).toEqual([{ kind: 'damaged' }]);
  });

  test('shows nothing of a reply that was cut in the store', async () => {
    expect(await shownOf((await sealedReply(mailbox)).slice(0, -100))).toEqual([]);
  });

  test.each([0, 1, MAILBOX_BYTES - 1, MAILBOX_BYTES + 1])('cannot give an answer of %i bytes', async (length) => {
    await expect(openMailbox(new Uint8Array(length), mailbox, keys)).rejects.toThrow(MailboxFault);
  });
});

describe('a reply', () => {
  test('of a newer version is named as such', async () => {
    expect(await shownOf(await sealedReply(mailbox, { v: 2 as 1 }))).toEqual([{ kind: 'newer' }]);
  });

  test('with fields of another shape is not shown', async () => {
    expect(await shownOf(await sealedReply(mailbox, { seq: 'x' as never }))).toEqual([{ kind: 'damaged' }]);
  });

  test('has one length, whatever it says, and is refused when it is longer', async () => {
    const { sign } = await developmentReplyKey('2026');
    const reply = { v: 1, box: mailbox.box, seq: 1, day: TODAY, more: false } as const;
    for (const text of ['', 'ā'.repeat(4_000)]) {
      expect((await sealReply({ ...reply, text }, mailbox.key, sign)).length).toBe(SEALED_REPLY);
    }
    await expect(sealReply({ ...reply, text: 'ā'.repeat(4_100) }, mailbox.key, sign)).rejects.toThrow(/\d+ bytes too long/);
  });

  test('is proved in script where WebCrypto has no Ed25519', async () => {
    const { subtle } = crypto;
    const verify = subtle.verify.bind(subtle);
    subtle.verify = () => Promise.reject(new DOMException('no', 'NotSupportedError'));
    const good = await sealedReply(mailbox, { text: 'laba' });
    const shown = await shownOf(good, concat(await sealedReply(mailbox, { seq: 2 }, () => Promise.resolve(random(64)))));
    subtle.verify = verify;
    expect(kinds(shown)).toEqual(['laba', 'forged']);
  });
});
