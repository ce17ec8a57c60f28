import { describe, expect, test } from 'vitest';
import { drawnRunsOf, evenLinesOf, linesOf, runsOf, textWidth } from '../../../src/paper/letters.ts';

const look = { weight: 'regular', size: 10 } as const;

describe('letters', () => {
  test('of Latvian come from our own two files', () => {
    const files = new Set(runsOf('Jūs neesat vienatnē', 'bold').map(({ file }) => file));
    expect([...files].map((file) => /print-[\w-]+\.ttf/.exec(file)?.[0])).toEqual(['print-latin-bold.ttf', 'print-latin-ext-bold.ttf']);
  });

  test('of a text that our family cannot set whole come from Noto, digits too', () => {
    expect(runsOf('Круглосуточно, 9–17', 'regular').every(({ file }) => file.includes('noto-sans'))).toBe(true);
  });

  test('join to the text they were cut from', () => {
    const text = 'Не одни – neesat vieni';
    expect(
      runsOf(text, 'regular')
        .map((run) => run.text)
        .join(''),
    ).toBe(text);
  });

  test('that no file has are named', () => expect(() => runsOf('您龘', 'regular')).toThrow('龘'));
});

describe('lines', () => {
  const text = 'Padoms ir bez maksas. Palīdzību var lūgt arī bez pases.';

  test('are no wider than they may be and lose no word', () => {
    const lines = linesOf(text, look, 120);
    expect(lines.join(' ')).toBe(text);
    for (const line of lines) expect(textWidth(line, look)).toBeLessThanOrEqual(120);
  });

  test('give a word that is too long a line of its own', () => {
    expect(linesOf('ir Vsszvsszvssz ir', look, 30)).toEqual(['ir', 'Vsszvsszvssz', 'ir']);
  });

  test('that are even are as many, and no shorter one is left alone', () => {
    const [plain, even] = [linesOf(text, look, 200), evenLinesOf(text, look, 200)];
    expect(even.length).toBe(plain.length);
    const shortest = (lines: string[]) => Math.min(...lines.map((line) => textWidth(line, look)));
    expect(shortest(even)).toBeGreaterThanOrEqual(shortest(plain));
  });

  test('keep a no-break space', () => expect(linesOf('112\u00a0112 ir', look, 10)).toEqual(['112\u00a0112', 'ir']));
});

describe('a line that runs to the left', () => {
  const drawn = (line: string) => drawnRunsOf(line, { weight: 'regular', direction: 'rtl' }).map(({ text }) => text);

  test('has its last word first from the left', () => expect(drawn('پیر سے جمعہ')).toEqual(['جمعہ', ' ', 'سے', ' ', 'پیر']));
  test('keeps the digits of a time in their order', () => expect(drawn('از 9:00 تا')).toEqual(['تا', ' ', '9:00', ' ', 'از']));
  test('has brackets that still embrace their words', () => expect(drawn('(پیر)').join('')).toMatch(/^\(.*\)$/));
});

describe('a text without spaces', () => {
  test('is broken between its words', () => expect(linesOf('ตลอดวันตลอดคืน', look, 40).join('|')).toBe('ตลอดวัน|ตลอดคืน'));

  test('in Chinese ends a line after a word or a sign that closes, and begins none with such a sign', () => {
    const text = '白天和夜间都可拨打，通话免费。有口译员。';
    for (let width = 20; width < 220; width += 10) {
      const lines = linesOf(text, look, width);
      expect(lines.join('')).toBe(text);
      expect(lines.filter((line) => /^[，。]/u.test(line))).toEqual([]);
    }
    expect(linesOf(text, look, 100).length).toBeGreaterThan(1);
  });
});
