import type { Epoch } from '../message/epochs.ts';
import type { ReplyKey } from '../replies/reply.ts';
import { developmentEpochs, developmentReplyKeys } from './development.ts';
import list from './recipients.json' with { type: 'json' };
import { checkLasting, type RecipientList, replyKeysOf, verifiedEpochs } from './recipients.ts';

export interface CurrentKeys {
  epochs: Epoch[];
  /** What replies may be signed with. */
  replyKeys: ReplyKey[];
  /** Nobody keeps these keys: reports reach no one. */
  isDevelopment: boolean;
}

/** The keys of this copy of the site on a day: those of recipients.json, or development keys while it names nobody. Throws with the remedy. */
export async function currentKeys(day: string, { organisations }: RecipientList = list): Promise<CurrentKeys> {
  if (organisations.length === 0) {
    return { epochs: await developmentEpochs(day), replyKeys: await developmentReplyKeys(day), isDevelopment: true };
  }
  const epochs = await verifiedEpochs({ organisations });
  checkLasting(epochs, day);
  return { epochs, replyKeys: replyKeysOf({ organisations }, day), isDevelopment: false };
}
