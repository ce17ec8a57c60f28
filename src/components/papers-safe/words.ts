import type { Translate, UiKey } from '~/i18n/t.ts';

const said = {
  asItIs: 'safe.said.asItIs',
  cleaned: 'safe.said.cleaned',
  notCleaned: 'safe.said.notCleaned',
  tooLarge: 'safe.said.tooLarge',
  working: 'safe.said.working',
  failed: 'safe.said.failed',
  suggested: 'safe.said.suggested',
  noFiles: 'safe.said.noFiles',
  tooShort: 'safe.said.tooShort',
  sealed: 'safe.said.sealed',
  noSafe: 'safe.said.noSafe',
  opened: 'safe.said.opened',
  passphrase: 'safe.said.passphrase',
  damaged: 'safe.said.damaged',
  'not-a-safe': 'safe.said.notASafe',
  file: 'safe.file',
} as const satisfies Record<string, UiKey>;

/** What the script of the safe says, by the names it uses. */
export function safeWords(t: Translate): Record<string, string> {
  return Object.fromEntries(Object.entries(said).map(([name, key]) => [name, t(key)]));
}
