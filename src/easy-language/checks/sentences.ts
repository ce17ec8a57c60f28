import type { Check, Hit, LatvianCheck, LatvianSubject } from '../check.ts';
import { isFrontMatter, isInside, isQuoted } from '../read-text.ts';
import type { Form, Reading } from '../morphology.ts';
import type { Sentence, Word } from '../sentences.ts';

const predicates: ReadonlySet<Form> = new Set(['finite', 'imperative', 'must']);
/** Words between būt or tikt and its participle. */
const participleWithin = 4;
const latestVerb = 6;
const mostVerbs = 2;

function whole({ start, end }: Sentence, detail: string, more: Partial<Hit> = {}): Hit {
  return { start, end, detail, ...more };
}

function readingsOf({ morphology }: LatvianSubject, word: Word | undefined): readonly Reading[] {
  return word?.kind === 'word' ? morphology.readingsOf(word.text) : [];
}

/** Whether a word can only be read as one of the forms. */
function isOnly(readings: readonly Reading[], forms: readonly Form[]): boolean {
  return readings.length > 0 && readings.every(({ form }) => forms.includes(form));
}

/** A participle that is not an everyday adjective or noun (slēgts, cietušais, nākamais). */
function isLiveParticiple(subject: LatvianSubject, word: Word | undefined, forms: readonly Form[]): boolean {
  if (!word || !isOnly(readingsOf(subject, word), forms)) return false;
  const text = word.text.toLowerCase();
  return !subject.vocabulary.likeAdjectives.some((beginning) => text.startsWith(beginning) || text.startsWith(`ne${beginning}`));
}

/** The verb būt or tikt and a participle near behind it. */
function withAuxiliary(
  subject: LatvianSubject,
  sentence: Sentence,
  auxiliary: 'būt' | 'tikt',
  forms: readonly Form[],
): { verb: Word; participle: Word } | undefined {
  for (const [position, verb] of sentence.words.entries()) {
    const isAuxiliary = /^(?:nav|neir)$/i.test(verb.text)
      ? auxiliary === 'būt'
      : readingsOf(subject, verb).some(
          ({ base, form, part }) => base === auxiliary && (form === 'finite' || form === 'must') && part !== 'lietv1r',
        );
    if (!isAuxiliary) continue;
    const near = sentence.words.slice(position + 1, position + 1 + participleWithin);
    const before = sentence.words[position - 1];
    const participle =
      near.find((word) => isLiveParticiple(subject, word, forms)) ?? (isLiveParticiple(subject, before, forms) ? before : undefined);
    if (participle) return { verb, participle };
  }
  return undefined;
}

function between(first: Word, last: Word): { start: number; end: number } {
  return { start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) };
}

function isConditional(subject: LatvianSubject, word: Word): boolean {
  const text = word.text.toLowerCase();
  if (/^(?:ne)?(?:būtu|vajadzētu)$/.test(text)) return true;
  // The conditional is the infinitive with -u; reflexive verbs have -os. „Solītu naudu” looks the same and is a participle.
  const readings = readingsOf(subject, word);
  return (
    readings.length > 0 &&
    readings.every(({ base, form }) => form === 'passive-past' && (text.endsWith(`${base}u`) || text.endsWith(`${base}os`)))
  );
}

/** A finite verb. Of a word that could also be a noun only a common verb counts: „sola” is solīt, „dienu” is not dienēt. */
function isPredicate(subject: LatvianSubject, word: Word): boolean {
  if (/^(?:nav|vajag|ir|jā\p{L}+)$/iu.test(word.text)) return true;
  if (subject.vocabulary.smallWords.has(word.text.toLowerCase())) return false;
  const readings = readingsOf(subject, word);
  if (readings.some(({ part }) => /^(?:saiklis|apstv|vietnv)/.test(part))) return false;
  const verbs = readings.filter(({ form }) => predicates.has(form));
  return verbs.length > 0 && (verbs.length === readings.length || verbs.some(({ base }) => subject.vocabulary.isCommon(base)));
}

