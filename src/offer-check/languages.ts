import { fold, tokenise } from './tokens.ts';

/** Letters that one of two languages in the same script has and the other has not. */
const LETTERS = { lv: /[āčēģīķļņšūž]/i, ru: /[ыэъё]/i, uk: /[іїєґ]/i } as const;
/** Frequent words, folded, that are none in the other languages: people type without diacritics. */
const LATVIAN = listed('un ir par uz ar vai tu tev jus jums es mes ka lai bez darbs darba darbu eiro jau bet nav mums kas tikai man pie');
const ENGLISH = listed('the and you your for of are we with our will not this that have be can from at or they work job');
const CYRILLIC = /\p{Script=Cyrillic}/u;
const LATIN = /\p{Script=Latin}/u;
/** Fewer are names and programs in a text of another script. */
const LEAST_WORDS = 2;

/** Languages of adverts whose patterns a text needs: "lv", "en", "ru", "uk". In doubt it names one more. `words` are the folded words of the text. */
export function languagesOf(text: string, words: readonly string[] = tokenise(text).words): string[] {
  const latin = words.filter((word) => LATIN.test(word));
  const isCyrillic = CYRILLIC.test(text);
  const latvian = (LETTERS.lv.test(text) ? 1 : 0) + latin.filter((word) => LATVIAN.has(word)).length;
  const english = latin.filter((word) => ENGLISH.has(word)).length;
  const isMain = !isCyrillic && latin.length > 0;
  const [russian, ukrainian] = [LETTERS.ru.test(text), LETTERS.uk.test(text)];
  return [
    ...(latvian >= LEAST_WORDS || (isMain && (latvian > 0 || english < LEAST_WORDS)) ? ['lv'] : []),
    ...(english >= LEAST_WORDS || (isMain && (english > 0 || latvian < LEAST_WORDS)) ? ['en'] : []),
    ...(isCyrillic && (russian || !ukrainian) ? ['ru'] : []),
    ...(isCyrillic && (ukrainian || !russian) ? ['uk'] : []),
  ];
}

function listed(list: string): ReadonlySet<string> {
  return new Set(list.split(' ').map(fold));
}
