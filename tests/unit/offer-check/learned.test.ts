import { describe, expect, test } from 'vitest';
import { featuresOf } from '../../../src/offer-check/features.ts';
import { makeTextReader } from '../../../src/offer-check/index.ts';
import { conceptsOf, evidenceIn, packLearned, scaleOf, STEP, unpackLearned, withMore } from '../../../src/offer-check/learned.ts';
import { packLexicon, unpackLexicon } from '../../../src/offer-check/lexicon.ts';
import { hashOfExamples } from '../../../src/offer-check/learning/examples.ts';
import { inEachLanguage, learnFrom, packFitted, scorerOf } from '../../../src/offer-check/learning/model.ts';
import { makeNetReader, packNet } from '../../../src/offer-check/net.ts';
import { concepts, flags, languages, packedPatterns, readLearned, readLexicon, wordsIn } from '../../../src/offer-check/rules.ts';
import { tokenise } from '../../../src/offer-check/tokens.ts';

const known = {
  alone: [12, -7, 0],
  beside: [4, -40, 1],
  weights: new Map([
    [3, new Map([[1, 5]])],
    [
      70_000,
      new Map([
        [0, -9],
        [2, 1],
      ]),
    ],
    [262_143, new Map([[2, 30]])],
  ]),
};
const PAID = 'Send the deposit by card today.';
const FAIR = 'Lunch is free in our canteen.';
const examples = Array.from({ length: 20 }, () => [
  { text: PAID, flags: ['deposit'] },
  { text: FAIR, flags: [] },
]).flat();
const fitted = learnFrom({ ...inEachLanguage(() => []), en: examples }, []).en;
const deposit = flags.findIndex(({ id }) => id === 'deposit');
const sufficing = flags.map(() => 1);
const packed = packFitted(fitted, { few: sufficing, all: sufficing });
const learned = withMore(unpackLearned(packed.few), unpackLearned(packed.more));
const lexicon = packLexicon(readLexicon('en'));
const ofConcepts = { count: concepts.length, net: packNet(fitted.net, fitted.steps) };
const net = makeNetReader(fitted.net);
const reader = (own: Parameters<typeof makeTextReader>[1]['learned']) =>
  makeTextReader(wordsIn('en'), { ...packedPatterns(), packed: {}, learned: own }, ofConcepts);
const readLearnedOnly = reader({ en: { ...packed, lexicon } });

describe('what was learned', () => {
  test('comes back from its packing as it was', () => expect(unpackLearned(packLearned(known))).toEqual(known));
  test.each(languages)('comes back from its packing in %s sign by sign', (language) => {
    for (const name of [language, `${language}-more`] as const) {
      const { packed: own } = readLearned(name);
      expect(packLearned(unpackLearned(own))).toBe(own);
    }
  });
  test('is parted into few weights and more, which are together what was learned', () => {
    const rising = flags.map((_, flag) => flag / 10);
    const half = new Map(
      [...fitted.weights].filter(([feature]) => feature % 2 === 0).map(([feature, own]) => [feature, new Map([...own].slice(0, 1))]),
    );
    const parted = packFitted({ ...fitted, few: half }, { few: rising, all: rising.toReversed() });
    const [few, more] = [unpackLearned(parted.few), unpackLearned(parted.more)];
    expect(few.weights).toEqual(half);
    expect([...few.weights.values()].length).toBeGreaterThan(0);
    expect(withMore(few, more)).toEqual({ ...more, weights: fitted.weights });
    expect(few.alone).not.toEqual(more.alone);
  });
  test('has a sign for every number, or is not packed', () =>
    expect(() => packLearned({ ...known, alone: [-41, 0, 0] })).toThrow('-1 has no sign'));
  test.each([...languages, ...languages.map((language) => `${language}-more` as const), 'net'] as const)(
    'belongs to the examples, the adverts and the lexicons, %s: else run npm run learn:offer',
    (language) => expect(readLearned(language).learnedFrom).toBe(hashOfExamples()),
  );
  test.each(languages)('weighs words for every flag in %s', (language) => {
    const { weights } = unpackLearned(readLearned(language).packed);
    expect(new Set([...weights.values()].flatMap((own) => [...own.keys()])).size).toBe(flags.length);
  });
});

