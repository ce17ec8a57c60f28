import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createHunspellFromStrings } from 'hunspell-wasm';

export type Form =
  | 'finite'
  | 'imperative'
  | 'must'
  | 'converb'
  | 'active-present'
  | 'passive-present'
  | 'active-past'
  | 'passive-past'
  | 'verbal-noun'
  | 'other';

/** One way to read a Latvian word form. */
export interface Reading {
  /** Dictionary form: `iet` for gāja, `labs` for vislabāk. */
  base: string;
  /** Part of speech as the dictionary names it, shortened: lietv noun, darb verb, īpv adjective, vietnv pronoun, apstv adverb, skv numeral. */
  part: string;
  form: Form;
  isNegated: boolean;
  isDiminutive: boolean;
}

/** Looks words up as they are written, in lower case. A word the dictionary does not know has no reading. */
export interface Morphology {
  readingsOf: (word: string) => readonly Reading[];
  isKnown: (word: string) => boolean;
}

let loaded: Promise<Morphology> | undefined;

/** Latvian forms by the Hunspell dictionary of the package dictionary-lv. Loading takes about 0.3 s, once. */
export function latvianMorphology(): Promise<Morphology> {
  return (loaded ??= load());
}

async function load(): Promise<Morphology> {
  const folder = dirname(createRequire(import.meta.url).resolve('dictionary-lv'));
  const part = (ending: string) => readFileSync(join(folder, `index.${ending}`), 'utf8');
  const hunspell = await createHunspellFromStrings(part('aff'), part('dic'));
  const cache = new Map<string, readonly Reading[]>();
  return {
    isKnown: (word) => hunspell.testSpelling(word),
    readingsOf(word) {
      const key = word.toLowerCase();
      let readings = cache.get(key);
      if (!readings) cache.set(key, (readings = hunspell.analyzeWord(key).map((analysis) => readingOf(key, analysis))));
      return readings;
    },
  };
}

/** The dictionary's analysis, such as ` fl:- st:iet fl:5 fl:W`: st the base, po the part of speech, is the inflection, fl the affix classes. */
function readingOf(word: string, analysis: string): Reading {
  const fields = analysis.trim().split(/\s+/);
  const valuesOf = (key: string) => fields.filter((field) => field.startsWith(`${key}:`)).map((field) => field.slice(key.length + 1));
  const [base = word] = valuesOf('st');
  const [part = ''] = valuesOf('po');
  const [inflection = ''] = valuesOf('is');
  const flags = valuesOf('fl');
  return {
    base,
    part,
    form: formOf(word, base, inflection, flags),
    isNegated: flags.includes('-') || fields[0] === 'ne',
    // The dictionary marks nouns that are always plural (lietv1d: meli) in the same place.
    isDiminutive: /^[vd]d[a-z]$/.test(inflection) && !part.endsWith('d'),
  };
}

function formOf(word: string, base: string, inflection: string, flags: readonly string[]): Form {
  if (flags.includes('J') || inflection.startsWith('rl')) return 'verbal-noun';
  if (/^0x.{2}v$/.test(inflection)) return 'must';
  if (/^0x.{2}a$/.test(inflection) || flags.includes('3') || flags.includes('+')) return 'converb';
  if (/^[0-3][vdx][tpn].p$/.test(inflection)) return 'imperative';
  if (/^[0-3][vdx][tpn].0$/.test(inflection)) return 'finite';
  if (!/(?:t|ties)$/.test(base)) return 'other';
  if (flags.includes('7') || flags.includes('8') || (inflection.startsWith('d') && /uš/.test(word))) return 'active-past';
  if (flags.includes('5')) return 'passive-past';
  if (flags.includes('1') || flags.includes('2') || flags.includes('0')) return /oš/.test(word) ? 'active-present' : 'passive-present';
  return 'other';
}
