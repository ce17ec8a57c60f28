/**
 * npm run learn:offer: learns weights of words and a net over concepts from `data/examples`, `data/lexicon` and the development adverts, and
 * writes `data/learned`. Both, and the thresholds, are judged by leaving one part of the adverts out at a time, and the figures of that are
 * printed. Twelve minutes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packNet } from '../net.ts';
import { languages } from '../rules.ts';
import { advertsOf, examplesIn, hashOfExamples, parts as names } from './examples.ts';
import { figuresByFlag, figuresOf } from './figures.ts';
import { inEachLanguage, learnFrom, packFitted } from './model.ts';
import { foldWithout, readingsOf, thresholdsOf } from './validate.ts';

const BY_STRANGERS: readonly string[] = ['development-9', 'development-10'] satisfies (typeof names)[number][];
const FOLDER = join(import.meta.dirname, '../data/learned');

const parts = names.map((name) => ({ name, adverts: advertsOf(name) }));
const examples = inEachLanguage(examplesIn);
const folds = parts.map((part) => foldWithout(part, parts, examples));

const thresholds = thresholdsOf(folds);
const fitted = learnFrom(
  examples,
  parts.flatMap((part) => part.adverts),
);
const write = (name: string, packed: string) => writeFileSync(join(FOLDER, `${name}.txt`), `${hashOfExamples()}\n${packed}\n`);
mkdirSync(FOLDER, { recursive: true });
write('net', packNet(fitted.lv.net, fitted.lv.steps));
for (const language of languages) {
  const { few, more } = packFitted(fitted[language], thresholds);
  write(language, few);
  write(`${language}-more`, more);
}

const readings = readingsOf(folds, { patterns: true, words: 'all' });
console.log(
  figuresOf({
    patterns: readingsOf(folds, { patterns: true, words: 'none' }),
    words: readingsOf(folds, { patterns: false, words: 'all' }),
    'both, few words': readingsOf(folds, { patterns: true, words: 'few' }),
    both: readings,
  }),
);
console.log(figuresByFlag({ 'all parts': readings, 'by strangers': readings.filter(({ part }) => BY_STRANGERS.includes(part)) }));
