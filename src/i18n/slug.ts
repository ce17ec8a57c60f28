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

const cyrillic = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя';
const latin = 'a b v g d e e zh z i j k l m n o p r s t u f h c ch sh shch _ y _ e yu ya'.split(' ');

/** Russian letters in Latin ones, for address words. */
export function transliterate(text: string): string {
  return text.toLowerCase().replaceAll(/[а-яё]/g, (letter) => latin[cyrillic.indexOf(letter)]?.replace('_', '') ?? '');
}
