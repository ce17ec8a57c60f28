import { expect, test } from 'vitest';
import { withWordsApart } from '../../../src/search/bundle.ts';

test('a term and its description are two words', () => {
  expect(withWordsApart('<dt>Kam palīdz</dt><dd>Bērniem</dd>')).toBe('<dt>Kam palīdz</dt> <dd>Bērniem</dd>');
});

test('parts of a line that touch are two words', () => {
  expect(withWordsApart('<a href="tel:112">112</a><span>Policija</span>')).toBe('<a href="tel:112">112</a> <span>Policija</span>');
});

test('a word with a part of it marked stays one word', () => {
  expect(withWordsApart('<p><b>cilvēk</b>tirdzniecība</p>')).toBe('<p><b>cilvēk</b>tirdzniecība</p>');
});
