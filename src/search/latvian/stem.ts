import { derivations, inflections } from './endings.ts';

const shortestStem = 3;
const shortestRoot = 3;
const vowel = /[aeiouy]/;

/** The word without its case or person ending: žurnālistiem and žurnālista are both `zurnalist`. Takes and gives folded text. */
export function inflectionStem(word: string): string {
  const ending = inflections.find((candidate) => word.endsWith(candidate) && leavesStem(word, candidate));
  return ending === undefined ? word : word.slice(0, -ending.length);
}

/** What is left when the suffixes are cut too: vervēšana, vervētājs and vervēja are all `verv`. Always a beginning of the word. */
export function rootOf(word: string): string {
  return rootOfStem(inflectionStem(word));
}

/** The root of a word whose ending is already cut. */
export function rootOfStem(stem: string): string {
  let root = stem;
  for (;;) {
    const shorter = withoutTheme(withoutSuffix(root));
    if (shorter === root) return root;
    root = shorter;
  }
}

function withoutSuffix(stem: string): string {
  const suffix = derivations.find((candidate) => stem.endsWith(candidate) && stem.length - candidate.length >= shortestRoot);
  if (suffix === undefined) return stem;
  const rest = stem.slice(0, -suffix.length);
  return isRoot(rest) ? rest : stem;
}

/** Cuts the vowel that verbs put between root and suffix (runā-, vervē-, meklē-ja), also with the j, t or s that follows it. */
function withoutTheme(stem: string): string {
  const theme = /(?:in)?(?:(?<!i)e|[aiou])[jts]?$/.exec(stem)?.[0];
  if (theme === undefined) return stem;
  for (const cut of [theme, theme.replace(/^in/, '')]) {
    const rest = stem.slice(0, -cut.length);
    if (isRoot(rest)) return rest;
  }
  return stem;
}

function isRoot(rest: string): boolean {
  return rest.length >= shortestRoot && vowel.test(rest);
}

function leavesStem(word: string, ending: string): boolean {
  const stem = word.slice(0, -ending.length);
  if (stem.length < shortestStem || !vowel.test(stem)) return false;
  const before = stem.at(-1) ?? '';
  // Upju, zemju: the j belongs to the ending only after a labial; elsewhere it is the verb's (runāju).
  if (ending === 'ju') return /[bpmvf]/.test(before);
  // Participle endings follow a vowel or a consonant of the root, future endings a vowel or consonant alike, but never another s.
  if (/^t./.test(ending)) return vowel.test(before);
  if (/^s./.test(ending)) return vowel.test(before);
  return true;
}
