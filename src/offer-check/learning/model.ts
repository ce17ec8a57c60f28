import { featuresOf } from '../features.ts';
import { evidenceIn, type Learned, QUARTER } from '../learned.ts';
import { flags } from '../rules.ts';
import { tokenise } from '../tokens.ts';
import type { Advert, Example } from './examples.ts';
import { type Bag, type Fitted, train, type Window } from './train.ts';

const numbers = new Map(flags.map(({ id }, number) => [id, number]));
/** As many as fit into what a page may fetch. */
const WEIGHTS = 4900;
const STEP = 0.5;
const ROUNDS = 15;
/** Where a pattern of the flag is met, the words need only not speak against it. */
const LEAST_BESIDE_PATTERN = -2;

/** Learns from single examples and from adverts in one language. */
export function learnFrom(examples: readonly Example[], adverts: readonly Advert[]): Fitted {
  return train(examples.map(windowOf), adverts.map(bagOf), { flagCount: flags.length, weightCount: WEIGHTS, step: STEP, rounds: ROUNDS });
}

/** The scores of a text as log-odds, by number of the flag: those of the sentence or the pair of sentences that shows it best. */
export function scoresOf(text: string, { biases, weights }: Fitted): number[] {
  const zeros = flags.map(() => 0);
  const evidence = evidenceIn(featuresOf(tokenise(text)), { alone: zeros, beside: zeros, weights });
  return evidence.map(({ score }, flag) => score * QUARTER * STEP + (biases[flag] ?? 0));
}

/** What travels: weights, and the scores that suffice, from which the biases are taken off. */
export function withThresholds({ biases, weights }: Fitted, alone: readonly number[]): Learned {
  const inQuarters = (threshold: number, flag: number) => Math.round((threshold - (biases[flag] ?? 0)) / STEP / QUARTER);
  return { alone: alone.map(inQuarters), beside: alone.map((_, flag) => inQuarters(LEAST_BESIDE_PATTERN, flag)), weights };
}

function numbersOf({ flags: own }: Example): Set<number> {
  return new Set(own.flatMap((id) => numbers.get(id) ?? []));
}

function windowOf(example: Example): Window {
  const labels = new Uint8Array(flags.length);
  for (const flag of numbersOf(example)) labels[flag] = 1;
  return { features: featuresOf(tokenise(example.text)).flatMap(({ features }) => features), labels };
}

/** Single sentences and pairs of neighbours. */
function bagOf(advert: Advert): Bag {
  const sentences = featuresOf(tokenise(advert.text)).map(({ features }) => features);
  const windows = sentences.flatMap((own, index) => {
    const next = sentences[index + 1];
    return next ? [own, [...own, ...next]] : [own];
  });
  return { windows, flags: numbersOf(advert) };
}
