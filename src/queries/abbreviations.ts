import { collator } from '~/i18n/format.ts';
import { world } from './world.ts';

export interface Abbreviation {
  /** The abbreviation and its variants. */
  names: string[];
  meaning?: string | undefined;
  /** Language of the meaning. */
  language: 'lv' | 'en';
}

/** The abbreviations that the source documents use, from A to Z. */
export function abbreviations(): Abbreviation[] {
  const { compare } = collator('lv');
  return world()
    .abbreviations.map(({ value: { abbreviation, variants = [], meaning } }) => ({
      names: [abbreviation, ...variants],
      meaning,
      language: languageOf(meaning ?? ''),
    }))
    .sort((a, b) => compare(a.names[0] ?? '', b.names[0] ?? ''));
}

/** Meanings are Latvian or English; English ones have none of the letters and endings of Latvian. */
function languageOf(meaning: string): 'lv' | 'en' {
  return /[āčēģīķļņšūž]|(?:ija|ets|ona|onds)\b/i.test(meaning) ? 'lv' : 'en';
}
