import { makeTextReader } from '../index.ts';
import { languagesOf } from '../languages.ts';
import { packLearned } from '../learned.ts';
import { flags, languages, packedPatterns, wordsIn } from '../rules.ts';
import type { Advert, Example, Language } from './examples.ts';
import { learnFrom, scoresOf, withThresholds } from './model.ts';
import { chooseThresholds, type Scored } from './thresholds.ts';
import type { Fitted } from './train.ts';

export interface Part {
  name: string;
  adverts: readonly Advert[];
}
/** What was learned without one part of the adverts, and the scores it gives them. */
export interface Fold {
  part: Part;
  fitted: Readonly<Record<Language, Fitted>>;
  scored: readonly Scored[];
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
  const fitted = inEachLanguage((language) =>
    learnFrom(
      examples[language],
      others.filter((advert) => advert.language === language),
    ),
  );
  return { part, fitted, scored: part.adverts.map((advert) => ({ scores: highestScores(advert, fitted), flags: advert.flags })) };
}

/** Reads each part as a page would, with weights and thresholds that have not seen it: with patterns, words or both. */
export function readingsOf(folds: readonly Fold[], uses: { patterns: boolean; words: boolean }): Reading[] {
  return folds.flatMap(({ part, fitted }) => {
    const thresholds = chooseThresholds(folds.filter((other) => other.part !== part).flatMap(({ scored }) => scored));
    const patterns = packedPatterns(languages, (language) => packLearned(withThresholds(fitted[language], thresholds)));
    const read = makeTextReader(words, { ...patterns, ...(!uses.patterns && { packed: {} }), ...(!uses.words && { learned: {} }) });
    return part.adverts.map((advert) => ({ part: part.name, advert, found: read(advert.text).flags.map(({ id }) => id) }));
  });
}

export function inEachLanguage<T>(of: (language: Language) => T): Record<Language, T> {
  return { lv: of('lv'), ru: of('ru'), en: of('en'), uk: of('uk') };
}

/** By number of the flag: the highest of the languages that a text is written in. */
function highestScores({ text }: Advert, fitted: Fold['fitted']): number[] {
  const spoken = languagesOf(text);
  const all = languages.filter((language) => spoken.includes(language)).map((language) => scoresOf(text, fitted[language]));
  return flags.map((_, flag) => Math.max(...all.map((own) => own[flag] ?? Number.NEGATIVE_INFINITY)));
}
