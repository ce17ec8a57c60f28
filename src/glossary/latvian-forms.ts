/**
 * All case forms of a Latvian phrase. Each word that changes has a * after it and stands in the nominative: `darba ekspluatācija*`,
 * `seksuālā* ekspluatācija*`, `fiktīvas* laulības*`. Words that change together agree in number and case, so no form is made that nobody writes.
 */
export function latvianForms(pattern: string): string[] {
  const words = pattern.split(' ').map((word) => (word.endsWith('*') ? paradigmOf(word.slice(0, -1)) : word));
  const cells = places.filter((place) => words.every((word) => typeof word === 'string' || word[place] !== undefined));
  return [...new Set(cells.map((place) => words.map((word) => (typeof word === 'string' ? word : (word[place] ?? ''))).join(' ')))];
}

const cases = ['nominative', 'genitive', 'dative', 'accusative', 'locative'] as const;
const places = (['singular', 'plural'] as const).flatMap((number) => cases.map((name) => `${number} ${name}` as const));
type Place = (typeof places)[number];
type Paradigm = Partial<Record<Place, string>>;

/** Feminine nouns in -s (sixth declension); any other noun in -s is masculine. */
const sixthDeclension = new Set(['valsts']);

/** Endings in the order of the cases; `^` softens the consonant before it. */
const feminineA = { singular: 'a as ai u ā', plural: 'as u ām as ās' };
const feminineE = { singular: 'e es ei i ē', plural: 'es ^u ēm es ēs' };
const masculine = { singular: 's a am u ā', plural: 'i u iem us os' };
const masculineIs = { singular: 'is ^a im i ī', plural: '^i ^u ^iem ^us ^os' };
const feminineS = { singular: 's s ij i ī', plural: 'is u īm is īs' };
const definiteMasculine = { singular: 'ais ā ajam o ajā', plural: 'ie o ajiem os ajos' };
const definiteFeminine = { singular: 'ā ās ajai o ajā', plural: 'ās o ajām ās ajās' };

/** The forms of one word by its ending. A plural nominative has plural forms only. */
function paradigmOf(word: string): Paradigm {
  if (word.endsWith('usī')) {
    const rest = definiteFeminine.singular.split(' ').slice(1);
    return {
      ...fill(`${word.slice(0, -3)}uš`, 'singular', ['', ...rest].join(' ')),
      'singular nominative': word,
      ...fill(`${word.slice(0, -3)}uš`, 'plural', definiteFeminine.plural),
    };
  }
  if (sixthDeclension.has(word)) return both(word.slice(0, -1), feminineS);
  if (word.endsWith('ais')) return both(word.slice(0, -3), definiteMasculine);
  if (word.endsWith('ās')) return fill(word.slice(0, -2), 'plural', definiteFeminine.plural);
  if (word.endsWith('ā')) return both(word.slice(0, -1), definiteFeminine);
  if (word.endsWith('as')) return fill(word.slice(0, -2), 'plural', feminineA.plural);
  if (word.endsWith('es')) return fill(word.slice(0, -2), 'plural', feminineE.plural);
  if (word.endsWith('is')) return both(word.slice(0, -2), masculineIs);
  if (word.endsWith('a')) return both(word.slice(0, -1), feminineA);
  if (word.endsWith('e')) return both(word.slice(0, -1), feminineE);
  if (word.endsWith('s')) return both(word.slice(0, -1), masculine);
  throw new Error(`"${word}*": no Latvian noun or adjective in the nominative ends so. Write the nominative, or take the * away.`);
}

function both(stem: string, endings: { singular: string; plural: string }): Paradigm {
  return { ...fill(stem, 'singular', endings.singular), ...fill(stem, 'plural', endings.plural) };
}

function fill(stem: string, number: 'singular' | 'plural', endings: string): Paradigm {
  return Object.fromEntries(
    endings.split(' ').map((ending, index) => {
      const form = ending.startsWith('^') ? soften(stem) + ending.slice(1) : stem + ending;
      return [`${number} ${cases[index] ?? ''}`, form];
    }),
  );
}

/** Consonants before -a, -u, -iem … of the second and fifth declension: pilsonis, pilsoņa · pazīme, pazīmju. */
const softened: readonly [hard: string, soft: string][] = [
  ['dz', 'dž'],
  ['sn', 'šņ'],
  ['zn', 'žņ'],
  ['ln', 'ļņ'],
  ['sl', 'šļ'],
  ['ll', 'ļļ'],
  ['nn', 'ņņ'],
  ['n', 'ņ'],
  ['l', 'ļ'],
  ['t', 'š'],
  ['d', 'ž'],
  ['s', 'š'],
  ['z', 'ž'],
  ['c', 'č'],
  ['b', 'bj'],
  ['p', 'pj'],
  ['m', 'mj'],
  ['v', 'vj'],
];

function soften(stem: string): string {
  const [hard, soft] = softened.find(([end]) => stem.endsWith(end)) ?? ['', ''];
  return stem.slice(0, stem.length - hard.length) + soft;
}
