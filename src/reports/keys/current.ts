import type { Epoch } from '../message/epochs.ts';
import { developmentEpochs } from './development.ts';
import list from './recipients.json' with { type: 'json' };
import { checkLasting, type RecipientList, verifiedEpochs } from './recipients.ts';

export interface CurrentKeys {
  epochs: Epoch[];
  /** Nobody keeps these keys: reports reach no one. */
  isDevelopment: boolean;
}

/** The keys of this copy of the site on a day: those of recipients.json, or development keys while it names nobody. Throws with the remedy. */
export async function currentKeys(day: string, { organisations }: RecipientList = list): Promise<CurrentKeys> {
  if (organisations.length === 0) return { epochs: await developmentEpochs(day), isDevelopment: true };
  const epochs = await verifiedEpochs({ organisations });
  checkLasting(epochs, day);
  return { epochs, isDevelopment: false };
}
