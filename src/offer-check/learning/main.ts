/**
 * npm run learn:offer: learns weights of words from `data/examples` and the development adverts, and writes `data/learned`. Weights and
 * thresholds are judged by leaving one part of the adverts out at a time, and the figures of that are printed. Two minutes and a half.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packLearned } from '../learned.ts';
import { languages } from '../rules.ts';
import { advertsOf, examplesIn, hashOfExamples, parts as names } from './examples.ts';
import { figuresOf } from './figures.ts';
import { learnFrom, withThresholds } from './model.ts';
import { chooseThresholds } from './thresholds.ts';
import { foldWithout, inEachLanguage, readingsOf } from './validate.ts';

const FOLDER = join(import.meta.dirname, '../data/learned');

const parts = names.map((name) => ({ name, adverts: advertsOf(name) }));
const examples = inEachLanguage(examplesIn);
const folds = parts.map((part) => foldWithout(part, parts, examples));

const adverts = parts.flatMap((part) => part.adverts);
const thresholds = chooseThresholds(folds.flatMap(({ scored }) => scored));
mkdirSync(FOLDER, { recursive: true });
for (const language of languages) {
  const fitted = learnFrom(
    examples[language],
    adverts.filter((advert) => advert.language === language),
  );
  writeFileSync(join(FOLDER, `${language}.txt`), `${hashOfExamples(language)}\n${packLearned(withThresholds(fitted, thresholds))}\n`);
}

console.log(
  figuresOf({
    patterns: readingsOf(folds, { patterns: true, words: false }),
    words: readingsOf(folds, { patterns: false, words: true }),
    both: readingsOf(folds, { patterns: true, words: true }),
  }),
);
