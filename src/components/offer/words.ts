import type { Translate, UiKey } from '~/i18n/t.ts';

const said = {
  title: 'offer.result.title',
  count: 'offer.result.count',
  limit: 'offer.limit',
  nextAlarm: 'offer.next.alarm',
  nextMissing: 'offer.next.missing',
  nextNone: 'offer.next.none',
  emptyText: 'offer.paste.empty',
  notLoaded: 'offer.paste.notLoaded',
  emptyAnswers: 'offer.ask.empty',
  copied: 'offer.copied',
  copyFailed: 'offer.copyFailed',
  cleared: 'offer.cleared',
} as const satisfies Record<string, UiKey>;

/** What the script of the offer checker says, by the names it uses. */
export function offerWords(t: Translate): Record<string, string> {
  return Object.fromEntries(Object.entries(said).map(([name, key]) => [name, t(key)]));
}
