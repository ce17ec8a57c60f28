import { makeTextReader } from '../index.ts';
import { languagesOf } from '../languages.ts';
import { packNet } from '../net.ts';
import { concepts, flags, type Language, languages, packedPatterns, wordsIn } from '../rules.ts';
import type { Advert, Example } from './examples.ts';
import { inEachLanguage, learnFrom, packFitted, scorerOf } from './model.ts';
import { chooseThresholds, type Scored } from './thresholds.ts';
import type { Fitted, Weights } from './train.ts';

export interface Part {
  name: string;
  adverts: readonly Advert[];
}
/** What was learned without one part of the adverts, and the scores it gives them. */
export interface Fold {
  part: Part;
  fitted: Readonly<Record<Language, Fitted>>;
  /** With few weights, and with all. */
  scored: Readonly<Record<'few' | 'all', readonly Scored[]>>;
}
/** What a reader found in an advert of a part. */
export interface Reading {
  part: string;
  advert: Advert;
  /** Ids of flags. */
  found: readonly string[];
}

const words = wordsIn('lv');

/** Learns from everything but one part, and scores its adverts. */
export function foldWithout(part: Part, parts: readonly Part[], examples: Readonly<Record<Language, readonly Example[]>>): Fold {
  const others = parts.filter((other) => other !== part).flatMap(({ adverts }) => adverts);
  const fitted = learnFrom(examples, others);
  const scoredWith = (weightsOf: (own: Fitted) => Weights) => {
    const scorers = inEachLanguage((language) => scorerOf(language, fitted[language], weightsOf(fitted[language])));
    return part.adverts.map((advert) => ({ scores: highestScores(advert, scorers), flags: advert.flags }));
  };
  return { part, fitted, scored: { few: scoredWith(({ few }) => few), all: scoredWith(({ weights }) => weights) } };
}

/** From the scores of folds, for few weights and for all. */
export function thresholdsOf(folds: readonly Fold[]): Record<'few' | 'all', number[]> {
  const chosen = (which: 'few' | 'all') => chooseThresholds(folds.flatMap(({ scored }) => scored[which]));
  return { few: chosen('few'), all: chosen('all') };
}

/** Reads each part as a page would, with weights and thresholds that have not seen it: with patterns or without, and with so many words. */
export function readingsOf(folds: readonly Fold[], uses: { patterns: boolean; words: 'none' | 'few' | 'all' }): Reading[] {
  return folds.flatMap(({ part, fitted }) => {
    const thresholds = thresholdsOf(folds.filter((other) => other.part !== part));
    const patterns = packedPatterns(languages, (language) => {
      const packed = packFitted(fitted[language], thresholds);
      return uses.words === 'all' ? packed : { few: packed.few };
    });
    const net = packNet(fitted.lv.net, fitted.lv.steps);
    const used = { ...patterns, ...(!uses.patterns && { packed: {} }), ...(uses.words === 'none' && { learned: {} }) };
    const read = makeTextReader(words, used, { count: concepts.length, net });
    return part.adverts.map((advert) => ({ part: part.name, advert, found: read(advert.text).flags.map(({ id }) => id) }));
  });
}

/** By number of the flag: the highest of the languages that a text is written in. */
function highestScores({ text }: Advert, scorers: Readonly<Record<Language, ReturnType<typeof scorerOf>>>): number[] {
  const spoken = languagesOf(text);
  const all = languages.filter((language) => spoken.includes(language)).map((language) => scorers[language](text));
  return flags.map((_, flag) => Math.max(...all.map((own) => own[flag] ?? Number.NEGATIVE_INFINITY)));
}
