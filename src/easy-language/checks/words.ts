import type { Check, Hit, LatvianCheck, LatvianSubject } from '../check.ts';
import { isFrontMatter, isInside } from '../read-text.ts';
import type { Sentence, Word } from '../sentences.ts';
import { nominativeOf, type Phrase } from '../vocabulary.ts';

/** Latvian pronouns that stand for somebody or something named before. */
const standingPronouns = new Set('viņš viņa viņi viņas viņam viņai viņiem viņām tas tā tie tās tam tai tiem tām to tos'.split(' '));
const copulas = new Set('ir nav bija nebija būs nebūs'.split(' '));
const numberSigns = /^[IVXLCDM]+$/;
const diminutiveEnding = /(?:iņ|īt)\p{Ll}{1,4}$/u;
/** Valid Roman numerals that are something else: a country code, a life story, a licence, a size. */
const notRoman = new Set(['LV', 'CV', 'CC', 'XL', 'XXL']);

function at({ start, end }: Word, detail: string, more: Partial<Hit> = {}): Hit {
  return { start, end, detail, ...more };
}

function wordsOf({ sentences }: LatvianSubject): { word: Word; sentence: Sentence }[] {
  return sentences.flatMap((sentence) => sentence.words.filter(({ kind }) => kind === 'word').map((word) => ({ word, sentence })));
}

/** All dictionary forms of a word, and the word itself. */
function basesOf({ morphology }: LatvianSubject, word: string): string[] {
  const written = word.toLowerCase();
  return [written, ...morphology.readingsOf(written).map(({ base }) => base.toLowerCase())];
}

/** Where the words of a phrase stand in a row, in any form. */
function phraseIn(subject: LatvianSubject, { words }: Sentence, phrase: Phrase): { first: Word; last: Word } | undefined {
  for (const [position, first] of words.entries()) {
    const row = words.slice(position, position + phrase.words.length);
    const last = row.at(-1);
    if (last && row.length === phrase.words.length && row.every(({ text }, index) => isForm(subject, text, phrase.words[index] ?? '')))
      return { first, last };
  }
  return undefined;
}

/** A phrase's word stands for itself and, where it is a dictionary form, for all its forms. */
function isForm(subject: LatvianSubject, word: string, wanted: string): boolean {
  return basesOf(subject, word).includes(wanted);
}

/** Words that the text explains, with the place from which they count: **Konsuls** ir …, „Konsuls” nozīmē …, **konsuls:** … */
function explanationsIn(subject: LatvianSubject): Map<string, number> {
  const explained = new Map<string, number>();
  const { bold, plain } = subject.text;
  const terms = [
    ...bold.map((range) => ({ ...range, text: plain.slice(range.start, range.end) })),
    ...[...plain.matchAll(/[„“"«]([^”“"»\n]{2,60})[”“"»]/g)].map((found) => ({
      start: found.index,
      end: found.index + found[0].length,
      text: found[1] ?? '',
    })),
  ];
  for (const { start, end, text } of terms) {
    const isExplained = /[:–—-]\s*$/.test(text) || /^[\s*_”"]*(?:ir|nav|nozīmē|–|—|:)(?![\p{L}\d])/u.test(plain.slice(end, end + 20));
    if (!isExplained) continue;
    for (const word of text.match(/[\p{L}\p{M}-]+/gu) ?? [])
      for (const base of basesOf(subject, word)) if (!explained.has(base) || start < (explained.get(base) ?? 0)) explained.set(base, start);
  }
  return explained;
}

