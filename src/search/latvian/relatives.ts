import { otherRoots, otherStems } from './alternation.ts';
import { negations, verbPrefixes } from './endings.ts';
import { inflectionStem, rootOfStem } from './stem.ts';
import { lettersOf, rangeOf, stemOf, type Vocabulary } from './vocabulary.ts';

/** Words of the vocabulary, by index, that a word of the query stands for, with how surely (0–1]. */
export type Targets = ReadonlyMap<number, number>;

const sameWord = 1;
const otherConsonant = 0.8;
const sameRoot = 0.5;
const otherRoot = 0.4;
const withoutPrefix = 0.8;
const otherPrefix = 0.5;
const shortestBeginning = 4;

/** Words of the vocabulary that are forms of this one or made from the same root. Empty where the vocabulary has none. */
export function relativesOf(word: string, vocabulary: Vocabulary): Targets {
  const targets = family(word, vocabulary);
  if (targets.size > 0) return targets;
  for (const negation of negations) {
    if (!word.startsWith(negation) || word.length - negation.length < 4) continue;
    const positive = family(word.slice(negation.length), vocabulary);
    if (positive.size > 0) return scaled(positive, withoutPrefix);
  }
  return targets;
}

/** Words made from this root, which a vocabulary word has: for corrections whose ending says nothing. */
export function wordsOfRoot(root: string, vocabulary: Vocabulary): Targets {
  const targets = new Map<number, number>();
  eachWord(vocabulary, root, (index, found) => {
    if (rootOfStem(stemOf(found)) === root) targets.set(index, sameRoot);
  });
  return targets;
}

/** Words that begin with what was typed, for one that is not typed to its end. */
export function continuationsOf(word: string, vocabulary: Vocabulary): Targets {
  const targets = new Map<number, number>();
  if (word.length >= shortestBeginning) eachWord(vocabulary, word, (index) => targets.set(index, sameWord));
  return targets;
}

/** Words with another verb prefix or none: savervēt for vervēt. A last resort, weaker than a corrected typo. */
export function otherPrefixesOf(word: string, vocabulary: Vocabulary): Targets {
  for (const prefix of verbPrefixes) {
    const rest = word.slice(prefix.length);
    if (!word.startsWith(prefix) || rest.length < 5) continue;
    const found = family(rest, vocabulary);
    if (found.size > 0) return scaled(found, otherPrefix);
  }
  return new Map();
}

function family(word: string, vocabulary: Vocabulary): Targets {
  const targets = new Map<number, number>();
  const add = (index: number, weight: number) => {
    if ((targets.get(index) ?? 0) < weight) targets.set(index, weight);
  };
  const stem = inflectionStem(word);
  const root = rootOfStem(stem);
  eachWord(vocabulary, root, (index, found) => {
    if (lettersOf(found) === word) add(index, sameWord);
    const foundStem = stemOf(found);
    if (foundStem === stem) add(index, sameWord);
    else if (rootOfStem(foundStem) === root) add(index, sameRoot);
  });
  for (const alternative of otherStems(stem)) {
    eachWord(vocabulary, alternative, (index, found) => {
      if (stemOf(found) === alternative) add(index, otherConsonant);
    });
  }
  for (const alternative of otherRoots(root)) {
    eachWord(vocabulary, alternative, (index, found) => {
      if (rootOfStem(stemOf(found)) === alternative) add(index, otherRoot);
    });
  }
  return targets;
}

function eachWord(vocabulary: Vocabulary, prefix: string, visit: (index: number, word: string) => void): void {
  const [from, to] = rangeOf(vocabulary, prefix);
  for (let index = from; index < to; index += 1) visit(index, vocabulary.words[index] ?? '');
}

function scaled(targets: Targets, factor: number): Targets {
  return new Map([...targets].map(([index, weight]) => [index, weight * factor]));
}
