import { Encrypter } from 'age-encryption';
import type { Bytes } from './bytes.ts';

/** Encrypts a packed message to every recipient of an epoch, as an age file. */
export type Seal = (message: Uint8Array, recipients: readonly string[]) => Promise<Bytes>;

/** The way to seal that works everywhere. */
export const seal: Seal = async (message, recipients) => {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return (await encrypter.encrypt(message)) as Bytes;
};