/** A name: capital letter inside a sentence, or a word the dictionary knows only with it. */
function isName({ morphology }: LatvianSubject, { text, index }: Word, sentence: Sentence): boolean {
  if (!/^\p{Lu}/u.test(text)) return false;
  const before = sentence.text.slice(0, (sentence.words[index]?.start ?? 0) - sentence.start);
  const opens = index === 0 || /[„“"«:]\s*$/.test(before);
  return !opens || !morphology.isKnown(text.toLowerCase());
}

/** One hit a word, at its first place. */
function unexplained(subject: LatvianSubject): { word: Word; base: string; explainedAt: number | undefined }[] {
  const explained = explanationsIn(subject);
  const seen = new Set<string>();
  return wordsOf(subject).flatMap(({ word, sentence }) => {
    if (word.text.length < 2 || numberSigns.test(word.text) || isName(subject, word, sentence)) return [];
    // A heading may name what the text below it explains.
    const isAhead = sentence.block.kind === 'heading' || isFrontMatter(subject.text, word.start);
    if (word.text === word.text.toUpperCase() || word.text.split('-').every((part) => subject.vocabulary.isCommon(part))) return [];
    const bases = basesOf(subject, word.text);
    const [base = word.text] = bases.slice(1);
    if (bases.some((form) => seen.has(form))) return [];
    for (const form of bases) seen.add(form);
    const places = bases.map((form) => explained.get(form)).filter((place) => place !== undefined);
    const explainedAt = places.length === 0 ? undefined : Math.min(...places);
    if (explainedAt !== undefined && isAhead) for (const form of bases) seen.delete(form);
    // „Zvaniet konsulam. **Konsuls** ir …”: the next sentence is still in place.
    const next = subject.sentences[subject.sentences.indexOf(sentence) + 1];
    const inPlace = explainedAt !== undefined && (explainedAt <= word.start || (next?.block === sentence.block && explainedAt < next.end));
    return inPlace || (explainedAt !== undefined && isAhead) ? [] : [{ word, base, explainedAt }];
  });
}

export const latvianWordChecks = {
  'unexplained-word': (subject) =>
    unexplained(subject)
      .filter(({ explainedAt }) => explainedAt === undefined)
      .map(({ word, base }) => at(word, base)),

  'explained-late': (subject) =>
    unexplained(subject)
      .filter(({ explainedAt }) => explainedAt !== undefined)
      .map(({ word, base }) => at(word, base)),

  'hard-word': (subject) => {
    const explained = explanationsIn(subject);
    return subject.sentences.flatMap((sentence) => {
      const found = subject.vocabulary.hardWords.flatMap((phrase) => {
        const place = phraseIn(subject, sentence, phrase);
        return place && !phrase.words.every((word) => explained.has(word)) ? [{ ...place, phrase }] : [];
      });
      // Of „veikt pārbaudi” and „veikt” at one place only the longer counts.
      return found
        .filter(({ first, phrase }) => !found.some((other) => other.first === first && other.phrase.words.length > phrase.words.length))
        .map(({ first, last, phrase }) => ({ start: first.start, end: last.end, detail: phrase.words.join(' '), better: phrase.better }));
    });
  },

  idiom: (subject) =>
    subject.sentences.flatMap((sentence) =>
      subject.vocabulary.idioms.flatMap((phrase) => {
        const place = phraseIn(subject, sentence, phrase);
        return place ? [{ start: place.first.start, end: place.last.end, detail: phrase.words.join(' '), better: phrase.better }] : [];
      }),
    ),

  'two-names': (subject) =>
    subject.vocabulary.sameThings.flatMap((names): Hit[] => {
      const used = names
        .flatMap((phrase) => {
          const sentence = subject.sentences.find((candidate) => phraseIn(subject, candidate, phrase));
          const place = sentence && phraseIn(subject, sentence, phrase);
          return place ? [{ phrase, start: place.first.start, end: place.last.end }] : [];
        })
        .sort((a, b) => a.start - b.start);
      const second = used[1];
      return second
        ? [{ start: second.start, end: second.end, detail: used.map(({ phrase }) => `„${phrase.words.join(' ')}”`).join(', ') }]
        : [];
    }),

  'verbal-noun': (subject) =>
    wordsOf(subject).flatMap(({ word }) => {
      if (!/šan(?:a|u|ai|as|ā|ām|ās|os)$/.test(word.text)) return [];
      const isAllowed = subject.vocabulary.allowedVerbalNouns.has(nominativeOf(word.text.toLowerCase()));
      return isAllowed ? [] : [at(word, word.text)];
    }),

  'childish-form': (subject) =>
    wordsOf(subject).flatMap(({ word }) => {
      const readings = subject.morphology.readingsOf(word.text);
      const isChildish =
        /^\p{Ll}/u.test(word.text) &&
        diminutiveEnding.test(word.text) &&
        readings.length > 0 &&
        readings.every(({ isDiminutive }) => isDiminutive);
      const isName = subject.vocabulary.allowedDiminutives.some((beginning) => word.text.toLowerCase().startsWith(beginning));
      return isChildish && !isName ? [at(word, word.text)] : [];
    }),

  'pronoun-start': (subject) =>
    subject.sentences.flatMap((sentence, position) => {
      const [first, second] = sentence.words;
      if (!first || !standingPronouns.has(first.text.toLowerCase()) || sentence.block.kind === 'heading') return [];
      // „Tas darbs” points at a noun; „tas ir” stands for one.
      const next = second && /^t/i.test(first.text) && !copulas.has(second.text) ? subject.morphology.readingsOf(second.text) : [];
      if (next.some(({ part }) => /^(?:lietv|īpv)/.test(part)) && !next.some(({ form }) => form === 'finite')) return [];
      // „Tā notiek”: so it happens.
      if (/^tā$/i.test(first.text) && second && !copulas.has(second.text.toLowerCase())) return [];
      const before = subject.sentences[position - 1];
      const hasNounBefore = before?.block === sentence.block;
      const goesOn = hasNounBefore && standingPronouns.has(before.words[0]?.text.toLowerCase() ?? '') && position > 1;
      const third = goesOn && subject.sentences[position - 2]?.block === sentence.block;
      const startsThreeTimes = third && standingPronouns.has(subject.sentences[position - 2]?.words[0]?.text.toLowerCase() ?? '');
      return hasNounBefore && !startsThreeTimes ? [] : [at(first, first.text)];
    }),
} satisfies Record<string, LatvianCheck>;

export const wordChecks = {
  abbreviation: ({ text, sentences, abbreviations }) => {
    const inCapitals = sentences.flatMap(({ words, text: whole }) => {
      // A whole line in capitals is shouting, not a row of abbreviations.
      if (/\p{L}{4}/u.test(whole) && whole === whole.toUpperCase()) return [];
      return words
        .filter(({ kind, text: word }) => kind === 'word' && /^\p{Lu}{2,5}$/u.test(word) && !isRomanNumeral(word))
        .map((word) => at(word, word.text));
    });
    const shortened = abbreviations.flatMap(({ text: short, better }) => {
      const pattern = new RegExp(`(?<![\\p{L}\\d.])${short.replaceAll('.', '\\.').replaceAll(' ', '\\s')}`, 'giu');
      return [...text.plain.matchAll(pattern)]
        .map((found): Hit => ({ start: found.index, end: found.index + found[0].length, detail: found[0], better }))
        .filter(({ start, end }) => isInside(start, text.blocks) && (short.length > 3 || isShortForm(text.plain, start, end)));
    });
    return [...inCapitals, ...shortened];
  },

  'long-word': ({ sentences, limits, text }) => {
    const seen = new Set<string>();
    return sentences.flatMap(({ words }) =>
      words.flatMap((word) => {
        const longest = Math.max(...word.text.split(/[-’']/).map((part) => part.length));
        const key = word.text.toLowerCase();
        // A word in bold at its first place is being explained.
        if (word.kind !== 'word' || longest <= limits.wordWarning || seen.has(key)) return [];
        seen.add(key);
        if (isInside(word.start, text.bold)) return [];
        return [at(word, String(longest), { level: longest > limits.wordError ? 'error' : 'warning' })];
      }),
    );
  },
} satisfies Record<string, Check>;

/** Of one or two letters with a full stop („g.”, „st.”) only what stands after a number or before a small letter is short for something. */
function isShortForm(plain: string, start: number, end: number): boolean {
  return /\d\.?\s*$/.test(plain.slice(Math.max(0, start - 4), start)) || /^\s*[\p{Ll}\d]/u.test(plain.slice(end, end + 3));
}

export function isRomanNumeral(word: string): boolean {
  return /^(?=[IVXLC]{2,})(?:X{0,3}|XL|LX{0,3}|XC|C{1,3})(?:IX|IV|V?I{0,3})$/.test(word) && !notRoman.has(word);
}
