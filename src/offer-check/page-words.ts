import type { FlagRule, GapRule, QuestionRule, Words } from './index.ts';

/** Words of the answers on their way to a page, without what its questions say already. */
export interface PackedWords {
  flags: readonly (Pick<FlagRule, 'id' | 'asks' | 'verify'> & { advice: string })[];
  gaps: readonly Pick<GapRule, 'id' | 'verify'>[];
  questions: readonly QuestionRule[];
  /** Ids of pieces of advice. */
  advice: readonly string[];
  /** A line each: what and why of flags; what, why and question of gaps; advice. Empty where the page says it. */
  texts: string;
  /** Cyrillic and Latin letters have changed places. */
  isExchanged: boolean;
}
/** What a page may say of the rules itself, each with an id: why a flag alarms, a piece of advice, the question of a gap. */
export type Saying = 'why' | 'advice' | 'ask';

/** A flag with the id of its advice. */
export interface AdvisedFlag extends FlagRule {
  advice: string;
}

const CYRILLIC = 0x430;
const LATIN = 'abcdefghijklmnopqrstuvwxyzABCDEF';

/** Small Cyrillic letters and Latin ones change places: a Russian text takes half the bytes. Twice is as before. */
function exchanged(text: string): string {
  return text.replace(/[a-zA-Fа-я]/g, (letter) => {
    const place = LATIN.indexOf(letter);
    return place < 0 ? (LATIN[letter.charCodeAt(0) - CYRILLIC] ?? letter) : String.fromCharCode(CYRILLIC + place);
  });
}

/** `isSaid` tells what the page says itself. */
export function packWords(
  { flags, gaps, questions }: { flags: readonly AdvisedFlag[] } & Pick<Words, 'gaps' | 'questions'>,
  isSaid: (what: Saying, id: string) => boolean,
): PackedWords {
  const unlessSaid = (what: Saying, id: string, text: string) => (isSaid(what, id) ? '' : text);
  const advice = new Map(flags.map(({ advice: id, todo }) => [id, todo]));
  const lines = [
    ...flags.flatMap(({ id, what, why }) => [what, unlessSaid('why', id, why)]),
    ...gaps.flatMap(({ id, what, why, ask }) => [what, why, unlessSaid('ask', id, ask)]),
    ...[...advice].map(([id, text]) => unlessSaid('advice', id, text)),
  ];
  const texts = lines.join('\n');
  const isExchanged = /[а-я]/.test(texts);
  return {
    flags: flags.map(({ id, asks, verify, advice: own }) => ({ id, asks, verify, advice: own })),
    gaps: gaps.map(({ id, verify }) => ({ id, verify })),
    questions,
    advice: [...advice.keys()],
    texts: isExchanged ? exchanged(texts) : texts,
    isExchanged,
  };
}

/** `said` hands out what the page says itself. */
export function unpackWords(packed: PackedWords, said: (what: Saying, id: string) => string): Words {
  const lines = (packed.isExchanged ? exchanged(packed.texts) : packed.texts).split('\n').values();
  const next = () => lines.next().value ?? '';
  const flags = packed.flags.map((flag) => ({ ...flag, what: next(), why: next() || said('why', flag.id), todo: '' }));
  const gaps = packed.gaps.map((gap) => ({ ...gap, what: next(), why: next(), ask: next() || said('ask', gap.id) }));
  const advice = new Map(packed.advice.map((id) => [id, next() || said('advice', id)]));
  return { flags: flags.map((flag) => ({ ...flag, todo: advice.get(flag.advice) ?? '' })), gaps, questions: packed.questions };
}
