/** A title as an address word: Latvian letters folded, lower case, single hyphens, at most 60 characters, cut between words. */
export function foldToSlug(title: string): string {
  const folded = title
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return folded.length <= 60 ? folded : folded.slice(0, 61).replace(/-[^-]*$/, '');
}
