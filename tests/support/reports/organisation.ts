import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { toBase64 } from '../../../src/reports/message/bytes.ts';
import { monthAfter } from '../../../src/reports/message/epochs.ts';
import { type OrganisationKeys, signedPart } from '../../../src/reports/keys/recipients.ts';

/** An invented organisation with signed keys for `count` months from `first`. */
export async function inventOrganisation(org: string, first: string, count = 12): Promise<OrganisationKeys> {
  const { publicKey, privateKey } = await makeSigner();
  const months = Array.from({ length: count }, (_, index) => monthAfter(first, index));
  const keys = await Promise.all(months.map(async (epoch) => ({ epoch, age: await identityToRecipient(await generateX25519Identity()) })));
  const years = [...new Set(months.map((month) => month.slice(0, 4)))];
  const replies = await Promise.all(years.map(async (year) => ({ year, key: toBase64(await rawPublicKey(await makeSigner())) })));
  const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, signedPart({ org, keys, replies })));
  return { org, identity: toBase64(await rawPublicKey({ publicKey, privateKey })), keys, replies, signature: toBase64(signature) };
}

function makeSigner(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
}

async function rawPublicKey({ publicKey }: CryptoKeyPair): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
}
