/** A word, a number or a mark that a pattern can name. */
export interface Token {
  kind: 'word' | 'number' | 'year' | 'ordinal' | 'mark';
  /** As patterns see it: lower case, ё as е, straight apostrophes. */
  text: string;
  start: number;
  end: number;
  /** Whether it begins with a capital letter though no sentence begins here. */
  name: boolean;
  /** Whether a comma or an opening bracket stands right before it. */
  setOff: boolean;
  /** Number of the sentence, from 0. */
  sentence: number;
}

const part =
  /(\p{L}[\p{L}\p{M}\u00AD]*(?:['’-]\p{L}[\p{L}\p{M}\u00AD]*)*)|(\d+(?:[ \u00A0\u202F.,]\d{3}(?!\d))*(?:[.,]\d+)?)|(%)|([!?]{2,})|([.!?…]+|\n)/gu;

/** Cuts a text into words, numbers and marks, and tells sentences apart. Places are offsets in the text as given. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let sentence = 0;
  let begins = true;
  const found = text.matchAll(part);
  for (const { 0: whole, 1: word, 2: number, 3: percent, 4: marks, index } of found) {
    const end = index + whole.length;
    if (word === undefined && number === undefined && percent === undefined) {
      if (marks !== undefined) tokens.push({ kind: 'mark', text: '!!', start: index, end, name: false, setOff: false, sentence });
      if (!begins && breaksSentence(text, index, whole, end, tokens.at(-1))) {
        sentence += 1;
        begins = true;
      }
      continue;
    }
    const lower = word === undefined ? whole : lowered(word);
    tokens.push({
      kind: number === undefined ? 'word' : kindOfNumber(text, index, whole),
      text: lower,
      start: index,
      end,
      name: !begins && word !== undefined && word[0] !== lower[0],
      setOff: /[,(]\s?$/.test(text.slice(Math.max(0, index - 2), index)),
      sentence,
    });
    begins = false;
  }
  return tokens;
}

/** A word as patterns see it. */
export function lowered(word: string): string {
  const lower = word.toLowerCase();
  return /[ё’\u00AD]/.test(lower) ? lower.replaceAll('ё', 'е').replaceAll('’', "'").replaceAll('\u00AD', '') : lower;
}

/** „26. septembrī” and „2) darbs” count nothing: such numbers are ordinals. */
function kindOfNumber(text: string, index: number, number: string): 'number' | 'year' | 'ordinal' {
  if (/^(?:19|20)\d\d$/.test(number)) return 'year';
  const behind = text.slice(index + number.length, index + number.length + 4);
  const begins = /(?:^|\n)[^\S\n]*$/.test(text.slice(Math.max(0, index - 8), index));
  if (/^\.\s?\p{Ll}/u.test(behind) || (begins && /^[.)]/.test(behind))) return 'ordinal';
  return behind.startsWith(')') && text[index - 1] !== '(' ? 'ordinal' : 'number';
}

function breaksSentence(text: string, index: number, mark: string, end: number, last: Token | undefined): boolean {
  const next = /^[\s"'„“«»”)(\]*_>#-]*(.)?/u.exec(text.slice(end, end + 12));
  const following = next?.[1] ?? '';
  const goesOn = following !== '' && following === following.toLowerCase() && following !== following.toUpperCase();
  if (mark === '\n') return !goesOn || /^[^\S\n]*\n/.test(text.slice(end, end + 40)) || /^[^\S\n]*[-*•#]\s/.test(text.slice(end, end + 12));
  if (goesOn || !/^[\s"'“«»”)]/.test(text.slice(end, end + 1) || ' ')) return false;
  // „2019. gadā”, „Nr. 5”, „A. Bērziņa”: a dot after a number or an initial ends nothing.
  return !(
    mark === '.' &&
    last !== undefined &&
    last.end === index &&
    (last.kind === 'number' || last.kind === 'year' || last.kind === 'ordinal' || last.text.length === 1)
  );
}
