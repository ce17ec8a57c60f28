/**
 * npm run learn:offer: learns weights of words and a net over concepts from `data/examples`, `data/lexicon` and the development adverts, and
 * writes `data/learned`. Both, and the thresholds, are judged by leaving one part of the adverts out at a time, and the figures of that are
 * printed. Twelve minutes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packLearned } from '../learned.ts';
import { packNet } from '../net.ts';
import { languages } from '../rules.ts';
import { advertsOf, examplesIn, hashOfExamples, parts as names } from './examples.ts';
import { figuresOf } from './figures.ts';
import { inEachLanguage, learnFrom, withThresholds } from './model.ts';
import { chooseThresholds } from './thresholds.ts';
import { foldWithout, readingsOf } from './validate.ts';

const FOLDER = join(import.meta.dirname, '../data/learned');

const parts = names.map((name) => ({ name, adverts: advertsOf(name) }));
const examples = inEachLanguage(examplesIn);
const folds = parts.map((part) => foldWithout(part, parts, examples));

const thresholds = chooseThresholds(folds.flatMap(({ scored }) => scored));
const fitted = learnFrom(
  examples,
  parts.flatMap((part) => part.adverts),
);
const write = (name: string, packed: string) => writeFileSync(join(FOLDER, `${name}.txt`), `${hashOfExamples()}\n${packed}\n`);
mkdirSync(FOLDER, { recursive: true });
write('net', packNet(fitted.lv.net, fitted.lv.steps));
for (const language of languages) write(language, packLearned(withThresholds(fitted[language], thresholds)));

console.log(
  figuresOf({
    patterns: readingsOf(folds, { patterns: true, words: false }),
    words: readingsOf(folds, { patterns: false, words: true }),
    both: readingsOf(folds, { patterns: true, words: true }),
  }),
);
