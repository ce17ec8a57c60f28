import type { Locale } from '~/i18n/locales.ts';
import { addressWords, pathIn } from '~/i18n/paths.ts';
import { currentKeys } from '../reports/keys/current.ts';
import { fingerprint } from '../reports/keys/fingerprint.ts';
import { bakedEpochs } from '../reports/keys/recipients.ts';
import type { ReplyKey } from '../reports/replies/reply.ts';
import type { Epoch } from '../reports/message/epochs.ts';
import { buildDay } from './build-day.ts';

export function reportPath(locale: Locale): string {
  return pathIn(locale, addressWords.report[locale]);
}

/** The routes of the form: its word in the address differs by language. */
export function reportPaths(locales: readonly Locale[]) {
  return locales.map((locale) => ({ params: { locale, report: addressWords.report[locale] }, props: { locale } }));
}

/** The keys that this build carries, and the fingerprints of its month's. */
export async function reportKeys(): Promise<{ epochs: Epoch[]; fingerprints: string[]; isDevelopment: boolean }> {
  const { epochs, isDevelopment } = await currentKeys(buildDay());
  const baked = bakedEpochs(epochs, buildDay());
  return { epochs: baked, isDevelopment, fingerprints: await Promise.all((baked[0]?.recipients ?? []).map(fingerprint)) };
}

/** The page where replies are read. */
export function replyPath(locale: Locale): string {
  return pathIn(locale, addressWords.reply[locale]);
}

export function replyPaths(locales: readonly Locale[]) {
  return locales.map((locale) => ({ params: { locale, reply: addressWords.reply[locale] }, props: { locale } }));
}

/** The keys that this build takes a reply from. */
export async function replyKeys(): Promise<ReplyKey[]> {
  return (await currentKeys(buildDay())).replyKeys;
}
