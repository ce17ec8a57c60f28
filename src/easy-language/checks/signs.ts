import { matchesIn, type Check, type Hit, type LatvianCheck, type Subject } from '../check.ts';
import { isRomanNumeral } from './words.ts';

const numberWords =
  /(?<!\p{L})(?:div(?:i|as|u|iem|ām|us|os|ās)|tr(?:īs|iju|im|ijās|ijos)|četr\p{L}*|piec(?:i|as|u|iem|ām|us|os|ās)|seš(?:i|as|u|iem|ām|us|os|ās)|septiņ(?:i|as|u|iem|ām|us|os|ās)|astoņ(?:i|as|u|iem|ām|us|os|ās)|deviņ(?:i|as|u|iem|ām|us|os|ās)|desmit|\p{L}+padsmit|\p{L}+desmit|simts?|simtu|simtiem|tūksto(?:tis|ši|šiem|šus|šu))(?!\p{L})/giu;
const thisCentury = 2000;
const latestYear = 2100;
const earliestYear = 1000;
const largest = 1000;

function found(subject: Subject, pattern: RegExp, accept: (match: RegExpExecArray) => boolean = () => true): Hit[] {
  return matchesIn(subject, pattern)
    .filter(({ match }) => accept(match))
    .map(({ range, match }) => ({ ...range, detail: match[0].trim() }));
}

export const latvianSignChecks = {
  'number-word': (subject) => found(subject, numberWords),
  reference: (subject) =>
    found(
      subject,
      /(?<!\p{L})(?:skatiet|skatīt|skat\.|sk\.)(?!\p{L})|(?<!\p{L})(?:iepriekš|augstāk|augšminēt\p{L}*|zemāk|turpmāk)(?: tekstā)? ?(?:minēt|norādīt|rakstīt|aprakstīt|–)\p{L}*|(?<!\p{L})augšminēt\p{L}*|\[\^?\d+\]|[¹²³⁴⁵⁶⁷⁸⁹]/giu,
    ),
} satisfies Record<string, LatvianCheck>;

export const signChecks = {
  percentage: (subject) => found(subject, /\d[\d.,]*\s*%|%|(?<!\p{L})(?:procent\p{L}*|per ?cent\p{L}*|percentage\p{L}*|процент\p{L}*)/giu),

  'large-number': (subject) =>
    found(subject, /(?<![\d.,/+])\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?![\d])|(?<![\d.,/+])\d{4,7}(?![\d/])/g, ({ 0: text }) => {
      const value = Number(text.replaceAll(/\D/g, ''));
      const isYear = /^\d{4}$/.test(text) && value >= earliestYear && value <= latestYear;
      return isYear ? value < thisCentury : value > largest && !isPhoneLike(text);
    }),

  'date-or-time': (subject) =>
    found(
      subject,
      /(?<![\d.])\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})(?!\d)|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)|(?<![\d.:])0\d[.:]\d{2}(?!\d)|(?<![\d.])\d{1,2}\.\d{2}(?=\s*[–-]\s*\d)/g,
    ),

  'phone-groups': (subject) => found(subject, /(?<![\d.,/])\+?\d{8,12}(?!\d)/g),

  'roman-numeral': (subject) => [
    ...subject.sentences.flatMap(({ words, text }) =>
      words
        .filter(
          ({ kind, text: word }) => kind === 'word' && isRomanNumeral(word) && !(text === text.toUpperCase() && /\p{L}{6}/u.test(text)),
        )
        .map(({ start, end, text: word }): Hit => ({ start, end, detail: word })),
    ),
    ...found(subject, /(?<![\p{L}\d.])[IVX](?=\.? (?:daļ|nodaļ|gadsimt|posm|pakāp|grup|ceturksn|pusgad|līmen)|\.\s\p{Ll})/gu),
  ],

  brackets: (subject) => found(subject, /\([^()\n]*\)?|\[(?!\^?\d+\])[^[\]\n]*\]?/g),

  'special-sign': (subject) => found(subject, /[&§#+=<>@~→←↔^|\\•*№](?!\d{7})|(?<=\p{L})\/(?=\p{L})|(?<=\s)\/(?=\s)/gu),
} satisfies Record<string, Check>;

/** Digits in twos and threes with spaces, eight of them, are a telephone number. */
function isPhoneLike(text: string): boolean {
  return text.replaceAll(/\D/g, '').length >= 8;
}
