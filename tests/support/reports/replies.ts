import { developmentReplyKey } from '../../../src/reports/keys/development.ts';
import type { Bytes } from '../../../src/reports/message/bytes.ts';
import { type Mailbox, mailboxOf, makeReturnCode } from '../../../src/reports/message/return-code.ts';
import { replyKey } from '../../../src/reports/replies/mailbox.ts';
import { type Reply, sealReply, type Signer } from '../../../src/reports/replies/reply.ts';
import type { Store } from '../../../src/reports/stores/store.ts';
import { random, TODAY } from './world.ts';

/** An invented return code and its mailbox. */
export async function inventMailbox(): Promise<Mailbox & { code: string }> {
  const code = makeReturnCode(random(16));
  return { code, ...(await mailboxOf(code)) };
}

/** An invented reply, sealed and signed as staff do; every part can be replaced. */
export async function sealedReply(mailbox: Mailbox, parts: Partial<Reply> = {}, signer?: Signer): Promise<Bytes> {
  const { sign } = await developmentReplyKey(TODAY.slice(0, 4));
  const reply: Reply = { v: 1, box: mailbox.box, seq: 1, day: TODAY, text: 'Izdomāta atbilde.', more: false, ...parts };
  return sealReply(reply, mailbox.key, signer ?? sign);
}

/** Puts replies with these numbers into a mailbox. */
export async function fillMailbox(store: Store, mailbox: Mailbox, numbers: readonly number[]): Promise<void> {
  for (const seq of numbers)
    await store.create(replyKey(mailbox.box, seq), await sealedReply(mailbox, { seq, text: `Atbilde nr. ${seq}` }));
}
