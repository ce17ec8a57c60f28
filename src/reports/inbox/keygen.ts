import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { monthAfter } from '../message/epochs.ts';
import { type OrganisationKeys, signedPart } from '../keys/recipients.ts';
import { replyKeyFile } from './file-names.ts';

const IDENTITY = 'organisation.pem';

export interface KeygenOptions {
  /** Short name in kebab case. */
  org: string;
  /** Folder of the private keys; made when it is not there. Keep it offline, and a copy of it in a safe. */
  folder: string;
  /** First month, 2026-12. */
  from: string;
  months: number;
}

/**
 * Makes a key a month and a key for replies a year, and signs them with the organisation's identity, which is made the first time. Months that have a key keep it.
 * Gives back the organisation's part of src/reports/keys/recipients.json.
 */
export async function makeKeys({ org, folder, from, months }: KeygenOptions): Promise<OrganisationKeys> {
  if (!/^[a-z][a-z0-9-]*$/.test(org)) throw new Error(`"${org}" is no short name. Use small letters, digits and hyphens: --org drosa-maja`);
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(from)) throw new Error(`"${from}" is no month. Write it so: --from 2026-12`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const signer = await ownKey(join(folder, IDENTITY));
  const keys: OrganisationKeys['keys'][number][] = [];
  for (let index = 0; index < months; index++) {
    const epoch = monthAfter(from, index);
    keys.push({ epoch, age: await identityToRecipient(await monthIdentity(join(folder, `${epoch}.txt`))) });
  }
  for (const year of new Set(keys.map(({ epoch }) => epoch.slice(0, 4)))) await ownKey(join(folder, replyKeyFile(year)));
  const replies = await replyKeysIn(folder);
  const signature = sign(null, signedPart({ org, keys, replies }), signer).toString('base64');
  return { org, identity: publicPart(signer), keys, replies, signature };
}

/** Also the years before: replies of last year are still there in January. */
async function replyKeysIn(folder: string): Promise<{ year: string; key: string }[]> {
  const years = (await readdir(folder)).flatMap((name) => /^reply-(\d{4})\.pem$/.exec(name)?.[1] ?? []).sort();
  return Promise.all(years.map(async (year) => ({ year, key: publicPart(await ownKey(join(folder, replyKeyFile(year)))) })));
}

function publicPart(key: KeyObject): string {
  return Buffer.from(createPublicKey(key).export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64');
}

async function ownKey(file: string): Promise<KeyObject> {
  if (existsSync(file)) return createPrivateKey(await readFile(file));
  const { privateKey } = generateKeyPairSync('ed25519');
  await writeFile(file, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flag: 'wx' });
  return privateKey;
}

/** A file that stock `age -d -i FILE` takes. */
async function monthIdentity(file: string): Promise<string> {
  if (existsSync(file)) return (await readFile(file, 'utf8')).trim().split('\n').at(-1) ?? '';
  const identity = await generateX25519Identity();
  await writeFile(file, `# public key: ${await identityToRecipient(identity)}\n${identity}\n`, { mode: 0o600, flag: 'wx' });
  return identity;
}
