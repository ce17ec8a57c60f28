import { describe, expect, test } from 'vitest';
import { compile, type LanguageWords } from '../../../src/offer-check/matcher.ts';
import { inEachOrder, readPattern } from '../../../src/offer-check/patterns.ts';

const language: LanguageWords = { groups: { money: 'eiro|€' }, negators: 'nav|bez', listNegators: 'nekād*' };

/** What a single pattern finds in a text. */
function found(pattern: string, text: string, unless?: string): string[] {
  const matcher = compile([{ id: 'a', patterns: { lv: [pattern] }, ...(unless && { unless: { lv: [unless] } }) }], { lv: language });
  return (matcher(text).get('a') ?? []).map(({ start, end }) => text.slice(start, end));
}

describe('a pattern', () => {
  test.each([
    ['a whole word', 'pase', 'Pase ir šeit', 'Pase'],
    ['the beginning of a word', 'maks*', 'Cik maksās ceļš?', 'maksās'],
    ['the end of a word', '*straße', 'Musterstraße 5', 'Musterstraße'],
    ['one of several words', 'pasi|karti', 'atdod karti', 'karti'],
    ['a group', '# {money}', '200 eiro', '200 eiro'],
    ['words with others between', 'pasi .. glabā*', 'pasi mēs visi glabājam', 'pasi mēs visi glabājam'],
    ['words in either order', 'pasi <> glabā*', 'Glabājam mēs pasi', 'Glabājam mēs pasi'],
    ['a number of at least', '#5000+', 'līdz 6 000 eiro', '6 000'],
    ['a number that begins with nine', '# {money}', '95 eiro', '95 eiro'],
    ['a number in a range', '#1-12', '11 stundas', '11'],
    ['a telephone in a range that reaches it', '#1000000-9999999999', 'zvani 20000000', '20000000'],
    ['letters without their marks', 'jāmaksā', 'jamaksa', 'jamaksa'],
    ['an apostrophe of any kind', 'звязок', 'Зв’язок', 'Зв’язок'],
  ])('finds %s', (_, pattern, text, hit) => expect(found(pattern, text)).toEqual([hit]));

  test.each([
    ['a part of a longer word', 'pase', 'pasekot'],
    ['more words between than it allows', 'pasi .. glabā*', 'pasi es un tu un viņš glabājam'],
    ['anything over the end of a sentence', 'pasi ..6 glabā*', 'Rādi pasi. Mēs glabājam klusumu.'],
    ['a smaller number', '#5000+', '1500 eiro'],
    ['a number that is a telephone', '#5000+', 'zvani 20000000'],
    ['what a "not" undoes', 'maks*', 'tur nav jums maksas'],
    ['what a "not" between undoes', 'pasi .. glabā*', 'pasi bez vajadzības glabā'],
  ])('does not find %s', (_, pattern, text) => expect(found(pattern, text)).toEqual([]));

  test('is not undone by a "not" before a comma', () => expect(found('pasi', 'nav algas, pasi atņem')).toEqual(['pasi']));
  test('is not undone by a "not" before a colon', () => expect(found('pasi', 'nav algas: pasi atņem')).toEqual(['pasi']));
  test('goes on over a semicolon', () => expect(found('pasi .. glabā*', 'Dod pasi; mēs glabājam')).toEqual(['pasi; mēs glabājam']));
  test('is undone over commas by a "no" that stands before a list', () => expect(found('ķīlu', 'nekādu iemaksu, ķīlu')).toEqual([]));
  test('counts after a "not" if it says so', () => expect(found('!līguma', 'bez līguma')).toEqual(['līguma']));
  test('needs all parts, wherever they stand', () => {
    expect(found('pieredz* & valod*', 'Pieredze. Cits teikums. Valoda.')).toEqual(['Pieredze', 'Valoda']);
    expect(found('pieredz* & valod*', 'Pieredze.')).toEqual([]);
  });
  test('needs all parts in one sentence where it says so', () => {
    expect(found('pieredz* + valod*', 'Valoda un pieredze.')).toEqual(['Valoda', 'pieredze']);
    expect(found('pieredz* + valod*', 'Pieredze. Cits teikums. Valoda.')).toEqual([]);
  });
  test('stands for each order of each of its parts', () => {
    expect(inEachOrder('!a <>2 b + c')).toEqual(['!a ..2 b + c', '!b ..2 a + c']);
    expect(inEachOrder('a <> b & c <> d')).toHaveLength(4);
  });
  test('ends a sentence before a number, but not behind an abbreviation', () => {
    expect(found('sezon* stund*|#', 'Līdz sezonai. 14 stundas')).toEqual([]);
    expect(found('nr #', 'Reģ. nr. 14')).toEqual(['nr. 14']);
  });
  test('ends a sentence where no capital follows, but not behind an abbreviation', () => {
    expect(found('maksu .. glabā*', 'prasām maksu. mēs glabājam')).toEqual([]);
    expect(found('utt .. maks*', 'ēdiens utt. un maksa')).toEqual(['utt. un maksa']);
  });
  test('is excused everywhere by an excuse of the text', () => {
    expect(found('maks*', 'Maksā jūs. Vecāki atļāva.', '^atļāva')).toEqual([]);
    expect(found('maks*', 'Maksā jūs. Vecāki atļāva.', 'atļāva')).toEqual(['Maksā']);
  });
  test('is excused in the sentence where an excuse stands, and only there', () => {
    expect(found('maks*', 'Maksā darba devējs. Par ceļu maksā cits.', 'darba devējs')).toEqual(['maksā']);
  });
  test('reads an abbreviation as no end of a sentence', () => expect(found('reģ nr #', 'Reģ. nr. 4000')).toEqual(['Reģ. nr. 4000']));
  test('takes the whole part of a number with a fraction', () => expect(found('#12', '12,50 eiro')).toEqual(['12,50']));
});

describe('a pattern that cannot be read', () => {
  test('names an unknown group', () => expect(() => readPattern('{gold}', {})).toThrow('{gold}'));
  test('says that a word is missing behind a gap', () => expect(() => readPattern('pase ..', {})).toThrow('needs a word'));
});