describe('a score', () => {
  test.each([
    ['sentence', `${PAID} ${FAIR}`, 0],
    ['pair of sentences', 'Send the deposit by card. Send the deposit today.', 2],
  ])('is that of the best %s, summed over what it shows', (_, text, best) => {
    const [first, second] = featuresOf(tokenise(text));
    if (!first || !second) throw new Error('two sentences');
    const answers = [first, second].map(({ words }) =>
      net.answersTo(words.map((word) => conceptsOf(word, unpackLexicon(lexicon), concepts.length)).filter((own) => own.length > 0)),
    );
    const windows = [
      { features: first.features, answers: answers[0] },
      { features: second.features, answers: answers[1] },
      {
        features: [...first.features, ...second.features],
        answers: answers[0]?.map((answer, filter) => Math.max(answer, answers[1]?.[filter] ?? 0)),
      },
    ];
    const scores = windows.map(({ features, answers: own }) => {
      const sum = features.reduce((total, feature) => total + (fitted.weights.get(feature)?.get(deposit) ?? 0), 0);
      return sum * STEP * scaleOf(features.length) + ((own && net.scoresOf(own)[deposit]) ?? 0);
    });
    expect(scores.indexOf(Math.max(...scores))).toBe(best);
    const knowledge = { learned, lexicon: unpackLexicon(lexicon), conceptCount: concepts.length, net };
    expect(evidenceIn(featuresOf(tokenise(text)), knowledge)[deposit]?.score).toBeCloseTo(scores[best] ?? 0, 4);
  });
  test('suffices in a page exactly where it suffices in training', () => {
    const texts = [PAID, FAIR, 'Send the deposit.', 'Send it today.', 'The deposit by card is free.', `${FAIR} ${PAID}`];
    const scoresOf = scorerOf('en', fitted, fitted.weights);
    const isShown = texts.map((text) => (scoresOf(text)[deposit] ?? 0) > 1);
    expect(texts.map((text) => readLearnedOnly(text).flags.some(({ id }) => id === 'deposit'))).toEqual(isShown);
    expect(new Set(isShown).size).toBe(2);
  });
});

describe('a finding by words', () => {
  test('marks its sentence', () => {
    const text = `${FAIR} ${PAID} ${FAIR}`;
    const spans = readLearnedOnly(text).flags.find(({ id }) => id === 'deposit')?.spans ?? [];
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual([PAID.slice(0, -1)]);
  });
  test('is made with the words of its own language', () => {
    const withThreshold = (score: number) => ({
      few: packLearned({ alone: flags.map(() => score), beside: flags.map(() => 0), weights: new Map() }),
      lexicon: packLexicon([]),
    });
    const read = reader({ lv: withThreshold(-1), en: withThreshold(1) });
    const text = 'Mums ir darbs un dzīvoklis. We have a room for you.';
    const spans = read(text).flags.flatMap((flag) => flag.spans);
    expect(new Set(spans.map(({ start, end }) => text.slice(start, end)))).toEqual(new Set(['Mums ir darbs un dzīvoklis']));
  });
  test('is none in a text without words', () => expect(readLearnedOnly('…').flags).toEqual([]));
});

describe('a pattern', () => {
  const [met] = flags.flatMap(({ id, alarms }) =>
    alarms.filter((text) => !/\d/.test(text) && readPatterns(text).flags[0]?.id === id).map((text) => ({ id, text })),
  );
  if (!met) throw new Error('no alarm of flags.yml meets an English pattern of its flag');
  const { id: shown, text } = met;
  const neverAlone = flags.map(() => 140);
  /** Without weights, concepts and numbers every score is 0. */
  const besides = (beside: number) => ({
    en: { few: packLearned({ alone: neverAlone, beside: flags.map(() => beside), weights: new Map() }), lexicon: packLexicon([]) },
  });
  const flagsWith = (learnedHere: Parameters<typeof reader>[0]) =>
    makeTextReader(wordsIn('en'), { ...packedPatterns(['en']), learned: learnedHere }, ofConcepts)(text).flags.map(({ id }) => id);
  test('shows its flag where the words do not speak against it', () => expect(flagsWith(besides(-1))).toContain(shown));
  test('shows nothing where they do', () => expect(flagsWith(besides(1))).toEqual([]));
  test('suffices where no weights are given', () => expect(flagsWith({})).toContain(shown));
});

function readPatterns(text: string) {
  return makeTextReader(wordsIn('en'), { ...packedPatterns(['en']), learned: {} }, ofConcepts)(text);
}
