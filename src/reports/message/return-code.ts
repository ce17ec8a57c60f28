import { bech32 } from '@scure/base';
import { identityToRecipient } from 'age-encryption';
import { toBase64Url, utf8, type Bytes } from './bytes.ts';

const DIGITS = 19;
/** The most that all platforms' WebCrypto takes. */
const ITERATIONS = 100_000;
const SALT = 'ltr-return-v1';

// H. M. Damm, Total anti-symmetrische Quasigruppen, Marburg 2004: catches each wrong digit and each swap of neighbours.
const DAMM = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

function checkDigit(digits: string): string {
  let interim = '0';
  for (const digit of digits) interim = DAMM[Number(interim)]?.[Number(digit)] ?? '0';
  return interim;
}

/** 20 digits: 19 from the chance given (16 random bytes), then the check digit. */
export function makeReturnCode(chance: Uint8Array): string {
  const number = [...chance].reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const digits = (number % 10n ** BigInt(DIGITS)).toString().padStart(DIGITS, '0');
  return digits + checkDigit(digits);
}

/** The code as people read it: five groups of four. */
export function spell(code: string): string {
  return code.replaceAll(/(\d{4})(?=\d)/g, '$1\u00a0');
}

/** The 20 digits somebody typed, in any script, with any spaces and dashes; undefined when it is no code or has a slip. */
export function readReturnCode(typed: string): string | undefined {
  const code = typed.replaceAll(/[\s\p{Pd}]/gu, '').replaceAll(/\p{Nd}/gu, (digit) => String(valueOf(digit)));
  return /^\d{20}$/.test(code) && checkDigit(code) === '0' ? code : undefined;
}

/** The value of a decimal digit of any script: Unicode keeps each script's ten digits in a row that starts with zero. */
function valueOf(digit: string): number {
  const point = digit.codePointAt(0) ?? 0;
  for (let value = 0; value < 10; value++) if (!/\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) return value;
  return mathematicalValue(point);
}

/** The five styles of mathematical digits follow each other without a gap, from U+1D7CE. */
function mathematicalValue(point: number): number {
  return point >= 0x1d7ce && point <= 0x1d7ff ? (point - 0x1d7ce) % 10 : Number.NaN;
}

/** Where replies to a code are kept, and the key that opens them. Never sent with script; the report carries `box` and `key` only. */
export interface Mailbox {
  /** 22 letters of base64url. */
  box: string;
  /** age recipient that replies are sealed for. */
  key: string;
  /** age identity that opens them. */
  identity: string;
}

/** Derives the mailbox of a code: PBKDF2-HMAC-SHA-256 of its first 19 digits, then HKDF-SHA-256 for each part. */
export async function mailboxOf(code: string): Promise<Mailbox> {
  const { subtle } = globalThis.crypto;
  const digits = await subtle.importKey('raw', utf8(code.slice(0, DIGITS)), 'PBKDF2', false, ['deriveBits']);
  const stretching = { name: 'PBKDF2', hash: 'SHA-256', salt: utf8(SALT), iterations: ITERATIONS };
  const seed = await subtle.importKey('raw', await subtle.deriveBits(stretching, digits, 256), 'HKDF', false, ['deriveBits']);
  const part = async (label: string, bits: number): Promise<Bytes> => {
    const expanding = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8(label) };
    return new Uint8Array(await subtle.deriveBits(expanding, seed, bits));
  };
  const identity = bech32.encodeFromBytes('AGE-SECRET-KEY-', await part('x25519', 256)).toUpperCase();
  return { box: toBase64Url(await part('box', 128)), key: await identityToRecipient(identity), identity };
}
