import { expect, test } from 'vitest';
import { harmless, quoted } from '../../../../src/reports/inbox/harmless.ts';

test.each([
  ['an escape sequence that clears the screen', '\u001b[2J\u001b[H', '␛[2J␛[H'],
  ['an escape sequence that sets the title', '\u001b]0;owned\u0007', '␛]0;owned␇'],
  ['an eight-bit control', '\u009b31m', '⟨U+009B⟩31m'],
  ['a carriage return that overwrites', 'good\rbad', 'good␍bad'],
  ['text turned round', 'abc\u202edef', 'abc⟨U+202E⟩def'],
  ['isolates', '\u2066x\u2069', '⟨U+2066⟩x⟨U+2069⟩'],
  ['letters of no width', 'a\u200b\u200db', 'a⟨U+200B⟩⟨U+200D⟩b'],
  ['invisible tags', '\u{e0041}', '⟨U+E0041⟩'],
  ['a null', 'a\u0000b', 'a␀b'],
  ['other line ends', 'a\u2028b', 'a⟨U+2028⟩b'],
  ['a heap of accents', 'a' + '\u0301'.repeat(50), 'a\u0301\u0301\u0301\u0301…'],
])('%s is made visible', (_, text, shown) => {
  expect(harmless(text)).toBe(shown);
});

test.each(['Ķekatas, ļaudis un ģīmetnes: 12. oktobrī', 'Добрый день!\n\tДа', '日本語 العربية 🙂'])(
  'ordinary text stays as it is: %s',
  (text) => {
    expect(harmless(text)).toBe(text);
  },
);

test('every line of a stranger has a bar before it', () => {
  expect(quoted('a\n━━ Report 2 of 2\n')).toBe('│ a\n│ ━━ Report 2 of 2\n│ ');
});
