/** Loaded when somebody begins to type a number: everything that opens replies and seals an addition in the browser. */
import { hex } from '../../reports/message/bytes.ts';
import { type Epoch, epochOn } from '../../reports/message/epochs.ts';
import { packMessage } from '../../reports/message/format.ts';
import { asAddition, dayOf, type Fields, makeReport } from '../../reports/message/report.ts';
import { type Mailbox, mailboxOf } from '../../reports/message/return-code.ts';
import { seal } from '../../reports/message/seal.ts';
import { submissionBody } from '../../reports/message/submission.ts';
import { MAILBOX_BYTES, openMailbox, type Shown } from '../../reports/replies/conversation.ts';
import type { ReplyKey } from '../../reports/replies/reply.ts';

export { MAILBOX_BYTES, mailboxOf, openMailbox };
export type { Mailbox, ReplyKey, Shown };

export interface Addition {
  mailbox: Mailbox;
  fields: Fields;
  lang: string;
  now: Date;
  epochs: readonly Epoch[];
}

/** The body to post: padded and sealed like a report, so that it looks like one. It can be posted again and again. */
export async function sealedAddition({ mailbox: { box, key }, fields, lang, now, epochs }: Addition): Promise<string> {
  const id = hex(crypto.getRandomValues(new Uint8Array(16)));
  const day = dayOf(now);
  const report = makeReport({ id, day, lang, via: 'js', fields, returnTo: { box, key }, isTrapped: false });
  return submissionBody(id, await seal(packMessage(asAddition(report)), epochOn(day, epochs).recipients));
}
