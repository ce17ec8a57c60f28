import { Encrypter } from 'age-encryption';
import type { Bytes } from './bytes.ts';

/** Encrypts a packed message to every recipient of an epoch, as an age file. */
export async function seal(message: Uint8Array, recipients: readonly string[]): Promise<Bytes> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return (await encrypter.encrypt(message)) as Bytes;
}
