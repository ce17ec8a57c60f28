/** Loaded when somebody begins to write: everything that seals a report in the browser. */
import { type Attachment, attachedInParts, type PartMessage } from '../../reports/message/attachments.ts';
import { hex } from '../../reports/message/bytes.ts';
import { type Epoch, epochOn } from '../../reports/message/epochs.ts';
import { packMessage } from '../../reports/message/format.ts';
import { dayOf, type Fields, makeReport } from '../../reports/message/report.ts';
import { mailboxOf, makeReturnCode, spell } from '../../reports/message/return-code.ts';
import { seal as sealAtOnce } from '../../reports/message/seal.ts';
import { submissionBody } from '../../reports/message/submission.ts';
import { breath } from '../loading/breath.ts';

export { spell };

export interface Sending {
  code: string;
  fields: Fields;
  lang: string;
  isTrapped: boolean;
  now: Date;
  epochs: readonly Epoch[];
  attachments: readonly Attachment[];
}

/** What is posted: the report, then its files, each under an id of its own. A body can be posted again and again. */
export interface Sealed {
  report: string;
  files: (() => Promise<string>)[];
}

/** Seals in a task of its own, so that the page answers between packing, sealing and spelling. */
async function seal(message: Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
  await breath();
  const envelope = await sealAtOnce(message, recipients);
  await breath();
  return envelope;
}

export function newCode(): string {
  return makeReturnCode(crypto.getRandomValues(new Uint8Array(16)));
}

/**
 * Seals nothing of growing length while the tipster writes, so that the browser has compiled the cipher before a report needs it. On a slow phone
 * the first sealing would hold the page for a third of a second.
 */
export async function warmUp(epochs: readonly Epoch[]): Promise<void> {
  const recipients = epochs[0]?.recipients ?? [];
  for (const length of [0, 64, 128, 256, 512, 1_024, 2_048, 4_096, 8_192, 16_384]) {
    await new Promise((resolve) => setTimeout(resolve, 30));
    await seal(new Uint8Array(length), recipients);
  }
}

/** Seals the report now and its files when their turn comes, so that a text never waits for a picture. */
export async function sealAll({ code, fields, lang, isTrapped, now, epochs, attachments }: Sending): Promise<Sealed> {
  const day = dayOf(now);
  const { recipients } = epochOn(day, epochs);
  const { box, key } = await mailboxOf(code);
  const report = makeReport({ id: chanceName(), day, lang, via: 'js', fields, returnTo: { box, key }, isTrapped });
  const { attached, bytes } = attachedInParts(attachments, chanceName());
  const files = bytes.map((part, index) => {
    const message: PartMessage = {
      v: 1,
      kind: 'part',
      id: chanceName(),
      day,
      thread: attached.thread,
      part: [index + 1, bytes.length],
      len: part.length,
    };
    let body: Promise<string> | undefined;
    return () => (body ??= seal(packMessage(message, [part]), recipients).then((envelope) => submissionBody(message.id, envelope)));
  });
  const whole = attachments.length > 0 ? { ...report, ...attached } : report;
  return { report: submissionBody(report.id, await seal(packMessage(whole), recipients)), files };
}

function chanceName(): string {
  return hex(crypto.getRandomValues(new Uint8Array(16)));
}
