import { derivations, inflections } from './endings.ts';

const vowel = /[aeiouy]/;
const shortestStem = 3;
const shortestDerivedRoot = 4;
const longestEnding = Math.max(...[...inflections].map(({ length }) => length));
const longestSuffix = Math.max(...[...derivations].map(({ length }) => length));

/** The word without its case or person ending: žurnālistiem and žurnālista are both `zurnalist`. Takes and gives folded text. */
export const inflectionStem = remembering((word) => {
  for (let length = longestEnding; length > 0; length -= 1) {
    const ending = word.slice(-length);
    if (inflections.has(ending) && fits(word.slice(0, -length), ending)) return word.slice(0, -length);
  }
  return word;
});

/** What is left when suffixes are cut too: vervēšana, vervētājs and vervēja are all `verv`. Always a beginning of the word. */
export function rootOf(word: string): string {
  return rootOfStem(inflectionStem(word));
}

/** The root of a word whose ending is already cut. */
export const rootOfStem = remembering((stem) => {
  let root = stem;
  for (;;) {
    const shorter = withoutTheme(withoutSuffix(root));
    if (shorter === root) return root;
    root = shorter;
  }
});

function withoutSuffix(stem: string): string {
  for (let length = longestSuffix; length > 1; length -= 1) {
    const rest = stem.slice(0, -length);
    if (derivations.has(stem.slice(-length)) && isRoot(rest, shortestDerivedRoot)) return rest;
  }
  return stem;
}

/** Cuts the vowel that verbs put between root and suffix (runā-, vervē-), with the j of the present or the t or s after it. */
function withoutTheme(stem: string): string {
  const [theme, after] = /(?:(?<!i)e|[aiou])([jts]?)$/.exec(stem) ?? [];
  if (theme === undefined) return stem;
  const rest = stem.slice(0, -theme.length);
  // A t or s may as well belong to the root (sieviete, process), so a longer root is asked for.
  return isRoot(rest, after === 't' || after === 's' ? 5 : 3) ? rest : stem;
}

function isRoot(rest: string, shortest: number): boolean {
  return rest.length >= shortest && vowel.test(rest);
}

function fits(stem: string, ending: string): boolean {
  if (stem.length < shortestStem || !vowel.test(stem)) return false;
  const before = stem.at(-1) ?? '';
  // Upju, zemju: the j belongs to the ending only after a labial; elsewhere it is the verb's (runāju).
  if (ending === 'ju') return /[bpmvf]/.test(before);
  // Participle and future endings follow the verb's vowel (runā-tas, runā-sim); elsewhere the t or s is the root's (raksts).
  if (/^[ts]./.test(ending) && ending !== 'ties') return stem.length > shortestStem && vowel.test(before);
  // -tājos, -tājiem end nouns (izmeklētājos) more often than definite participles.
  if (ending.startsWith('aj')) return !/[aeiou]t$/.test(stem);
  return true;
}

/** Asks once for each word: a correction looks at the same thousand words of the vocabulary again and again. */
function remembering(cut: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    let found = known.get(word);
    if (found === undefined) known.set(word, (found = cut(word)));
    return found;
  };
}
