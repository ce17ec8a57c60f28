import { generateX25519Identity, identityToRecipient } from 'age-encryption';

/** Three readers with keys just made. */
export async function ageReaders(): Promise<{ identities: string[]; recipients: string[] }> {
  const identities = await Promise.all([1, 2, 3].map(() => generateX25519Identity()));
  return { identities, recipients: await Promise.all(identities.map((identity) => identityToRecipient(identity))) };
}