/** Negations: the words themselves, and verbs with ne-. */
function negationsIn(subject: LatvianSubject, sentence: Sentence): Word[] {
  return sentence.words.filter((word) => {
    const text = word.text.toLowerCase();
    if (/^(?:nē|ne|nav|nekad|nekur|nekas|neko|nekā|nekam|neviens|neviena|nevienu|nevienam|nevar|nevis)$/.test(text)) return true;
    return text.startsWith('ne') && readingsOf(subject, word).some(({ isNegated, form }) => isNegated && predicates.has(form));
  });
}

export const latvianSentenceChecks = {
  'one-idea': (subject) =>
    subject.sentences.flatMap((sentence) => {
      const commas = sentence.text.match(/,(?=\s)/g)?.length ?? 0;
      const semicolons = sentence.text.match(/;(?!\s*$)/g)?.length ?? 0;
      const dashes = sentence.text.match(/\s[–—]\s/g)?.length ?? 0;
      const verbs = sentence.words.filter(
        (word) => !subject.vocabulary.smallWords.has(word.text.toLowerCase()) && isOnly(readingsOf(subject, word), [...predicates]),
      ).length;
      const found = [
        ...(semicolons > 0 ? ['„;”'] : []),
        ...(commas > 1 ? [`${commas} × „,”`] : []),
        ...(dashes > 1 || (dashes > 0 && commas > 0) ? ['„–”'] : []),
        ...(verbs > mostVerbs ? [`${verbs} darbības vārdi`] : []),
      ];
      return found.length === 0 ? [] : [whole(sentence, found.join(' '), { level: semicolons > 0 || commas > 3 ? 'error' : 'warning' })];
    }),

  'heavy-connective': (subject) =>
    subject.sentences.flatMap((sentence) =>
      subject.vocabulary.connectives.flatMap(({ text, better }): Hit[] => {
        const before = text.startsWith(',') ? '' : '(?<!\\p{L})';
        const pattern = new RegExp(`${before}${text.replaceAll(' ', '\\s+')}(?!\\p{L})`, 'iu');
        const found = pattern.exec(sentence.text);
        if (!found) return [];
        const start = sentence.start + found.index;
        return [{ start, end: start + found[0].length, detail: found[0].replace(/^, /, ''), better }];
      }),
    ),

  passive: (subject) =>
    subject.sentences.flatMap((sentence) => {
      const byTikt = withAuxiliary(subject, sentence, 'tikt', ['passive-past', 'passive-present']);
      if (byTikt) return [{ ...between(byTikt.verb, byTikt.participle), detail: `${byTikt.verb.text} ${byTikt.participle.text}` }];
      const byBe = withAuxiliary(subject, sentence, 'būt', ['passive-past']);
      return byBe ? [{ ...between(byBe.verb, byBe.participle), detail: `${byBe.verb.text} ${byBe.participle.text}` }] : [];
    }),

  participle: (subject) =>
    subject.sentences.flatMap((sentence) => {
      const inPassive =
        withAuxiliary(subject, sentence, 'tikt', ['passive-past', 'passive-present']) ??
        withAuxiliary(subject, sentence, 'būt', ['passive-past', 'active-past']);
      return sentence.words.flatMap((word): Hit[] => {
        if (word === inPassive?.participle || isReported(subject, word) || isConditional(subject, word)) return [];
        if (isLiveParticiple(subject, word, ['converb'])) return [{ start: word.start, end: word.end, detail: word.text }];
        if (isLiveParticiple(subject, word, ['active-present', 'passive-present', 'active-past', 'passive-past']))
          return [{ start: word.start, end: word.end, detail: word.text, level: 'warning' }];
        return [];
      });
    }),

  'compound-tense': (subject) =>
    subject.sentences.flatMap((sentence) => {
      const found = withAuxiliary(subject, sentence, 'būt', ['active-past']);
      return found ? [{ ...between(found.verb, found.participle), detail: `${found.verb.text} ${found.participle.text}` }] : [];
    }),

  conditional: (subject) =>
    subject.sentences.flatMap(({ words }) =>
      words.filter((word) => isConditional(subject, word)).map(({ start, end, text }) => ({ start, end, detail: text })),
    ),

  reported: (subject) =>
    subject.sentences.flatMap((sentence) => [
      ...sentence.words.filter((word) => isReported(subject, word)).map(({ start, end, text }): Hit => ({ start, end, detail: text })),
      ...[
        ...sentence.text.matchAll(
          /(?<!\p{L})(?:teica|saka|sacīja|stāsta|stāstīja|raksta|rakstīja|paziņoja|paziņo|apgalvo|apgalvoja|norāda|norādīja|uzsver|uzsvēra|skaidro|atzina|atzīst), ka(?!\p{L})/giu,
        ),
      ].map((found): Hit => {
        const start = sentence.start + found.index;
        return { start, end: start + found[0].length, detail: found[0], level: 'warning' };
      }),
    ]),

  'late-verb': (subject) =>
    subject.sentences.flatMap((sentence) => {
      if (sentence.block.kind === 'heading' || sentence.words.length <= latestVerb) return [];
      const verb = sentence.words.find((word) => isPredicate(subject, word));
      return verb && verb.index >= latestVerb ? [whole(sentence, String(verb.index + 1))] : [];
    }),

  'negation-not-bold': (subject) =>
    subject.sentences.flatMap((sentence) => {
      if (sentence.block.kind === 'heading' || isFrontMatter(subject.text, sentence.start)) return [];
      const negations = negationsIn(subject, sentence);
      const [first] = negations;
      if (!first || negations.some(({ start }) => isInside(start, subject.text.bold))) return [];
      return [{ start: first.start, end: first.end, detail: first.text }];
    }),

  address: (subject) =>
    subject.sentences.flatMap((sentence) =>
      sentence.words.flatMap(({ text, start, end, kind }): Hit[] => {
        if (kind !== 'word' || isQuoted(subject.text, sentence.block, start)) return [];
        if (/^(?:tu|tev|tevi|tevis|tevī|tavs|tava|tavu|tavam|tavai|tavi|tavas|tavus|tavā|taviem|tavām|tavos|tavās|sev tev)$/i.test(text))
          return [{ start, end, detail: text }];
        return /^(?:jūs|jums|jūsu)$/.test(text) ? [{ start, end, detail: text }] : [];
      }),
    ),

  'no-address': (subject) => {
    const words = subject.sentences.flatMap((sentence) => sentence.words);
    const isAddressed = words.some(
      (word) =>
        /^(?:jūs|jums|jūsu)$/i.test(word.text) ||
        (/iet(?:ies)?$/.test(word.text) && readingsOf(subject, word).some(({ form }) => form === 'imperative')),
    );
    const [first] = subject.sentences;
    return isAddressed || !first || words.length < wholeTextFrom ? [] : [whole(first, '')];
  },
} satisfies Record<string, LatvianCheck>;

