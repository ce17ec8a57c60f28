import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../../src/easy-language/main.ts';

let folder = '';
const file = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'easy-'));
  writeFileSync(file('easy.txt'), 'Jums ir bail.\nZvaniet draugam.\n');
  writeFileSync(file('warned.md'), 'Es zvanītu draugam.\n');
  writeFileSync(file('kept.md'), '<!-- easy: conditional – tā runā viņš pats -->\nEs zvanītu draugam.\n');
  writeFileSync(file('hard.txt'), 'Jums tiek sniegta informācija (saskaņā ar likumu).\n');
  writeFileSync(file('words.txt'), 'dežurants\n');
  writeFileSync(file('own.md'), 'Jums palīdz dežurants.\n');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function ran(...args: string[]) {
  const printed: string[] = [];
  const code = await run(args, (text) => printed.push(text));
  return { code, text: printed.join('\n') };
}

describe('the exit code', () => {
  test('is 0 for an easy text', async () => expect((await ran(file('easy.txt'))).code).toBe(0));
  test('is 1 for a text with an error', async () => expect((await ran(file('hard.txt'))).code).toBe(1));
  test('is 0 for up to three warnings, 1 for more than allowed', async () => {
    expect((await ran(file('warned.md'))).code).toBe(0);
    expect((await ran('--max-warnings', '0', file('warned.md'))).code).toBe(1);
  });
  test('is 1 for a warning without a reason where reasons are asked for', async () => {
    expect((await ran('--require-reasons', file('warned.md'))).code).toBe(1);
    expect((await ran('--require-reasons', file('kept.md'))).code).toBe(0);
  });
  test.each([
    [[]],
    [['--lang', 'de', 'x']],
    [['nowhere.md']],
    [['--length', 'much', 'x']],
    [['--unknown']],
    [['--max-warnings', 'few', 'x']],
  ])('is 2 for wrong use: %j', async (args) => {
    const { code, text } = await ran(...args);
    expect(code).toBe(2);
    expect(text).toContain('usage:');
  });
});

describe('what is printed', () => {
  test('has file, line, level and rule first, then excerpt and suggestion', async () => {
    const [first, excerpt, suggestion] = (await ran(file('warned.md'))).text.split('\n');
    expect(first).toBe(`${file('warned.md')}:1:4 warning conditional: „zvanītu” ir vēlējuma forma`);
    expect(excerpt).toContain('„zvanītu”');
    expect(suggestion).toMatch(/→ sakiet, kas ir/);
  });
  test('shows the reason of a warning that is kept', async () =>
    expect((await ran(file('kept.md'))).text).toContain('kept: tā runā viņš pats'));
  test('is JSON when asked for', async () => {
    const { code, text } = await ran('--format', 'json', file('hard.txt'), file('easy.txt'));
    const parsed = JSON.parse(text) as { passed: boolean; texts: { file: string; score: number; findings: { rule: string }[] }[] };
    expect(code).toBe(1);
    expect(parsed.passed).toBe(false);
    expect(parsed.texts.map((report) => report.file)).toEqual([file('hard.txt'), file('easy.txt')]);
    expect(parsed.texts[0]?.findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['passive', 'brackets', 'hard-word']));
    expect(parsed.texts[1]?.score).toBe(100);
  });
  test('covers all texts of a folder', async () => expect((await ran('--scores', folder)).text.split('\n')).toHaveLength(7));
  test('lists every rule with its examples', async () => expect((await ran('--rules')).text).toContain('– Jums tiek dots padoms.'));
});

test('words of one’s own count as common', async () => {
  expect((await ran('--max-warnings', '0', file('own.md'))).code).toBe(1);
  expect((await ran('--max-warnings', '0', '--words', file('words.txt'), file('own.md'))).code).toBe(0);
});
