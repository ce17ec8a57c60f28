import { bech32 } from '@scure/base';
import { identityToRecipient } from 'age-encryption';
import { type Bytes, concat, fromBase64Url, toBase64, utf8 } from '../message/bytes.ts';
import { type Epoch, monthAfter, monthSpan } from '../message/epochs.ts';
import type { ReplyKey, Signer } from '../replies/reply.ts';
import { signerOf } from '../replies/signer.ts';

/** Two pretended organisations, because real reports go to at least two. */
export const DEVELOPMENT_ORGANISATIONS = ['development-one', 'development-two'];
const MONTHS_BACK = 3;
const MONTHS_AHEAD = 12;

/**
 * A key that everybody can compute: it protects nothing. Made from its name, so that every clone builds the same bytes and production can
 * tell it from a real one whatever it is called.
 */
async function identityOf(organisation: string, month: string): Promise<string> {
  const name = `development key, protects nothing: ${organisation} ${month}`;
  const scalar: Bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(name)));
  return bech32.encodeFromBytes('AGE-SECRET-KEY-', scalar).toUpperCase();
}

function monthsAround(day: string): string[] {
  return Array.from({ length: MONTHS_BACK + MONTHS_AHEAD }, (_, index) => monthAfter(day, index - MONTHS_BACK));
}

/** Identities of the development keys around a day, with their months: for the inbox of a copy that is being tried out. */
export async function developmentIdentities(day: string): Promise<{ org: string; epoch: string; identity: string }[]> {
  const each = DEVELOPMENT_ORGANISATIONS.flatMap((org) => monthsAround(day).map((epoch) => ({ org, epoch })));
  return Promise.all(each.map(async ({ org, epoch }) => ({ org, epoch, identity: await identityOf(org, epoch) })));
}

/** The epochs a copy without real keys uses. */
export async function developmentEpochs(day: string): Promise<Epoch[]> {
  return Promise.all(
    monthsAround(day).map(async (name) => {
      const recipients = await Promise.all(DEVELOPMENT_ORGANISATIONS.map(async (org) => identityToRecipient(await identityOf(org, name))));
      return { name, ...monthSpan(name), recipients: recipients.sort() };
    }),
  );
}

/** Whether a recipient of a month is one of ours that protect nothing. */
export async function isDevelopmentKey(recipient: string, month: string): Promise<boolean> {
  const own = await Promise.all(DEVELOPMENT_ORGANISATIONS.map(async (org) => identityToRecipient(await identityOf(org, month))));
  return own.includes(recipient);
}

// RFC 8410: an Ed25519 private key in PKCS #8 is these bytes and the seed.
const PKCS8 = [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

async function replyKeyOf(year: string): Promise<Bytes> {
  const name = `development key for replies, protects nothing: ${DEVELOPMENT_ORGANISATIONS[0]} ${year}`;
  return concat(new Uint8Array(PKCS8), new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(name))));
}

/** What development replies of a year are signed with, and the key that proves it. Everybody can compute both. */
export async function developmentReplyKey(year: string): Promise<{ pinned: ReplyKey; sign: Signer }> {
  const [org = ''] = DEVELOPMENT_ORGANISATIONS;
  const pkcs8 = await replyKeyOf(year);
  const { x = '' } = await crypto.subtle.exportKey('jwk', await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign']));
  return { pinned: { org, year, key: toBase64(fromBase64Url(x) ?? new Uint8Array()) }, sign: await signerOf(pkcs8) };
}

/** The key that signs development replies of a year, as the file that `inbox keygen` writes for a real one. */
export async function developmentReplyFile(year: string): Promise<string> {
  return `-----BEGIN PRIVATE KEY-----\n${toBase64(await replyKeyOf(year))}\n-----END PRIVATE KEY-----\n`;
}

/** The reply keys of a copy without real keys: this year's and those beside it. */
export async function developmentReplyKeys(day: string): Promise<ReplyKey[]> {
  const year = Number(day.slice(0, 4));
  return Promise.all([year - 1, year, year + 1].map(async (one) => (await developmentReplyKey(String(one))).pinned));
}
