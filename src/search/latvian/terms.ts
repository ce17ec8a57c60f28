import { isNumber, tokensOf, type Token } from './fold.ts';
import { stopWords } from './stop-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One word of a query. */
interface Term {
  word: string;
  /** For numbers and names with digits: the searches that stand for it, as they are. */
  searches?: readonly string[];
}

/** The words of a query that say something; all of them where none does. */
export function termsOf(query: string, vocabulary: Vocabulary): Term[] {
  const terms = joinDigits(tokensOf(query)).flatMap((token): Term[] => {
    if (/\p{N}/u.test(token.whole)) return [withDigits(token, vocabulary)];
    return (token.parts.length > 0 ? token.parts : [token.whole]).map((word) => ({ word }));
  });
  const telling = terms.filter(({ word }) => !stopWords.has(word));
  return telling.length > 0 ? telling : terms;
}

/** A number is searched for as one word and as the groups in which the site prints it; 2011/36/ES as one word and as three. */
function withDigits({ whole, parts }: Token, { numbers }: Vocabulary): Term {
  const word = whole.replace(/^371(?=\d{8}$)/, '');
  const apart = numbers[word];
  const searches = [word];
  if (apart !== undefined) searches.push(`"${apart}"`);
  if (parts.length > 1 && !isNumber(whole)) searches.push(parts.join(' '));
  return { word, searches };
}

/** Joins groups of digits that stand next to each other (116 006, +371 67829674), but not a year with what stands before it. */
function joinDigits(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    const belongs = last && isNumber(last.whole) && isNumber(token.whole) && token.whole.length > 1 && !/^(?:19|20)\d\d$/.test(token.whole);
    if (last && belongs) joined[joined.length - 1] = { whole: last.whole + token.whole, parts: [...last.parts, ...token.parts] };
    else joined.push(token);
  }
  return joined;
}
