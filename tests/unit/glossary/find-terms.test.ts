import { describe, expect, test } from 'vitest';
import { termFinder } from '../../../src/glossary/find-terms.ts';
import { formsOf } from '../../../src/glossary/forms.ts';

const sought = (id: string, ...patterns: string[]) => ({ id, forms: patterns.flatMap((pattern) => formsOf(pattern, 'lv')) });
const find = termFinder(
  [
    sought('trafficking', 'cilvēku tirdzniecība*'),
    sought('victim', 'cilvēku tirdzniecības upuris*'),
    sought('recruiter', 'vervētājs*'),
    sought('country', 'mērķa valsts*'),
    sought('greta', 'GRETA'),
    sought('protocol', 'Palermo protokols*'),
  ],
  formsOf('cilvēku tirdzniecības novēršanas pamatnostādnes*', 'lv'),
);
const words = (text: string) => find(text).map(({ id, start, end }) => `${id}: ${text.slice(start, end)}`);

describe('terms are found', () => {
  test.each([
    ['in any case', 'Runā par cilvēku tirdzniecību un vervētājiem.', ['trafficking: cilvēku tirdzniecību', 'recruiter: vervētājiem']],
    ['with a capital where a sentence begins', 'Tā ir. Cilvēku tirdzniecība ir noziegums.', ['trafficking: Cilvēku tirdzniecība']],
    ['as the longest of several', 'Palīdz cilvēku tirdzniecības upuriem.', ['victim: cilvēku tirdzniecības upuriem']],
    ['over a space that does not break', 'Latvija ir mērķa\u00a0valsts.', ['country: mērķa\u00a0valsts']],
    ['as names, with their capitals', 'Ziņoja GRETA par Palermo protokolu.', ['greta: GRETA', 'protocol: Palermo protokolu']],
    ['after a closed quotation', 'Filma „Vergi” stāsta par vervētāju.', ['recruiter: vervētāju']],
  ])('%s', (_, text, found) => expect(words(text)).toEqual(found));
});

describe('nothing is found', () => {
  test.each([
    ['in a longer word', 'Pretcilvēktirdzniecība un vervētājiņš.'],
    ['inside a quoted name', 'Kampaņa „Cilvēku tirdzniecības upuris?” sākās.'],
    ['in a name with a capital in the middle of a sentence', 'Strādā Cilvēku tirdzniecības nodaļa.'],
    ['over a comma', 'Runāja par cilvēku, tirdzniecību un naudu.'],
    ['in words that only look alike without diacritics', 'Vervetaju un merka valsts.'],
    ['in a longer name that is passed over', 'Beidzās cilvēku tirdzniecības novēršanas pamatnostādnes.'],
    ['for a name written small', 'Meitene vārdā Greta.'],
  ])('%s', (_, text) => expect(words(text)).toEqual([]));
});
