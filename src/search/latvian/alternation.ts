/** Consonants that change before some endings of the same word, folded: latvietis, latvieši · brīdis, brīža. */
const inflectional: Readonly<Record<string, string>> = { t: 's', s: 't', d: 'z', z: 'd' };
/** Consonants that change between words of one root: roka, rocīt · lūgt, lūdzu. */
const derivational: Readonly<Record<string, string>> = { k: 'c', c: 'k', g: 'dz', dz: 'g' };

/** Another shape of a stem before other endings. Never the stem itself. */
export function otherStems(stem: string): string[] {
  const partner = stem.endsWith('dz') ? undefined : inflectional[stem.slice(-1)];
  // Upe, upju: a labial takes a j.
  if (/[bpmv]j$/.test(stem)) return [stem.slice(0, -1)];
  return partner === undefined ? [] : [stem.slice(0, -1) + partner];
}

/** Other shapes of a root within its family of words. Never the root itself. */
export function otherRoots(root: string): string[] {
  if (root.length < 4) return [];
  const found = new Set(otherStems(root));
  const end = root.endsWith('dz') ? 'dz' : root.slice(-1);
  const partner = derivational[end];
  if (partner !== undefined) found.add(root.slice(0, -end.length) + partner);
  // A dental is lost before -šana (atgriezt, atgriešana; vest, vešana).
  if (/[aeiou]$/.test(root)) for (const lost of ['z', 's', 't', 'd']) found.add(root + lost);
  if (/[aeiou][zstd]$/.test(root)) found.add(root.slice(0, -1));
  // The participle's t (pārsniegt-s), and the t of short verbs (tīklot-s) that could also belong to the root.
  if (/[^aeiou]t$/.test(root)) found.add(root.slice(0, -1));
  if (/[^aeiout]$/.test(root)) found.add(`${root}t`);
  if (/[^aeiou][aeiou]t$/.test(root)) found.add(root.slice(0, -2));
  return [...found].filter((other) => other.length >= 3);
}
