/**
 * Latvian endings and suffixes, folded (no diacritics), as the stemmer cuts them.
 * Folding makes most palatalisations equal beforehand (lācis, lāča: lacis, laca); what is left is in alternation.ts.
 */

/** Case and person endings; the longest that leaves a stem is cut, once. */
export const inflections = new Set(
  wordsIn(`
  a e i o u s
  as es is us os am em im um ai ei ij ie iem ju
  ais aja ajai ajam ajas ajos ajiem ajie
  t ties tos tas tam tiem
  at et it ot ut aties eties ities oties uties
  iet ieties amies aties ies amas
  sim sit siet simies sities
  ak
`),
);

/** Suffixes of words made from words; cut again and again while a root is left. */
export const derivations = new Set(
  wordsIn(`
  san sanas sanos
  taj tav
  niek niec
  um ib ig isk ien tn
  acij icij ucij ij ism ist itat ator
  ak us os dam am em im
  in ul
`),
);

/** Words a prefix is cut from only when the word itself is unknown: not, must, most, and the verb prefixes. */
export const negations = ['visne', 'ne', 'ja', 'vis'] as const;
export const verbPrefixes = ['aiz', 'ap', 'at', 'ie', 'iz', 'no', 'pa', 'par', 'pie', 'sa', 'uz'] as const;

function wordsIn(list: string): string[] {
  return list.trim().split(/\s+/);
}
