import { describe, expect, test } from 'vitest';
import { makeChecker, type CheckedRule } from '../../../src/media-language/check.ts';
import { languageOf } from '../../../src/media-language/languages.ts';
import { readPattern } from '../../../src/media-language/patterns.ts';
import { readersText } from '../../../src/media-language/read-text.ts';
import { tokensOf } from '../../../src/media-language/tokens.ts';

const noLists = { lv: {}, en: {}, ru: {} };

/** What a rule with one pattern finds. */
function found(pattern: string, text: string, language: 'lv' | 'en' | 'ru' = 'lv', more: Partial<CheckedRule['searches']['lv']> = {}) {
  const rule: CheckedRule = {
    id: 'rule',
    category: 'blaming',
    level: 'avoid',
    searches: { [language]: { find: [pattern], say: '', ...more } },
  };
  return makeChecker([rule], noLists)
    .check(text, language)
    .findings.map(({ start, end }) => text.slice(start, end));
}

describe('a pattern', () => {
  test('finds a stem with an ending of its language', () =>
    expect(found('upur~', 'Upuris, upura, upuriem, upurēšana')).toEqual(['Upuris', 'upura', 'upuriem']));
  test('finds a stem with whatever follows', () =>
    expect(found('vervē*', 'vervēja, vervētājs, serveris')).toEqual(['vervēja', 'vervētājs']));
  test('finds a word in its one form', () => expect(found('pati', 'Pati, patiess, pate')).toEqual(['Pati']));
  test('knows where words end in every script', () => expect(found('раб', 'раб, работа, араб, раб’ий', 'ru')).toEqual(['раб']));
  test('takes ё for е and the soft hyphen for nothing', () =>
    expect(found('легк~', 'лёгкие, лег\u00ADкие', 'ru')).toEqual(['лёгкие', 'лег\u00ADкие']));
  test('takes a word with a small ё for no name', () =>
    expect(found('сестра ^', 'Её сестра ёжилась, сестра Аня', 'ru')).toEqual(['сестра Аня']));
  test('gives places in the text as it stands, soft hyphens and all', () =>
    expect(found('muļķīg~', 'No\u00ADzie\u00ADgums nav muļ\u00ADķī\u00ADgs joks')).toEqual(['muļ\u00ADķī\u00ADgs']));
  test('skips so many words as the gap allows', () =>
    expect(found('kāpēc ..1 palika', 'Kāpēc viņa palika? Kāpēc viņa tur palika?')).toEqual(['Kāpēc viņa palika']));
  test('stays within a sentence', () => expect(found('pati vainīga', 'To teica pati. Vainīga nav neviena.')).toEqual([]));
  test('goes over the end of a line', () => expect(found('pati vainīga', 'Viņa ir pati\nvainīga.')).toEqual(['pati\nvainīga']));
  test('tells names by a capital inside a sentence', () =>
    expect(found('māsa ^', 'Māsa Anna. Viņas māsa Anna un māsa pati.')).toEqual(['Māsa Anna', 'māsa Anna']));
  test('tells numbers from years, dates and numbers of a list', () =>
    expect(found('#', '1) viens\n2. divi\n2019. gada 5. maijā bija 1 200 cilvēku')).toEqual(['1 200']));
  test('needs a word nearby where the rule says so', () => {
    const near = { near: ['cietus~'] };
    expect(found('muļķīg~', 'Muļķīgā cietusī.', 'lv', near)).toEqual(['Muļķīgā']);
    expect(found('muļķīg~', 'Muļķīgs joks.', 'lv', near)).toEqual([]);
  });
  test('keeps still where a word excuses it', () => expect(found('verg~', 'Tas nav vergs.', 'lv', { unless: ['nav'] })).toEqual([]));
  test.each(['..2 vārds', 'ab~', 'vārds(', ''])('that cannot be read is refused: "%s"', (pattern) => {
    expect(() => readPattern(pattern, 'lv')).toThrow(/pattern|stem/);
  });
});

describe('sentences', () => {
  const count = (text: string) => {
    const { count: tokens, sentences } = tokensOf(text);
    return tokens === 0 ? 0 : (sentences[tokens - 1] ?? -1) + 1;
  };
  test.each([
    ['Viens. Divi! Trīs?', 3],
    ['Ministru kabineta 2019. gada noteikumi.', 1],
    ['A. Bērziņa un J. Kalns.', 1],
    ['Virsraksts\n\nTeksts sākas.', 2],
    ['Rinda, kas\nturpinās.', 1],
    ['- viens\n- divi', 2],
  ])('%j are %i', (text, expected) => expect(count(text)).toBe(expected));
});

describe('the language', () => {
  test.each([
    ['Atrasti pieci strādnieki', 'lv'],
    ['Policija un tiesa ir Riga', 'lv'],
    ['The police and the court', 'en'],
    ['Полиция и суд', 'ru'],
    ['Europol', 'ru'],
  ] as const)('of "%s" is %s', (text, language) => expect(languageOf(text, 'ru')).toBe(language));
});

describe('what readers see of Markdown', () => {
  const words = (source: string) => readersText(source, 'markdown').match(/\p{L}+/gu) ?? [];
  test('is titles of front matter, not its other fields', () =>
    expect(words('---\ntitle: Viens\nid: divi\n---\nTrīs')).toEqual(['Viens', 'Trīs']));
  test('is words of links, not their addresses', () => expect(words('[viens](https://divi.lv/trīs)')).toEqual(['viens']));
  test('is the alternative text of a picture', () => expect(words('<Picture src="divi" alt="viens" />')).toEqual(['viens']));
  test('is no code and no comment', () => expect(words('`viens` {/* divi */} <!-- trīs --> četri')).toEqual(['četri']));
  test('keeps every place', () => {
    const source = '---\ntitle: Viens\n---\n<Notice title="divi">\n\nTrīs `x`\n';
    expect(readersText(source, 'markdown')).toHaveLength(source.length);
    expect(readersText(source, 'markdown').indexOf('Trīs')).toBe(source.indexOf('Trīs'));
  });
});
