import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../../src/media-language/main.ts';

let folder = '';
const file = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'media-'));
  writeFileSync(file('good.txt'), 'Tiesa sāks skatīt lietu par piespiedu darbu.\n');
  writeFileSync(file('bad.md'), '---\ntitle: Fermā strādā\n---\n\nAizturēti desmit\nnelegālie migranti.\n');
  writeFileSync(file('look.txt'), 'Latvijā atklāta mūsdienu verdzība.\n');
  writeFileSync(file('latin.txt'), Buffer.from([0x76, 0xe2, 0x72, 0x64]));
  writeFileSync(file('picture.txt'), Buffer.from([1, 0, 2]));
  mkdirSync(file('empty'));
  mkdirSync(file('ru'));
  writeFileSync(join(file('ru'), 'a.md'), 'Современные рабы.\n');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function ran(...args: string[]) {
  const printed: string[] = [];
  const code = run(args, (text) => printed.push(text));
  return { code, text: printed.join('\n') };
}

describe('the exit code', () => {
  test('is 0 where nothing is found', () => expect(ran(file('good.txt')).code).toBe(0));
  test('is 1 where something is to avoid', () => expect(ran(file('bad.md')).code).toBe(1));
  test('is 0 for what is only to look at, 1 with --strict', () =>
    expect([ran(file('look.txt')).code, ran('--strict', file('look.txt')).code]).toEqual([0, 1]));
  test('is 1 for a folder with such a text', () => expect(ran(file('ru')).code).toBe(1));
});

describe('wrong use ends with 2 and one line that says what to do', () => {
  test.each([
    [[]],
    [['nowhere.md']],
    [['empty']],
    [['latin.txt']],
    [['picture.txt']],
    [['--lang', 'de', 'good.txt']],
    [['--format', 'xml', 'good.txt']],
  ])('%j', (args) => {
    const { code, text } = ran(...args.map((one) => (/^[a-z]+\.?[a-z]*$/.test(one) && one.length > 3 && one !== 'xml' ? file(one) : one)));
    expect(code).toBe(2);
    expect(text.split('\n')).toHaveLength(1);
    expect(text).toMatch(/Name|Check|Put|Save|takes/);
  });
  test('an unknown option shows the usage', () => expect(ran('--unknown').text).toContain('usage:'));
});

describe('what is printed', () => {
  test('has file, line, column, level, rule and excerpt, then reason and better wording', () =>
    expect(ran(file('bad.md')).text.split('\n')).toEqual([
      `${file('bad.md')}:6:1 avoid illegal-migrant: „nelegālie migranti”`,
      expect.stringMatching(/^ {4}Nelikumīga var būt rīcība/),
      '    → cilvēki bez uzturēšanās atļaujas',
      `${file('bad.md')}: 1 to avoid, 0 to look at`,
    ]));
  test('says that nothing found proves nothing', () => expect(ran(file('good.txt')).text).toContain('no proof of a good text'));
  test('gives reasons in the language asked for', () =>
    expect(ran('--messages', 'en', file('bad.md')).text).toContain('An act can be illegal'));
  test('is JSON when asked for', () => {
    const parsed = JSON.parse(ran('--format', 'json', file('bad.md'), file('good.txt')).text) as {
      passed: boolean;
      texts: { language: string; findings: { line: number; rule: string; say: string }[] }[];
    };
    expect(parsed.passed).toBe(false);
    expect(parsed.texts[0]?.findings[0]).toMatchObject({ line: 6, rule: 'illegal-migrant', say: 'cilvēki bez uzturēšanās atļaujas' });
    expect(parsed.texts[1]?.findings).toEqual([]);
  });
  test('lists the rules', () => expect(ran('--rules').text.split('\n\n').length).toBeGreaterThanOrEqual(60));
});
