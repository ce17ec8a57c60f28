import { z } from 'zod';
import type { Morphology } from './morphology.ts';
import { readData } from './rules.ts';

/** Word lists for Latvian, all of `data/`. Words are lower case. */
export interface Vocabulary {
  /** Whether a form belongs to a common word. `extra` of the caller counts too. */
  isCommon: (word: string) => boolean;
  /** Particles, adverbs and pronouns, some of which the dictionary takes for verbs (kur: kurt). */
  smallWords: ReadonlySet<string>;
  hardWords: readonly Phrase[];
  idioms: readonly Phrase[];
  connectives: readonly { text: string; better: string }[];
  sameThings: readonly (readonly Phrase[])[];
  allowedVerbalNouns: ReadonlySet<string>;
  likeAdjectives: readonly string[];
  allowedDiminutives: readonly string[];
}

/** Words in a row, each of which may stand in any form, and what to say instead. */
export interface Phrase {
  words: readonly string[];
  better: string;
}

const pairs = z.record(z.string(), z.string());
const list = z.array(z.string());
const themes = readData('common-words-lv.yml', pairs);

/** Reads the lists. `extra`: further words that count as common, such as those of an institution's own word list. */
export function readVocabulary(morphology: Morphology, extra: readonly string[] = []): Vocabulary {
  const common = new Set([...commonWords(), ...extra].map((word) => word.toLowerCase()));
  for (const word of [...common]) {
    const bases = morphology.readingsOf(word).map(({ base }) => base.toLowerCase());
    // Baidīties stands in the dictionary as baidīt, cietušais as ciest.
    if (!bases.includes(word)) for (const base of bases) common.add(base);
  }
  const phrasesOf = (file: string): Phrase[] =>
    Object.entries(readData(file, pairs)).map(([text, better]) => ({ words: text.toLowerCase().split(' '), better }));
  return {
    isCommon(word) {
      const written = word.toLowerCase();
      if (common.has(written)) return true;
      return morphology
        .readingsOf(written)
        .some(({ base, form }) => (form === 'verbal-noun' ? common.has(nominativeOf(written)) : common.has(base.toLowerCase())));
    },
    smallWords: new Set(['small words', 'pronouns'].flatMap(themeOf)),
    hardWords: phrasesOf('hard-words-lv.yml'),
    idioms: phrasesOf('idioms-lv.yml'),
    connectives: Object.entries(readData('heavy-connectives-lv.yml', pairs)).map(([text, better]) => ({ text, better })),
    sameThings: readData('same-things-lv.yml', z.array(list)).map((names) => names.map((name) => ({ words: name.split(' '), better: '' }))),
    allowedVerbalNouns: new Set(readData('verbal-nouns-allowed-lv.yml', list)),
    likeAdjectives: readData('like-adjectives-lv.yml', list),
    allowedDiminutives: readData('diminutives-allowed-lv.yml', list),
  };
}

/** The common words, one theme after the other. */
export function commonWords(): string[] {
  return Object.keys(themes).flatMap(themeOf);
}

function themeOf(theme: string): string[] {
  return (themes[theme] ?? '').split(/\s+/);
}

/** Tikšanos → tikšanās, dzimšanu → dzimšana. */
export function nominativeOf(verbalNoun: string): string {
  return verbalNoun.replace(/šan(?:ās|os)$/, 'šanās').replace(/šan(?:a|u|ai|as|ā|ām|u)$/, 'šana');
}
