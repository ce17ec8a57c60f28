import { fromBase64, utf8 } from '../message/bytes.ts';
import { dayAfter, type Epoch, monthAfter, monthSpan } from '../message/epochs.ts';
import type { ReplyKey } from '../replies/reply.ts';
import { developmentReplyKey, isDevelopmentKey } from './development.ts';

/** One organisation's keys for the coming months, signed by the identity that people compared by telephone or on paper. */
export interface OrganisationKeys {
  /** Short name in kebab case. */
  org: string;
  /** Ed25519 public key, base64 of 32 bytes. */
  identity: string;
  /** Month (2026-11) and age recipient. */
  keys: readonly { epoch: string; age: string }[];
  /** Year (2026) and Ed25519 public key (base64 of 32 bytes) of what replies are signed with. */
  replies: readonly { year: string; key: string }[];
  /** Ed25519, base64, over `signedPart`. */
  signature: string;
}

/** src/reports/keys/recipients.json */
export interface RecipientList {
  organisations: readonly OrganisationKeys[];
}

const FEWEST = 2;
const DAYS_LEFT = 30;
const FILE = 'src/reports/keys/recipients.json';

/** The bytes an organisation signs. */
export function signedPart({ org, keys, replies }: Pick<OrganisationKeys, 'org' | 'keys' | 'replies'>): Uint8Array<ArrayBuffer> {
  const parts = [keys.map(({ epoch, age }) => [epoch, age]), replies.map(({ year, key }) => [year, key])];
  return utf8(JSON.stringify(['ltr-recipients-v1', org, ...parts]));
}

/**
 * The epochs of a list. Throws, naming organisation and remedy, unless two or more organisations signed keys for the same months in a row.
 */
export async function verifiedEpochs({ organisations }: RecipientList): Promise<Epoch[]> {
  if (organisations.length < FEWEST) {
    throw new Error(`${FILE}: ${organisations.length} organisation can open reports. Add another: no single one may hold the only key.`);
  }
  for (const organisation of organisations) await verify(organisation);
  const months = organisations[0]?.keys.map(({ epoch }) => epoch) ?? [];
  for (const { org, keys } of organisations) {
    if (keys.map(({ epoch }) => epoch).join() === months.join()) continue;
    throw new Error(`${FILE}: ${org} has keys for other months than the rest. Ask it for: ${months.join(', ')}.`);
  }
  if (new Set(organisations.flatMap(({ keys }) => keys.map(({ age }) => age))).size < organisations.length * months.length) {
    throw new Error(`${FILE}: a key stands there twice. Make new ones: npm run inbox -- keygen`);
  }
  return months.map((name, index) => {
    const recipients = organisations.map(({ keys }) => keys[index]?.age ?? '').sort();
    return { name, ...monthSpan(name), recipients };
  });
}

async function verify(organisation: OrganisationKeys): Promise<void> {
  const { org, identity, signature, keys } = organisation;
  const months = keys.map(({ epoch }) => epoch);
  if (months.some((month, index) => month !== monthAfter(months[0] ?? '', index))) {
    throw new Error(`${FILE}: the months of ${org} are not in a row. Make new keys: npm run inbox -- keygen`);
  }
  for (const { epoch, age } of keys) {
    if (!/^age1[02-9ac-hj-np-z]{58}$/.test(age)) throw new Error(`${FILE}: the key of ${org} for ${epoch} is no age recipient.`);
    if (await isDevelopmentKey(age, epoch))
      throw new Error(`${FILE}: ${org} has a development key for ${epoch}. Make real ones: npm run inbox -- keygen`);
  }
  await verifyReplyKeys(organisation);
  const [raw, signed] = [fromBase64(identity), fromBase64(signature)];
  const key = raw && (await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']).catch(() => undefined));
  if (key && signed && (await crypto.subtle.verify('Ed25519', key, signed, signedPart(organisation)))) return;
  throw new Error(`${FILE}: the signature of ${org} does not fit its keys. Take its part as "inbox keygen" printed it, unchanged.`);
}

/** Replies are signed from the first month to the last, so each of their years needs a key. */
async function verifyReplyKeys({ org, keys, replies }: OrganisationKeys): Promise<void> {
  for (const year of new Set(keys.map(({ epoch }) => epoch.slice(0, 4)))) {
    const key = replies.find((one) => one.year === year)?.key;
    if (key === undefined || fromBase64(key)?.length !== 32) {
      throw new Error(`${FILE}: ${org} has no key for replies of ${year}. Make it: npm run inbox -- keygen`);
    }
    if (key === (await developmentReplyKey(year)).pinned.key) {
      throw new Error(`${FILE}: ${org} has a development key for replies of ${year}. Make real ones: npm run inbox -- keygen`);
    }
  }
}

/** What a build or server of `day` takes for a reply: keys of the year before, because replies stay for a month, and of later ones. */
export function replyKeysOf({ organisations }: RecipientList, day: string): ReplyKey[] {
  const first = String(Number(day.slice(0, 4)) - 1);
  return organisations.flatMap(({ org, replies }) =>
    replies.filter(({ year }) => year >= first).map(({ year, key }) => ({ org, year, key })),
  );
}

/** Throws when there are no keys for the day, or fewer than 30 days of keys after it: a build must not outlive its keys. */
export function checkLasting(epochs: readonly Epoch[], day: string): void {
  const last = epochs.at(-1)?.to ?? '';
  const covers = epochs.some(({ from, to }) => from <= day && day <= to);
  if (covers && dayAfter(day, DAYS_LEFT) <= last) return;
  throw new Error(`${FILE}: the keys last until ${last || 'no day'}. Ask every organisation for the next year: npm run inbox -- keygen`);
}

/** What a build of `day` carries: the day's epoch and the two after it. */
export function bakedEpochs(epochs: readonly Epoch[], day: string): Epoch[] {
  return epochs.filter(({ to }) => to >= day).slice(0, 3);
}
