import { lettersOf, rangeOf, type Vocabulary } from './vocabulary.ts';

/** What one more search costs, in pages of noise: a prefix that also matches other words is kept while those are rarer. */
const searchCost = 3;
const shortestPrefix = 3;

/**
 * The few beginnings of words that match all targets and hardly anything else, since Pagefind matches by prefix. Words that share a long beginning become one
 * search (`kampaņ`); words whose beginning is shared by strangers are asked for apart (`tiesa`, not `ties`), unless that takes more than `most` searches.
 */
export function prefixesFor(targets: Iterable<number>, vocabulary: Vocabulary, most = 3): string[] {
  const sorted = [...targets].sort((a, b) => a - b);
  if (sorted.length === 0) return [];
  const wanted = new Set(sorted);
  for (let cost = searchCost; ; cost *= 4) {
    const { prefixes } = cover(sorted, wanted, '', vocabulary, cost);
    if (prefixes.length <= most || cost > searchCost * 4 ** 6) return prefixes;
  }
}

interface Cover {
  cost: number;
  prefixes: string[];
}

function cover(group: readonly number[], targets: ReadonlySet<number>, parent: string, vocabulary: Vocabulary, cost: number): Cover {
  const first = lettersOf(vocabulary.words[group[0] ?? 0] ?? '');
  const last = lettersOf(vocabulary.words[group.at(-1) ?? 0] ?? '');
  let length = parent.length;
  while (length < first.length && first[length] === last[length]) length += 1;
  const prefix = first.slice(0, length);
  const split = splitAfter(group, length, vocabulary);
  const apart = split.length < 2 ? undefined : merged(split.map((part) => cover(part, targets, prefix, vocabulary, cost)));
  if (length < shortestPrefix && apart) return apart;
  const together: Cover = { cost: cost + noise(prefix, targets, vocabulary), prefixes: [prefix] };
  return apart && apart.cost < together.cost ? apart : together;
}

/** Parts of a sorted group by the letter at `position`; a word that ends there stands with all its continuations. */
function splitAfter(group: readonly number[], position: number, { words }: Vocabulary): number[][] {
  const parts = new Map<string, number[]>();
  for (const index of group) {
    const letter = lettersOf(words[index] ?? '')[position] ?? '';
    const part = parts.get(letter);
    if (part) part.push(index);
    else parts.set(letter, [index]);
  }
  return parts.has('') ? [] : [...parts.values()];
}

function noise(prefix: string, targets: ReadonlySet<number>, vocabulary: Vocabulary): number {
  const [from, to] = rangeOf(vocabulary, prefix);
  let sum = 0;
  for (let index = from; index < to; index += 1) if (!targets.has(index)) sum += vocabulary.frequencies[index] ?? 1;
  return sum;
}

function merged(covers: readonly Cover[]): Cover {
  return { cost: covers.reduce((sum, { cost }) => sum + cost, 0), prefixes: covers.flatMap(({ prefixes }) => prefixes) };
}
