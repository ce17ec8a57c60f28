import { Decrypter } from 'age-encryption';
import type { Mailbox } from '../message/return-code.ts';
import { type ReadReply, readReply, type Reply, type ReplyKey, SEALED_REPLY } from './reply.ts';

/** Replies that one answer of the endpoint has room for. */
export const SLOTS = 6;
/** Bytes of every answer of the endpoint, whoever asks: six sealed replies and zeros. */
export const MAILBOX_BYTES = 65_536;

/** What a reader is shown, in order. Numbers are those of replies. */
export type Shown =
  | { kind: 'reply'; reply: Reply }
  /** Not signed by us; its text is not shown. */
  | { kind: 'forged' | 'damaged' | 'newer' }
  /** Signed by us, for another mailbox. */
  | { kind: 'moved' }
  | { kind: 'repeated'; seq: number }
  /** Replies between two that are there. */
  | { kind: 'missing'; from: number; to: number }
  /** Replies before the first that is there: too many for one answer, or over their time. */
  | { kind: 'earlier' };

/** An answer of another length was cut or changed on its way. */
export class MailboxFault extends Error {}

/** Opens what the endpoint answered, with the mailbox of a return code. Throws MailboxFault for an answer that is not whole. */
export async function openMailbox(answer: Uint8Array, mailbox: Mailbox, keys: readonly ReplyKey[]): Promise<Shown[]> {
  if (answer.length !== MAILBOX_BYTES) throw new MailboxFault(`the answer has ${answer.length} bytes`);
  const decrypter = new Decrypter();
  decrypter.addIdentity(mailbox.identity);
  const read: ReadReply[] = [];
  for (let slot = 0; slot < SLOTS; slot++) {
    const one = await open(answer.subarray(slot * SEALED_REPLY, (slot + 1) * SEALED_REPLY), decrypter, keys);
    if (one !== undefined) read.push(one);
  }
  return arrange(read, mailbox.box);
}

/** Undefined for what was not sealed for us: the endpoint fills empty places with chance. */
async function open(sealed: Uint8Array, decrypter: Decrypter, keys: readonly ReplyKey[]): Promise<ReadReply | undefined> {
  try {
    return await readReply(await decrypter.decrypt(sealed), keys);
  } catch (error) {
    return error instanceof Error && error.message.startsWith('no identity matched') ? undefined : 'damaged';
  }
}

function arrange(read: readonly ReadReply[], box: string): Shown[] {
  const replies = read.filter((one) => typeof one !== 'string');
  const own = replies.filter((reply) => reply.box === box).sort((one, other) => one.seq - other.seq);
  const shown: Shown[] = (own[0]?.seq ?? 1) > 1 ? [{ kind: 'earlier' }] : [];
  for (const [index, reply] of own.entries()) {
    const before = own[index - 1]?.seq;
    if (before === reply.seq) shown.push({ kind: 'repeated', seq: reply.seq });
    else {
      if (before !== undefined && before + 1 < reply.seq) shown.push({ kind: 'missing', from: before + 1, to: reply.seq - 1 });
      shown.push({ kind: 'reply', reply });
    }
  }
  const moved = replies.filter((reply) => reply.box !== box).map((): Shown => ({ kind: 'moved' }));
  const faults = read.filter((one) => typeof one === 'string').map((kind): Shown => ({ kind }));
  return [...shown, ...moved, ...faults];
}
