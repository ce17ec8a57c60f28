/** Loaded when somebody begins to write: everything that seals a report in the browser. */
import { hex } from '../../reports/message/bytes.ts';
import { type Epoch, epochOn } from '../../reports/message/epochs.ts';
import { packMessage } from '../../reports/message/format.ts';
import { dayOf, type Fields, makeReport } from '../../reports/message/report.ts';
import { mailboxOf, makeReturnCode, spell } from '../../reports/message/return-code.ts';
import { seal as sealAtOnce } from '../../reports/message/seal.ts';
import { submissionBody } from '../../reports/message/submission.ts';

export { spell };

export interface Sending {
  code: string;
  fields: Fields;
  lang: string;
  isTrapped: boolean;
  now: Date;
  epochs: readonly Epoch[];
}

const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

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

/** The body to post: padded, sealed, under an id of its own. The same body can be posted again and again. */
export async function sealedBody({ code, fields, lang, isTrapped, now, epochs }: Sending): Promise<string> {
  const id = hex(crypto.getRandomValues(new Uint8Array(16)));
  const day = dayOf(now);
  const { box, key } = await mailboxOf(code);
  const report = makeReport({ id, day, lang, via: 'js', fields, returnTo: { box, key }, isTrapped });
  return submissionBody(id, await seal(packMessage(report), epochOn(day, epochs).recipients));
}
