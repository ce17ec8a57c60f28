import { describe, expect, test } from 'vitest';
import { packWords, type Saying, unpackWords } from '../../../src/offer-check/page-words.ts';
import { answerLanguages, packedWords, questionTexts, wordsIn } from '../../../src/offer-check/rules.ts';

const words = {
  flags: [
    {
      id: 'debt',
      what: 'Долг',
      why: 'Так держат людей. SIA „Zeme”',
      todo: 'Не подписывайте',
      advice: 'refuse',
      asks: ['wage'],
      verify: ['nva'],
    },
    { id: 'papers', what: 'Паспорт', why: 'Он ваш', todo: 'Не подписывайте', advice: 'refuse', asks: [], verify: ['consul'] },
  ],
  gaps: [{ id: 'wage', what: 'Зарплата', why: 'Сколько?', ask: 'Какая зарплата?', verify: [] }],
  questions: [{ id: 'debt', alarm: 'yes' as const, flag: 'debt', gaps: ['wage'] }],
};
const saidByPage: Record<string, string> = { 'why debt': 'Так держат людей. SIA „Zeme”', 'advice refuse': 'Не подписывайте' };
const isSaid = (what: Saying, id: string) => `${what} ${id}` in saidByPage;
const said = (what: Saying, id: string) => saidByPage[`${what} ${id}`] ?? '';

test('words come back as they were, with what the page says itself', () => {
  expect(unpackWords(packWords(words, isSaid), said)).toEqual(words);
});
test('what the page says itself does not travel, and advice travels once', () => {
  const before = packWords(words, () => false).texts.split('\n');
  const after = packWords(words, isSaid).texts.split('\n');
  expect(before.filter((line) => line !== '')).toHaveLength(8);
  expect(after.filter((line) => line !== '')).toHaveLength(6);
});
test('small Cyrillic letters travel as Latin ones', () => {
  expect(packWords(words, () => false).texts).toMatch(/^Дold\nТak efqgas lEefj/);
});
test('a text without Cyrillic letters stays as it is', () => {
  const inEnglish = {
    flags: [],
    gaps: [{ id: 'wage', what: 'Pay', why: 'How much?', ask: 'What is the pay?', verify: [] }],
    questions: [],
  };
  expect(packWords(inEnglish, () => false).texts).toBe('Pay\nHow much?\nWhat is the pay?');
});

describe.each(answerLanguages)('in %s', (language) => {
  test('the words of all rules come back', () => {
    const all = new Map<string, string>();
    for (const { means, gaps } of questionTexts()) {
      if (means) all.set(`why ${means.flag}`, means.why[language]).set(`advice ${means.advice}`, means.todo[language]);
      for (const { id, ask } of gaps) all.set(`ask ${id}`, ask[language]);
    }
    expect(unpackWords(packedWords(language), (what, id) => all.get(`${what} ${id}`) ?? '')).toEqual(wordsIn(language));
  });
});
