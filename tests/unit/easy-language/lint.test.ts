import { describe, expect, test } from 'vitest';
import { lint } from '../../../src/easy-language/index.ts';

async function rulesBroken(text: string, options: Parameters<typeof lint>[1] = {}): Promise<string[]> {
  return (await lint(text, { format: 'markdown', language: 'lv', ...options })).findings.map(({ rule }) => rule);
}

describe('a finding', () => {
  test('names line, column, excerpt and suggestion', async () => {
    const { findings } = await lint('# Darbs\n\nJums tiek dota alga.\n', { file: 'lv/x.md' });
    expect(findings).toEqual([
      {
        line: 3,
        column: 6,
        rule: 'passive',
        level: 'error',
        excerpt: 'tiek dota',
        message: '„tiek dota”: nav redzams, kas to dara',
        suggestion: 'sakiet, kas to dara: „policija palīdz”, nevis „tiek palīdzēts”',
      },
    ]);
  });
  test('speaks English when asked to', async () => {
    const { findings } = await lint('Jums tiek dota alga.', { language: 'lv', messages: 'en' });
    expect(findings[0]?.message).toBe('“tiek dota”: nobody does it (passive)');
  });
});

describe('a written reason', () => {
  const kept = '{/* easy: conditional – pieklājīgs lūgums */}\n';
  test('stands beside the warning below it', async () => {
    const { findings } = await lint(`${kept}Es zvanītu policijai.`, { format: 'markdown', language: 'lv' });
    expect(findings.map(({ rule, reason }) => [rule, reason])).toEqual([['conditional', 'pieklājīgs lūgums']]);
  });
  test('covers no line further down and no other rule', async () => {
    const { findings } = await lint(`${kept}Zvaniet policijai.\nEs zvanītu policijai.`, { format: 'markdown', language: 'lv' });
    expect(findings.map(({ reason }) => reason)).toEqual([undefined]);
  });
  test('excuses no error', async () => {
    const { findings, errors } = await lint('{/* easy: percentage – vajag */}\n5 % cilvēku.', { format: 'markdown', language: 'lv' });
    expect(errors).toBe(1);
    expect(findings[0]?.reason).toBeUndefined();
  });
});

describe('words', () => {
  test('count as common in every form', async () => expect(await rulesBroken('Jūsu draugam bija jāmaksā par biļetēm.')).toEqual([]));
  test('may be added by the caller', async () => {
    expect(await rulesBroken('Jums palīdz dežurants.')).toEqual(['unexplained-word']);
    expect(await rulesBroken('Jums palīdz dežurants.', { words: ['dežurants'] })).toEqual([]);
  });
  test('that are names need no explanation', async () => expect(await rulesBroken('Jānis raksta draugam ar WhatsApp.')).toEqual([]));
  test('that are hard may stand where the text explains them', async () =>
    expect(await rulesBroken('**Risks** ir briesmas nākotnē.\nJums ir risks.')).toEqual([]));
});

describe('a negation', () => {
  test('needs to be bold once in a sentence with two', async () => expect(await rulesBroken('Jūs **nekad** neesat vainīgs.')).toEqual([]));
  test('is not looked for in plain text, which has no bold', async () =>
    expect(await rulesBroken('Jūs neesat vainīgs.', { format: 'text' })).toEqual([]));
});

describe('English and Russian', () => {
  test('are measured without Latvian grammar', async () => {
    const { language, findings } = await lint('Вы не виноваты (никогда).', { file: 'ru/x.md' });
    expect(language).toBe('ru');
    expect(findings.map(({ rule }) => rule)).toEqual(['brackets']);
  });
  test('are told by their letters where no folder names them', async () => {
    expect((await lint('Вы не виноваты.')).language).toBe('ru');
    expect((await lint('You are not to blame.')).language).toBe('en');
    expect((await lint('Jūs neesat vainīgs.')).language).toBe('lv');
  });
});

test('an empty text has no finding', async () => expect(await rulesBroken('')).toEqual([]));