/** Rules about the whole text say nothing of shorter ones. */
export const wholeTextFrom = 40;

/** The reported mood: esot, būšot, maksāšot; nothing else is a predicate in the sentence. */
function isReported(subject: LatvianSubject, word: Word): boolean {
  const text = word.text.toLowerCase();
  if (/^(?:ne)?(?:esot|būšot)$/.test(text)) return true;
  return (
    /šot(?:ies)?$/.test(text) &&
    isOnly(readingsOf(subject, word), ['converb']) &&
    readingsOf(subject, word).some(({ base }) => text !== `${base}ot`)
  );
}

export const sentenceChecks = {
  'sentence-length': ({ sentences, limits }) =>
    sentences.flatMap((sentence) => {
      const { length } = sentence.words;
      if (length <= limits.sentenceWarning) return [];
      return [whole(sentence, String(length), { level: length > limits.sentenceError ? 'error' : 'warning' })];
    }),

  'open-question': ({ sentences }) =>
    sentences.flatMap((sentence, position) => {
      if (
        !sentence.text.endsWith('?') ||
        sentence.block.kind === 'heading' ||
        sentence.block.kind === 'item' ||
        sentence.block.kind === 'quote'
      )
        return [];
      const next = sentences[position + 1];
      return next?.block === sentence.block && !next.text.endsWith('?') ? [] : [whole(sentence, '')];
    }),
} satisfies Record<string, Check>;
