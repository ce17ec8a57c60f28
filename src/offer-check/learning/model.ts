import { FEATURE_BITS, featuresOf, SIZE_COUNT } from '../features.ts';
import { conceptsOf, EIGHTH, evidenceIn, packLearned } from '../learned.ts';
import { packLexicon, unpackLexicon } from '../lexicon.ts';
import { makeNetReader } from '../net.ts';
import { concepts, flags, type Language, languages, readLexicon } from '../rules.ts';
import { tokenise } from '../tokens.ts';
import type { Advert, Example } from './examples.ts';
import { type Bag, type Fitted, train, type Weights, type Window } from './train.ts';

const numbers = new Map(flags.map(({ id }, number) => [id, number]));
const lexicons = inEachLanguage((language) => unpackLexicon(packLexicon(readLexicon(language))));
/** In each language. More do not help. */
const WEIGHTS = 10_000;
/** In each language as many as fit into what a page fetches first. */
const FEW: Readonly<Record<Language, number>> = { lv: 1900, ru: 1900, en: 2300, uk: 2300 };
const ROUNDS = 18;
const ROUNDS_OF_KEPT = 10;
/** Features of languages are told apart by what is above their own bits. */
const LANGUAGE = 1 << FEATURE_BITS;
/** Where a pattern of the flag is met, the words need only not speak against it. */
const LEAST_BESIDE_PATTERN = -2;

/** Learns from single examples and from adverts in all languages together. Each language has weights of its own; biases and net are the same. */
export function learnFrom(examples: Readonly<Record<Language, readonly Example[]>>, adverts: readonly Advert[]): Record<Language, Fitted> {
  const fitted = train(
    languages.flatMap((language) => examples[language].map((example) => windowOf(example, language))),
    adverts.map(bagOf),
    {
      flagCount: flags.length,
      vectorCount: concepts.length + SIZE_COUNT,
      groupOf: (feature) => Math.floor(feature / LANGUAGE),
      weightCounts: languages.map(() => WEIGHTS),
      fewCounts: languages.map((language) => FEW[language]),
      rounds: ROUNDS,
      roundsOfKept: ROUNDS_OF_KEPT,
    },
  );
  return inEachLanguage((language) => {
    const ownOf = (all: Weights) => {
      const own = [...all].filter(([feature]) => Math.floor(feature / LANGUAGE) === languages.indexOf(language));
      return new Map(own.map(([feature, weights]) => [feature % LANGUAGE, weights]));
    };
    return { ...fitted, weights: ownOf(fitted.weights), few: ownOf(fitted.few) };
  });
}

/** Scores texts as log-odds, by number of the flag: those of the sentence or the pair of sentences that shows it best. */
export function scorerOf(language: Language, { biases, net }: Fitted, weights: Weights): (text: string) => number[] {
  const zeros = flags.map(() => 0);
  const knowledge = {
    learned: { alone: zeros, beside: zeros, weights },
    lexicon: lexicons[language],
    conceptCount: concepts.length,
    net: makeNetReader(net),
  };
  return (text) => evidenceIn(featuresOf(tokenise(text)), knowledge).map(({ score }, flag) => score + (biases[flag] ?? 0));
}

/** What travels: first few weights, then the others, each with the scores that suffice from then on, from which the biases are taken off. */
export function packFitted(
  { biases, weights, few }: Fitted,
  thresholds: Record<'few' | 'all', readonly number[]>,
): Record<'few' | 'more', string> {
  const inEighths = (threshold: number, flag: number) => Math.round((threshold - (biases[flag] ?? 0)) / EIGHTH);
  const pack = (own: Weights, alone: readonly number[]) =>
    packLearned({ alone: alone.map(inEighths), beside: alone.map((_, flag) => inEighths(LEAST_BESIDE_PATTERN, flag)), weights: own });
  const others = [...weights].map(
    ([feature, own]) => [feature, new Map([...own].filter(([flag]) => few.get(feature)?.has(flag) !== true))] as const,
  );
  return { few: pack(few, thresholds.few), more: pack(new Map(others.filter(([, own]) => own.size > 0)), thresholds.all) };
}

export function inEachLanguage<T>(of: (language: Language) => T): Record<Language, T> {
  return { lv: of('lv'), ru: of('ru'), en: of('en'), uk: of('uk') };
}

function numbersOf({ flags: own }: Example): Set<number> {
  return new Set(own.flatMap((id) => numbers.get(id) ?? []));
}

/** The sentences of a text, ready to be put into windows. */
function sentencesOf(text: string, language: Language): Omit<Window, 'labels'>[] {
  const above = languages.indexOf(language) * LANGUAGE;
  return featuresOf(tokenise(text)).map(({ features, words }) => ({
    features: features.map((feature) => above + feature),
    sentences: [words.map((word) => conceptsOf(word, lexicons[language], concepts.length)).filter(({ length }) => length > 0)],
  }));
}

function together(sentences: readonly Omit<Window, 'labels'>[]): Omit<Window, 'labels'> {
  return { features: sentences.flatMap(({ features }) => features), sentences: sentences.flatMap((one) => one.sentences) };
}

function windowOf(example: Example, language: Language): Window {
  const labels = new Uint8Array(flags.length);
  for (const flag of numbersOf(example)) labels[flag] = 1;
  return { ...together(sentencesOf(example.text, language)), labels };
}

/** Single sentences and pairs of neighbours. */
function bagOf(advert: Advert): Bag {
  const sentences = sentencesOf(advert.text, advert.language);
  const windows = sentences.flatMap((own, index) => {
    const next = sentences[index + 1];
    return next ? [own, together([own, next])] : [own];
  });
  return { windows, flags: numbersOf(advert) };
}
